import { dayWords } from '../../language/days.ts';
import { count } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import { schoolDay } from '../../questions/days.ts';
import { lines } from '../../questions/groups.ts';
import { NotThere } from '../../questions/not-there.ts';
import type { Answers, ShownLine } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import { nextSchoolDay } from '../../school/calendar.ts';
import type { PersonId, School } from '../../school/school.ts';
import { type Instant, type LocalDate, localDate, plusDays } from '../../time.ts';
import { IS_HAPPENING } from './options.ts';
import { SEES_TO_IT, STARTS } from './provision.ts';

/** What a form shows of the support it is about: `Provision` says how all of it is kept. */
interface ShownProvision {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly howOften: string;
  readonly starts?: LocalDate;
}
interface OfProvision<One extends ShownProvision = ShownProvision> {
  readonly review: { readonly provision: readonly One[] };
  readonly about?: string;
}

/** The support that a form is about. @throws {NotThere} when it is not in the review (any more) */
export function provisionOf<One extends ShownProvision>({ review, about }: OfProvision<One>): One {
  const found = review.provision.find(({ id }) => id === about);
  if (!found) throw new NotThere('no such provision');
  return found;
}

const ITSELF = lines((subject: OfProvision): readonly ShownLine[] => {
  const { what, who, howOften, starts } = provisionOf(subject);
  const start = starts ? ` · from ${dayWords(starts)}` : '';
  return [[{ text: what, weight: 'bold' }], [{ text: `${who} · ${howOften}${start}`, weight: 'subtle' }]];
}, 'passage');

/** One answer to whether support happens, as much of it as is shown. */
export interface Heard {
  readonly by: PersonId;
  readonly at: Instant;
  readonly is: keyof typeof IS_HAPPENING;
  readonly why: string;
}

/**
 * What was said of whether support happens, in a line for colleagues: the last yes and how often, then each other answer. What
 * got in the way is shown to whoever wrote it alone: it may be about somebody else.
 */
export function heardInBrief(happening: readonly Heard[], who: PersonId | undefined): readonly ShownLine[] {
  if (happening.length === 0) return [];
  const yes = happening.filter(({ is }) => is === 'yes');
  const last = yes.at(-1);
  const times = yes.length > 1 ? `${count(yes.length, 'time')}, the last ` : '';
  const said = [
    ...(last ? [`Yes, ${times}${dayWords(localDate(last.at))}`] : []),
    ...happening
      .filter(({ is }) => is !== 'yes')
      .map((one) => {
        const why = one.by === who && one.why !== '' ? `: ${one.why}` : '';
        return `${IS_HAPPENING[one.is]}, ${dayWords(localDate(one.at))}${why}`;
      }),
  ];
  return [[{ text: 'Is it happening as agreed? ', weight: 'subtle' }, { text: said.join(' · ') }]];
}

/** Longer than a half-term, nobody should have to wait to hear. */
const LONGEST_WAIT_DAYS = 42;

type Asked = OfProvision & { readonly today: LocalDate; readonly school: School };

/** Is it happening as agreed; where it is not yet, why, and when to ask again. A plain yes needs no form. */
export const HAPPENING = {
  itself: ITSELF,
  is: oneOf({ options: IS_HAPPENING, label: 'Is it happening as agreed?', called: '' }),
  why: longText({
    label: 'If not, or partly: what gets in the way?',
    hint: 'Or that it has ended, as agreed: the SENCO then takes it off',
    longest: 1000,
    called: 'What got in the way',
    neededWhen: {
      question: 'is',
      is: ['partly', 'not-yet'],
      say: 'Please say what gets in the way: the SENCO may be able to help.',
    },
  }),
  again: schoolDay<Asked>({
    label: 'When shall we ask again? (after a yes: next half-term)',
    called: 'Asked again',
    from: ({ school, today }) => ({
      day: nextSchoolDay(school, today),
      say: 'Please choose a day after today.',
    }),
    until: ({ today }) => ({
      day: plusDays(today, LONGEST_WAIT_DAYS),
      say: 'Please choose a day within six weeks, so that it is not lost sight of.',
    }),
  }),
} as const;
export interface HappeningAnswer extends Answers<typeof HAPPENING> {}

/** Who sees to support from now on, and since when it is given. */
export const SUPPORT_OWNER = {
  itself: ITSELF,
  owner: SEES_TO_IT,
  starts: STARTS,
} as const;

/** Support ends, and why. */
export const SUPPORT_ENDED = {
  itself: ITSELF,
  why: longText({
    label: 'Why has it ended?',
    longest: 1000,
    needed: 'Please say why it has ended.',
    called: 'Why it ended',
  }),
} as const;
