import { dayWords } from '../../domain/language/days.ts';
import { pupilName } from '../../domain/language/people.ts';
import { yearWords } from '../../domain/language/year-words.ts';
import { type PlanKind, planRow } from '../../domain/plans/index.ts';
import type { Review } from '../../domain/review/review.ts';
import { kindToSay, type Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import type { Due, DueList, DuePupil } from '../../domain/statute/due.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { dueLines, lastWords } from '../due-labels.ts';
import { STAGE } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { pageButtons, rowsOnPage } from '../paging.ts';
import { behindRuns } from '../parents-met.ts';
import { type Notice, noticed, plain, type Run, subtle } from '../parts.ts';
import { placeRuns, releasedRuns } from '../place.ts';
import { render } from '../render.ts';
import { parentsButtons } from './parents-to-meet.ts';

/** A review that stands by itself, and whose it is. */
interface AloneReview {
  readonly pupil: Pupil;
  readonly review: Review;
}

/** A school's reviews as `dueList` has them, and what of it the person may do. */
export interface DueSchool {
  readonly school: School;
  readonly list: DueList;
  /** The reviews under way whose plan is gone: nothing is due of them, but they are to be finished or cancelled. */
  readonly alone: readonly AloneReview[];
  /** All of the school's. */
  readonly reviews: readonly Review[];
  /** Whether the person runs reviews here (a SENCO), or only looks. */
  readonly mayRun: boolean;
}

const ROWS_A_PAGE = 8;

/** What stands in a school's list, in this order; a review that stands by itself is not to wait behind what is coming. */
const GROUPS: readonly {
  readonly state: Due['state'] | 'alone';
  readonly heading: string;
  readonly words: string;
}[] = [
  { state: 'overdue', heading: 'Overdue: legal dates first, then the longest', words: 'overdue' },
  { state: 'due', heading: 'Due now', words: 'due now' },
  { state: 'alone', heading: 'Of a plan that is gone', words: 'of a plan that is gone' },
  { state: 'coming', heading: 'Coming up', words: 'coming up' },
];

function underWay(due: Due, reviews: readonly Review[]): Review | undefined {
  return reviews.find((review) => review.id === due.current);
}

/** Whether it is late with its decision on a meeting that only the school's data has, and the next one is not to be begun yet. */
const isLateInData = ({ awaiting }: Due, today: LocalDate): boolean =>
  awaiting !== undefined &&
  awaiting.review === undefined &&
  awaiting.daysLate > 0 &&
  today < awaiting.nextOpensOn;

/** The review to go on with or, where the local authority is late with it, to chase; else one to start. */
function rowButton({ pupil, due }: DuePupil, { reviews, mayRun }: DueSchool, today: LocalDate): Button[] {
  if (due.quiet) return [button('About the pupil', press.aboutPupil(pupil.id))];
  const review = underWay(due, reviews);
  const late = review && due.awaiting?.review === review.id && due.awaiting.daysLate > 0;
  if (mayRun && late) return [button('Chase', press.show('chase', review.id))];
  if (review) return [button(mayRun ? 'Continue' : 'Look', press.show('status', review.id))];
  if (!mayRun) return [];
  if (isLateInData(due, today)) return [button('Chase', press.pupil(pupil.id, 'chase', due.kind))];
  return [button('Start', press.start(pupil.id, kindToSay(pupil, due)))];
}

/** How far it is; where the plan took the review over from another, also of which plan it is. */
const stageWords = ({ kind, stage }: Review, due: Due) =>
  `Under way: ${kind === due.kind ? '' : `${planRow(kind).name} · `}${STAGE[stage]}`;

/** What was last, and how the review stands that is under way; nothing where neither is to be said. */
function stateWords({ due }: DuePupil, reviews: readonly Review[]): string {
  const review = underWay(due, reviews);
  const state = review ? [stageWords(review, due)] : [];
  return [lastWords(due), ...state].filter((words) => words !== '').join(' · ');
}

interface Row {
  readonly name: string;
  readonly about: string;
  readonly lines: readonly { readonly runs: readonly Run[] }[];
  readonly beside: readonly Button[];
}

const headOf = (pupil: Pupil, kind: PlanKind) => ({
  name: pupilName(pupil),
  about: ` · ${yearWords(pupil.yearGroup)} · ${planRow(kind).name}`,
});

/** How a plan's next review stands; where the pupil is elsewhere that, in its place where nothing is asked of the plan now. */
export function whereLines({ pupil, due }: DuePupil, today: LocalDate): Run[][] {
  const place = placeRuns(pupil, today, planRow(due.kind).decidedElsewhere);
  if (due.quiet)
    return [...place, [subtle(`Next review due by ${dayWords(due.dueBy)} as the plan’s dates stand`)]];
  return [...place, ...(due.released ? [releasedRuns(due.released)] : []), ...dueLines(due, today)];
}

function dueRow(one: DuePupil, here: DueSchool, today: LocalDate): Row {
  const state = stateWords(one, here.reviews);
  return {
    ...headOf(one.pupil, one.due.kind),
    lines: [
      ...whereLines(one, today).map((runs) => ({ runs })),
      ...behindRuns(one.due.parents, one.pupil, today).map((runs) => ({ runs })),
      ...(state ? [{ runs: [subtle(state)] }] : []),
    ],
    beside: rowButton(one, here, today),
  };
}

function aloneRow({ pupil, review }: AloneReview, { mayRun }: DueSchool): Row {
  const lines = [
    [plain('The pupil’s data has this plan no longer: finish its review, or cancel it.')],
    [subtle(`Under way: ${STAGE[review.stage]}`)],
  ];
  return {
    ...headOf(pupil, review.kind),
    lines: lines.map((runs) => ({ runs })),
    beside: [button(mayRun ? 'Continue' : 'Look', press.show('status', review.id))],
  };
}

const isStart = ({ send }: Button) => send.do === 'start';
const asMain = (one: Button): Button => ({ ...one, style: 'positive' });

interface Place {
  readonly here: DueSchool;
  readonly heading: string;
  readonly row: Row;
}

const placesOf = (here: DueSchool, today: LocalDate): Place[] =>
  GROUPS.flatMap(({ state, heading }) => {
    const rows =
      state === 'alone'
        ? here.alone.map((one) => aloneRow(one, here))
        : here.list[state].map((one) => dueRow(one, here, today));
    return rows.map((row) => ({ here, heading, row }));
  });

function groupsOf(places: readonly Place[], manySchools: boolean) {
  // One main button on a card: the worst that can be started.
  const main = places.find(({ row }) => row.beside.some(isStart))?.row;
  const shownOf = ({ row }: Place) => (row === main ? { ...row, beside: row.beside.map(asMain) } : row);
  const byGroup = Map.groupBy(places, ({ here, heading }) => `${here.school.id} ${heading}`);
  let before: School | undefined;
  return [...byGroup.values()].map((some) => {
    const [{ here, heading } = { here: undefined, heading: '' }] = some;
    const school = manySchools && here && here.school !== before ? here.school.name : '';
    before = here?.school;
    return { school, heading, rows: some.map(shownOf) };
  });
}

const numberOf = ({ list, alone }: DueSchool, state: Due['state'] | 'alone') =>
  (state === 'alone' ? alone : list[state]).length;

function summary(schools: readonly DueSchool[]): string {
  const parts = GROUPS.flatMap(({ state, words }) => {
    const number = schools.reduce((sum, one) => sum + numberOf(one, state), 0);
    return number ? [`${number} ${words}`] : [];
  });
  return `${parts.join(', ')}.`;
}

const EMPTY =
  'No pupil here has a plan to review at the moment. Plans come in with the school’s list of pupils; when one is there, its review shows here in good time.';

/** What is overdue, due and coming up, in each of the person's schools, worst first; `page` counts from 1. */
export function dueCard(given: {
  readonly schools: readonly DueSchool[];
  readonly today: LocalDate;
  readonly page: number;
  readonly notice?: Notice | undefined;
  /** How much is to be said of pupils that no list has said. */
  readonly missing?: number;
}): CardMessage {
  const { schools, today } = given;
  const places = schools.flatMap((here) => placesOf(here, today));
  const { page, pages, shown, showing } = rowsOnPage(places, given.page, ROWS_A_PAGE);
  const frame = {
    title: 'Reviews that are due',
    ask: places.length ? `${summary(schools)}${showing}` : EMPTY,
    ...noticed(given.notice),
  };
  const buttons = [
    ...pageButtons(page, pages, (to) => press.due(to)),
    ...parentsButtons(schools),
    ...(given.missing ? [button(`What is missing (${given.missing})`, press.missing())] : []),
    ...(places.length ? [] : [button('What’s waiting on me', press.mine(1))]),
  ];
  const groups = groupsOf(shown, schools.length > 1);
  return {
    card: render('due', frame, { groups, buttons }),
    notification: places.length ? `SEND reviews: ${summary(schools)}` : 'SEND reviews: none is due',
  };
}
