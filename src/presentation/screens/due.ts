import { pupilName } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import type { Review } from '../../domain/review/review.ts';
import { kindToSay } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import type { Due, DueList, DuePupil } from '../../domain/statute/due.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { dueLines, lastWords } from '../due-labels.ts';
import { STAGE } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { type Notice, noticed, pageButtons, subtle, yearWords } from '../parts.ts';
import { render } from '../render.ts';

/** A school's reviews as `dueList` has them, and what of it the person may do. */
export interface DueSchool {
  readonly school: School;
  readonly list: DueList;
  /** At least those that `list` names as under way. */
  readonly reviews: readonly Review[];
  /** Whether the person runs reviews here (a SENCO), or only looks. */
  readonly mayRun: boolean;
}

const ROWS_A_PAGE = 8;

const GROUPS: readonly { readonly state: Due['state']; readonly heading: string; readonly words: string }[] =
  [
    { state: 'overdue', heading: 'Overdue', words: 'overdue' },
    { state: 'due', heading: 'Due now', words: 'due now' },
    { state: 'coming', heading: 'Coming up', words: 'coming up' },
  ];

function underWay(due: Due, reviews: readonly Review[]): Review | undefined {
  return reviews.find((review) => review.id === due.current);
}

function rowButton({ pupil, due }: DuePupil, { reviews, mayRun }: DueSchool): Button[] {
  const review = underWay(due, reviews);
  const late = review && (due.awaiting?.daysLate ?? 0) > 0 && annualPartOf(review).decision === undefined;
  if (mayRun && late) return [button('Chase', press.show('chase', review.id))];
  if (review) return [button(mayRun ? 'Continue' : 'Look', press.show('status', review.id))];
  if (!mayRun) return [];
  return [button('Start', press.start(pupil.id, kindToSay(pupil, due)))];
}

/** What was last, and how the review stands that is under way; nothing where neither is to be said. */
function stateWords({ due }: DuePupil, reviews: readonly Review[]): string {
  const review = underWay(due, reviews);
  const state = review ? [`Under way: ${STAGE[review.stage]}`] : [];
  return [lastWords(due), ...state].filter((words) => words !== '').join(' · ');
}

function row(one: DuePupil, here: DueSchool, today: LocalDate) {
  const { pupil, due } = one;
  const state = stateWords(one, here.reviews);
  return {
    name: pupilName(pupil),
    about: ` · ${yearWords(pupil.yearGroup)} · ${planRow(due.kind).name}`,
    lines: [...dueLines(due, today).map((runs) => ({ runs })), ...(state ? [{ runs: [subtle(state)] }] : [])],
    beside: rowButton(one, here),
  };
}

const isStart = ({ send }: Button) => send.do === 'start';
const asMain = (one: Button): Button => ({ ...one, style: 'positive' });

interface Place {
  readonly here: DueSchool;
  readonly heading: string;
  readonly one: DuePupil;
}

const placesOf = (here: DueSchool): Place[] =>
  GROUPS.flatMap(({ state, heading }) => here.list[state].map((one) => ({ here, heading, one })));

function groupsOf(places: readonly Place[], manySchools: boolean, today: LocalDate) {
  // One main button on a card: the worst that can be started.
  const main = places.find((place) => rowButton(place.one, place.here).some(isStart))?.one;
  const rowOf = ({ one, here }: Place) => {
    const shown = row(one, here, today);
    return one === main ? { ...shown, beside: shown.beside.map(asMain) } : shown;
  };
  const byGroup = Map.groupBy(places, ({ here, heading }) => `${here.school.id} ${heading}`);
  let before: School | undefined;
  return [...byGroup.values()].map((some) => {
    const [{ here, heading } = { here: undefined, heading: '' }] = some;
    const school = manySchools && here && here.school !== before ? here.school.name : '';
    before = here?.school;
    return { school, heading, rows: some.map(rowOf) };
  });
}

function summary(schools: readonly DueSchool[]): string {
  const parts = GROUPS.flatMap(({ state, words }) => {
    const number = schools.reduce((sum, { list }) => sum + list[state].length, 0);
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
}): CardMessage {
  const { schools, today } = given;
  const places = schools.flatMap(placesOf);
  const pages = Math.max(1, Math.ceil(places.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(given.page) || 1), pages);
  const from = (page - 1) * ROWS_A_PAGE;
  const shown = places.slice(from, from + ROWS_A_PAGE);
  const showing = pages > 1 ? ` Showing ${from + 1}–${from + shown.length} of ${places.length}.` : '';
  const frame = {
    title: 'Reviews that are due',
    ask: places.length ? `${summary(schools)}${showing}` : EMPTY,
    ...noticed(given.notice),
  };
  const buttons = [
    ...pageButtons(page, pages, press.due),
    ...(places.length ? [] : [button('What’s waiting on me', press.mine(1))]),
  ];
  const groups = groupsOf(shown, schools.length > 1, today);
  return {
    card: render('due', frame, { groups, buttons }),
    notification: places.length ? `SEND reviews: ${summary(schools)}` : 'SEND reviews: none is due',
  };
}
