import { pupilName } from '../../language/people.ts';
import { yearWords } from '../../language/year-words.ts';
import { planRow } from '../../plans/index.ts';
import type { NamedItem, ShownLine } from '../../questions/question.ts';
import { isConcluded } from '../../review/held.ts';
import { isQuiet, quietOf } from '../../school/place.ts';
import type { Plan, Pupil } from '../../school/pupil.ts';
import type { MissingRow, OfRegister } from './step.ts';

/** So many pupils are asked about on one page. */
export const ROWS_A_PAGE = 10;
/** Of each plan two days are asked: more would be longer than two screens of a phone. */
export const PLANS_A_PAGE = 5;

const key = ({ lastName, firstName, ref }: Pupil) => `${lastName}\n${firstName}\n${ref}`;

/** The school's pupils, but for those who have left or are in custody, by name. */
const here = ({ pupils, today }: OfRegister): readonly Pupil[] =>
  pupils
    .filter((pupil) => !isQuiet(quietOf(pupil), today))
    .sort((a, b) => key(a).localeCompare(key(b), 'en-GB'));

/** Those of whom nobody has said whether they have SEN. */
export const withoutStatus = (of: OfRegister): readonly MissingRow[] =>
  here(of).flatMap((pupil) => (pupil.senNotSaid ? [{ id: pupil.id, pupil }] : []));

const ofPlans = (of: OfRegister, isMissing: (plan: Plan, pupil: Pupil) => boolean): readonly MissingRow[] =>
  here(of).flatMap((pupil) =>
    pupil.plans.flatMap((plan) =>
      isMissing(plan, pupil) ? [{ id: `${pupil.id}.${plan.kind}`, pupil, plan }] : [],
    ),
  );

/** Plans with no day from which the next review could be reckoned, and no review held here. */
export function withoutDates(of: OfRegister): readonly MissingRow[] {
  const none = ofPlans(of, (plan) => planRow(plan.kind).countsFrom.every((day) => plan[day] === undefined));
  if (none.length === 0) return none;
  const held = new Set(of.reviews.filter(isConcluded).map(({ pupilId, kind }) => `${pupilId}.${kind}`));
  return none.filter(({ id }) => !held.has(id));
}

/** Plans that a local authority keeps, and it is not known which. */
export const withoutAuthority = (of: OfRegister): readonly MissingRow[] =>
  ofPlans(of, ({ kind, la }) => planRow(kind).decidedElsewhere && la === undefined);

/** Those on the page: where it was sent, those it was shown with, as far as they are still to be said of. */
export function onPage(
  rows: readonly MissingRow[],
  { page, shown }: OfRegister,
  aPage: number = ROWS_A_PAGE,
): readonly MissingRow[] {
  if (shown) return rows.filter(({ id }) => shown.includes(id));
  const first = (page - 1) * aPage;
  return rows.slice(first, first + aPage);
}

/** Above a row's inputs: "Ada Example · Year 5 · 1001". */
export const shownAbove = ({ pupil, plan }: MissingRow): readonly ShownLine[] => [
  [
    { text: pupilName(pupil), weight: 'bold' },
    {
      text: ` · ${[yearWords(pupil.yearGroup), pupil.ref, ...(plan ? [planRow(plan.kind).name] : [])].join(' · ')}`,
      weight: 'subtle',
    },
  ],
];

/** How a row is named where its answer is read out. */
export const namedRow = (id: string): NamedItem => ({ label: 'Pupil', text: id });
