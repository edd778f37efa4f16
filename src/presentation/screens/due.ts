import { dayWords } from '../../domain/language/days.ts';
import { capital } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { School } from '../../domain/school/school.ts';
import type { Due, DueList, DuePupil } from '../../domain/statute/due.ts';
import {
  type DueWanted,
  isOfThose,
  isPeriod,
  isWanted,
  lastDayWanted,
} from '../../domain/statute/due-wanted.ts';
import { isPressing } from '../../domain/statute/pressing.ts';
import type { LocalDate } from '../../domain/time.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { DueView } from '../due-view.ts';
import type { CardMessage } from '../message.ts';
import { pageButtons } from '../paging.ts';
import { type Notice, noticed } from '../parts.ts';
import { render } from '../render.ts';
import { duePages } from './due-pages.ts';
import { type AloneReview, aloneRow, type DueRow, dueRow, type RowsFrom } from './due-row.ts';
import { parentsButtons } from './parents-to-meet.ts';

/** A school's reviews as `dueList` has them, and what of it the person may do. */
export interface DueSchool extends Omit<RowsFrom, 'why'> {
  readonly school: School;
  readonly list: DueList;
  /** The reviews under way whose plan is gone: nothing is due of them, but they are to be finished or cancelled. */
  readonly alone: readonly AloneReview[];
}

/** With every date and its reason a row is long: a Slack message holds about 13,000 characters. */
const ROWS_WITH_REASONS = 8;

type State = Due['state'] | 'alone';

/** What stands in a school's list, in this order; a review that stands by itself is not to wait behind what is coming. */
const GROUPS: readonly { readonly state: State; readonly heading: string; readonly words: string }[] = [
  // Each row says how late it is: nothing more need head what is to be looked at now.
  { state: 'overdue', heading: '', words: 'overdue' },
  { state: 'due', heading: '', words: 'due now' },
  { state: 'alone', heading: '', words: 'of a plan that is gone' },
  { state: 'coming', heading: 'Coming up', words: 'coming up' },
];

const isStart = ({ send }: Button) => send.do === 'start';

interface Place {
  readonly school: string;
  readonly heading: string;
  readonly row: DueRow;
}

/** What of a school is wanted, by state. */
type Shown = Readonly<Record<Due['state'], readonly DuePupil[]>> & { readonly alone: readonly AloneReview[] };

function shownOf({ list, alone, school }: DueSchool, wanted: DueWanted, today: LocalDate): Shown {
  const of = (state: Due['state']) => list[state].filter((one) => isWanted(one, wanted, school, today));
  return {
    overdue: of('overdue'),
    due: of('due'),
    coming: of('coming'),
    alone: alone.filter(({ pupil, review }) => isOfThose(pupil, review.kind, wanted)),
  };
}

/** The rows of a school: first what is pressing, of whatever state. */
function placesOf(here: DueSchool, shown: Shown, school: string, view: DueView, today: LocalDate): Place[] {
  const from = { ...here, why: view.why ?? false };
  const isFirst = ({ due }: DuePupil) => isPressing(due, today);
  const states = [shown.overdue, shown.due, shown.coming];
  const first = states.flatMap((some) => some.filter(isFirst)).map((one) => dueRow(one, from, today));
  const rest = GROUPS.flatMap(({ state, heading }) => {
    const rows =
      state === 'alone'
        ? shown.alone.map((one) => aloneRow(one, from))
        : shown[state].filter((one) => !isFirst(one)).map((one) => dueRow(one, from, today));
    return rows.map((row) => ({ school, heading, row }));
  });
  return [...first.map((row) => ({ school, heading: '', row })), ...rest];
}

function groupsOf(places: readonly Place[], main: DueRow | undefined) {
  // One main button on a card: the worst that can be started.
  const mained = ({ row }: Place) => (row === main ? { ...row, beside: row.beside.map(asMain) } : row);
  let before = '';
  return [...Map.groupBy(places, ({ school, heading }) => JSON.stringify([school, heading])).values()].map(
    (some) => {
      const { school = '', heading = '' } = some[0] ?? {};
      const isNew = school !== before;
      before = school;
      return { school: isNew ? school : '', heading, rows: some.map(mained) };
    },
  );
}

function summary(all: readonly Shown[]): string {
  const parts = GROUPS.flatMap(({ state, words }) => {
    const number = all.reduce((sum, one) => sum + one[state].length, 0);
    return number ? [`${number} ${words}`] : [];
  });
  return `${parts.join(', ')}.`;
}

/** "EHCP, Year 4, this half-term (up to Fri 18 Dec 2026): "; nothing where all are wanted. */
function wantedWords(
  { kinds = [], years = [], by }: DueWanted,
  schools: readonly DueSchool[],
  today: LocalDate,
): string {
  const words = [
    ...kinds.map((kind) => planRow(kind).name),
    ...years,
    ...(by ? [byWords(by, schools, today)] : []),
  ];
  return words.length ? `${capital(words.join(', '))}: ` : '';
}

function byWords(by: NonNullable<DueWanted['by']>, schools: readonly DueSchool[], today: LocalDate): string {
  if (!isPeriod(by)) return `up to ${dayWords(by)}`;
  const [last, ...others] = new Set(schools.map(({ school }) => lastDayWanted(by, school, today)));
  return last && last > today && others.length === 0 ? `${by} (up to ${dayWords(last)})` : by;
}

const EMPTY =
  'No pupil here has a plan to review at the moment. Plans come in with the school’s list of pupils; when one is there, its review shows here in good time.';

const NONE: Shown = { overdue: [], due: [], coming: [], alone: [] };

/** The page with the row at `row`, which counts from 0. */
function pageOf(row: number, pages: readonly (readonly unknown[])[]): number {
  let before = 0;
  const at = pages.findIndex((page) => {
    before += page.length;
    return row < before;
  });
  return Math.max(0, at) + 1;
}

/**
 * What is overdue, due and coming up, in each of the person's schools: a line a pupil, what the law sets and what is past its
 * last safe day to meet first. `page` counts from 1.
 */
export function dueCard(given: {
  readonly schools: readonly DueSchool[];
  readonly today: LocalDate;
  readonly page: number;
  readonly view?: DueView;
  readonly notice?: Notice | undefined;
  /** How much is to be said of pupils that no list has said. */
  readonly missing?: number;
}): CardMessage {
  const { schools, today, view = {} } = given;
  const { why: _, only: __, ...wanted } = view;
  const shown = schools.map((here) => shownOf(here, wanted, today));
  const nameOf = ({ school }: DueSchool) => (schools.length > 1 ? school.name : '');
  const places = schools.flatMap((here, at) => placesOf(here, shown[at] ?? NONE, nameOf(here), view, today));
  const pages = duePages(places, view.why ? ROWS_WITH_REASONS : undefined);
  const page = Math.min(Math.max(1, Math.trunc(given.page) || 1), Math.max(1, pages.length));
  const here = pages[page - 1] ?? [];
  const from = pages.slice(0, page - 1).reduce((sum, one) => sum + one.length, 0);
  const showing = pages.length > 1 ? `Showing ${from + 1}–${from + here.length} of ${places.length}.` : '';
  const which = wantedWords(wanted, schools, today);
  const none = which ? `${which}nothing is due.` : EMPTY;
  const other = view.why ? { ...wanted } : { ...wanted, why: true as const };
  const otherPages = duePages(places, view.why ? undefined : ROWS_WITH_REASONS);
  const buttons = [
    ...pageButtons(page, pages.length, (to) => press.due(to, view)),
    ...(places.length
      ? [button(view.why ? 'Without reasons' : 'Why these dates', press.due(pageOf(from, otherPages), other))]
      : []),
    ...(which ? [button('All that are due', press.due(1))] : []),
    // Clients show five buttons in a row.
    ...(which ? [] : parentsButtons(schools)),
    ...(given.missing && !which ? [button(`What is missing (${given.missing})`, press.missing())] : []),
    ...(places.length || which ? [] : [button('What’s waiting on me', press.mine(1))]),
  ];
  const main = here.find(({ row }) => row.beside.some(isStart))?.row;
  const frame = {
    title: 'Reviews that are due',
    ask: places.length ? `${which}${summary(shown)}` : none,
    ...noticed(given.notice),
  };
  return {
    card: render('due', frame, { groups: groupsOf(here, main), more: showing, buttons }),
    notification: places.length ? `SEND reviews: ${summary(shown)}` : 'SEND reviews: none is due',
  };
}
