import { dayWords } from '../../language/days.ts';
import { capital } from '../../language/words.ts';
import { type DayRow, day } from '../../questions/days.ts';
import type { Question, Sent } from '../../questions/question.ts';
import { isLocalDate, type LocalDate, plusDays, weekday } from '../../time.ts';
import type { School, Term } from '../school.ts';
import { EARLIEST_START } from '../school-year.ts';
import { termFaults } from './check-terms.ts';
import type { OfSchool } from './setting.ts';
import { SEASONS, type Season, termsOf, yearCalled } from './terms-of-year.ts';

/** What is asked of each term. */
const PARTS = ['Start', 'End', 'HalfStart', 'HalfEnd'] as const;
type Part = (typeof PARTS)[number];
/** The id of a question: "autumnHalfStart". */
type Id = `${Season}${Part}`;

/** The school year the form is about, by its September. */
export const yearAbout = ({ about = '' }: Pick<OfSchool, 'about'>): number => Number(about);

/** The terms that were answered, of which both ends are there, by season; half-term where both its ends are. */
export function termsSaid(sent: Sent, year: number): readonly (Term & { readonly season: Season })[] {
  return SEASONS.flatMap((season) => {
    const [start, end, from, until] = PARTS.map((part) => sent[`${season}${part}`] ?? '');
    if (!start || !end || ![start, end].every(isLocalDate)) return [];
    const halfTerm =
      from && until && [from, until].every(isLocalDate) ? { start: from, end: until } : undefined;
    const name = `${capital(season)} ${season === 'autumn' ? year : year + 1}`;
    return [{ season, name, start, end, ...(halfTerm && { halfTerm }) }];
  });
}

/** The school's terms of all other school years. */
export function otherTerms(school: School, year: number): readonly Term[] {
  const here = new Set(termsOf(school, year));
  return school.terms.filter((term) => !here.has(term));
}

const AT: Readonly<Record<'' | 'end' | 'halfTerm', Part>> = {
  '': 'Start',
  end: 'End',
  halfTerm: 'HalfStart',
};

/** What is wrong with the terms answered, as it is said at this question; with those of other years beside them. */
function faultAt(id: Id, sent: Sent, of: OfSchool): string | undefined {
  const year = yearAbout(of);
  const said = termsSaid(sent, year);
  const others = otherTerms(of.school, year);
  const all = [...others, ...said];
  const fault = termFaults(all, (at) => `the ${all[at]?.name} term`).find(({ at, key }) => {
    const season = said[at - others.length]?.season;
    return season !== undefined && `${season}${AT[key]}` === id;
  });
  return fault && `${capital(fault.say)}.`;
}

const WEEKEND: Readonly<Record<number, string>> = { 0: 'a Sunday', 6: 'a Saturday' };

function onWeekend(date: LocalDate): string | undefined {
  const name = WEEKEND[weekday(date)];
  return name && `${dayWords(date)} is no school day: it is ${name}. To keep it, send as it stands.`;
}

function partOf(season: Season, part: Part, row: Pick<DayRow<OfSchool>, 'label' | 'needed' | 'neededWhen'>) {
  const id: Id = `${season}${part}`;
  const words = (of: OfSchool) => `That is not in the school year ${yearCalled(yearAbout(of))}.`;
  return [
    id,
    day<OfSchool>({
      ...row,
      from: (of) => ({ day: `${yearAbout(of)}-${EARLIEST_START}`, say: words(of) }),
      until: (of) => ({ day: plusDays(`${yearAbout(of) + 1}-${EARLIEST_START}`, -1), say: words(of) }),
      pointsOut: part === 'Start' || part === 'End' ? onWeekend : () => undefined,
      rule: (sent, of) => faultAt(id, sent, of),
    }),
  ] as const;
}

function halfTermPart(season: Season, part: 'HalfStart' | 'HalfEnd', label: string) {
  const other = part === 'HalfStart' ? 'HalfEnd' : 'HalfStart';
  const [, question] = partOf(season, part, { label });
  const id: Id = `${season}${part}`;
  const also: Question<LocalDate, OfSchool> = {
    ...question,
    rule: (sent, of) => {
      const [own, theirs] = [sent[id] ?? '', sent[`${season}${other}`] ?? ''];
      if (own === '' && theirs !== '') return 'Please choose both days of half-term, or leave both out.';
      return question.rule?.(sent, of);
    },
  };
  return [id, also] as const;
}

/** The three terms of a school year: first and last days, and half-terms. */
export const TERMS = Object.fromEntries(
  SEASONS.flatMap((season) => {
    const name = `${capital(season)} term`;
    return [
      partOf(season, 'Start', {
        label: `${name}: first day`,
        needed: `Please choose the first day of the ${season} term.`,
      }),
      partOf(season, 'End', {
        label: `${name}: last day`,
        needed: `Please choose the last day of the ${season} term.`,
      }),
      halfTermPart(season, 'HalfStart', `${name}: first day of half-term`),
      halfTermPart(season, 'HalfEnd', `${name}: last day of half-term`),
    ];
  }),
) as Readonly<Record<Id, Question<LocalDate, OfSchool>>>;

/** What stands in the form where the year's terms are known. */
export function filledTerms(terms: Partial<Record<Season, Term>>): Record<string, string> {
  return Object.fromEntries(
    SEASONS.flatMap((season) => {
      const term = terms[season];
      if (!term) return [];
      const { start, end, halfTerm } = term;
      const days: Readonly<Record<Part, string>> = {
        ...{ Start: start, End: end },
        ...{ HalfStart: halfTerm?.start ?? '', HalfEnd: halfTerm?.end ?? '' },
      };
      return PARTS.map((part) => [`${season}${part}`, days[part]]);
    }),
  );
}
