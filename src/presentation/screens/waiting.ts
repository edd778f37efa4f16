import { daysWords, dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { Obligation } from '../../domain/nudges/obligations.ts';
import { calledOf } from '../../domain/questions/said.ts';
import { offerIn } from '../../domain/review/flow.ts';
import { OWED_ORDER, rowNamed, rowOfKind } from '../../domain/review/obligations/index.ts';
import type { Answer, PressedAnswer } from '../../domain/review/obligations/row.ts';
import { ACTION } from '../../domain/review/questions/actions.ts';
import type { Action, Review } from '../../domain/review/review.ts';
import type { ScreenName } from '../../domain/review/screen-name.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { membership } from '../../domain/school/membership.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import { isOverdue, urgency } from '../../domain/statute/by-law.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import { compare, daysBetween, type LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { pageButtons } from '../paging.ts';
import {
  type Notice,
  noticed,
  plain,
  type Run,
  reason,
  subtle,
  typed,
  urgent,
  withoutReasons,
} from '../parts.ts';
import { render } from '../render.ts';
import { pagesOfRows, type Row, withMain } from './rows.ts';
import { notReachedRuns } from './unreached.ts';
import { inOneList, type PupilOwed, pupilRow } from './waiting-pupil.ts';

/** One thing a person owes, with what it is about. */
export interface Owed extends Whose {
  readonly obligation: Obligation;
  readonly school: School;
}

/** The action it is about; undefined for what is about no action. */
export const actionOf = ({ obligation, review }: Owed): Action | undefined =>
  review.actions.find(({ id }) => id === obligation.about);

/** The thing it is about, where a review has several: its wording, and the screen that shows it. */
export function thingOf(owed: Pick<Owed, 'obligation' | 'review'>): Thing | undefined {
  return thingNamed(owed.review, owed.obligation.kind, owed.obligation.about);
}
interface Thing {
  readonly text: string;
  readonly screen: ScreenName;
}

/** The same of what was owed, by its kind's name. */
export function thingNamed(review: Review, kind: string, about: string | undefined): Thing | undefined {
  const action = review.actions.find(({ id }) => id === about);
  if (action) return { text: action.what, screen: 'action' };
  const thing = rowNamed(kind)?.thing;
  const text = thing?.text(review, about);
  return thing && text !== undefined ? { text, screen: thing.screen } : undefined;
}

const PRESSED: Readonly<Record<PressedAnswer, (review: string, about: string) => ActionData>> = {
  'support-yes': press.supportYes,
  'told-in-person': press.toldInPerson,
  'told-outside': press.toldOutside,
};

/** The button to what answers something owed. */
function answerButton({ obligation, review }: Owed, answer: Answer): Button {
  if (answer.opens === 'meeting') return button(answer.title, press.openMeeting(review.id, false));
  if (answer.opens === 'nothing')
    return button(answer.title, PRESSED[answer.press](review.id, obligation.about ?? ''));
  const about = answer.aboutIt && obligation.about;
  return answer.opens === 'form'
    ? button(answer.title, press.form(offerIn(review.kind, answer.name), review.id, about))
    : button(answer.title, press.show(answer.name, review.id, about));
}

/** The buttons that settle it; `inFull` has all of an action's, without a look at it first. */
export function buttonsOf(owed: Owed, inFull: boolean): Button[] {
  const { answers, allAnswers = answers } = rowOfKind(owed.obligation.kind);
  return (inFull ? allAnswers : answers).map((answer) => answerButton(owed, answer));
}

/** By when, or since when. */
function whenRun({ obligation: { kind, due }, review }: Owed, today: LocalDate): Run {
  if (due < today && rowOfKind(kind).ofTheLa?.(review)) {
    return urgent(`${count(daysBetween(due, today), 'day')} late: was due ${dayWords(due)}`);
  }
  if (due < today) return urgent(`Was due ${dayWords(due)} (${daysWords(today, due)})`);
  return plain(`By ${dayWords(due)} (${daysWords(today, due)})`);
}

function whoseRuns({ action, school }: { action: Action; school: School }): Run[] {
  if (action.disowned) return [subtle(` · ${nameOf(school, action.owner)} says it is not theirs`)];
  return goneRuns(action.owner, school);
}

/** Who is away or has left, in whose place somebody is to be found. */
export function goneRuns(person: PersonId, school: School): Run[] {
  return [subtle(` · ${nameOf(school, person)} ${membership(school, person) ? 'is away' : 'has left'}`)];
}

/** Something owed, with the buttons that settle it. */
function rowOf(owed: Owed, today: LocalDate, manySchools: boolean): Row {
  const { obligation, review, pupil } = owed;
  const action = actionOf(owed);
  const terms = termsOf(review, pupil, today);
  const school = manySchools ? [subtle(` · ${owed.school.name}`)] : [];
  const about = [subtle(whoseWords(owed)), ...school, subtle(' · '), whenRun(owed, today)];
  const kind = rowOfKind(obligation.kind);
  const whose = kind.action === 'needs-owner' && action ? whoseRuns({ action, school: owed.school }) : [];
  const asked = kind.forSomebodyAway && obligation.about ? goneRuns(obligation.about, owed.school) : [];
  const chase = (kind.action === 'to-do' && action?.onBehalfOf) || '';
  const outside = chase ? [[subtle(`${calledOf(ACTION.onBehalfOf, owed, {})}: `), plain(chase)]] : [];
  const why = obligation.why ? [[reason(whyWords(obligation.why))]] : [];
  const thing = thingOf(owed);
  const unreached = kind.notReached ? notReachedRuns(review, obligation.about ?? '', owed.school) : [];
  const lines = [
    ...unreached,
    ...(thing ? typed(thing.text) : []),
    ...outside,
    [...about, ...whose, ...asked],
    ...why,
  ];
  return {
    heading: '',
    what: chase ? 'Please chase this action' : kind.words(terms, review),
    lines: lines.map((runs) => ({ runs })),
    buttons: buttonsOf(owed, false),
  };
}

/** The most urgent first: of what is overdue that which the law sets, then by the day, then as things are best done. */
const sorted = (owed: readonly Owed[], today: LocalDate): Owed[] =>
  [...owed].sort(
    ({ obligation: a }, { obligation: b }) =>
      urgency(a, today) - urgency(b, today) ||
      compare(a.due, b.due) ||
      OWED_ORDER.indexOf(a.kind) - OWED_ORDER.indexOf(b.kind),
  );

/** ", 2 overdue", or nothing. */
export function overdueWords(
  owed: readonly { readonly obligation: Pick<Obligation, 'due'> }[],
  today: LocalDate,
): string {
  const late = owed.filter(({ obligation }) => isOverdue(obligation, today)).length;
  return late ? `, ${late} overdue` : '';
}

const ROWS_A_PAGE = 8;

/** What waits on a person, over all their schools, the most urgent first; `page` counts from 1. */
export function mineCard(given: {
  readonly owed: readonly Owed[];
  /** What they owe for pupils, whatever reviews there are. */
  readonly ofPupils?: readonly PupilOwed[];
  readonly today: LocalDate;
  readonly page: number;
  /** Whether they may look at what is due (sencos, leaders). */
  readonly mayLookAtDue: boolean;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { today, ofPupils = [] } = given;
  const ofReviews = sorted(given.owed, today);
  const owed = [...ofReviews, ...ofPupils];
  const manySchools = new Set(owed.map(({ school }) => school.id)).size > 1;
  const pages = pagesOfRows(
    inOneList(
      ofReviews.map((one) => ({ of: one.obligation, row: rowOf(one, today, manySchools) })),
      ofPupils.map((one) => ({ of: one.obligation, row: pupilRow(one, today, manySchools) })),
      today,
    ),
    ROWS_A_PAGE,
  );
  const page = Math.min(Math.max(1, Math.trunc(given.page) || 1), pages.length);
  const rows = pages[page - 1] ?? [];
  const from = pages.slice(0, page - 1).reduce((sum, one) => sum + one.length, 0);
  const showing = pages.length > 1 ? ` Showing ${from + 1}–${from + rows.length} of ${owed.length}.` : '';
  const counts = `${count(owed.length, 'thing')}${overdueWords(owed, today)}, the most urgent first.`;
  const next = given.mayLookAtDue ? ' See what is due next?' : '';
  const frame = {
    title: 'What’s waiting on you',
    ask: owed.length ? `${counts}${showing}` : `Nothing is waiting on you.${next}`,
    ...noticed(given.notice),
  };
  const buttons = [
    ...pageButtons(page, pages.length, press.mine),
    ...(given.mayLookAtDue ? [button('Reviews that are due', press.due(1))] : []),
  ];
  const shown = page === 1 ? withMain(rows) : rows;
  const card = (some: readonly Row[]) => render('waiting', frame, { rows: some, more: '', buttons });
  const short = shown.map((row) => ({ ...row, lines: withoutReasons(row.lines) }));
  const hasReasons = shown.some(({ lines }) => withoutReasons(lines).length < lines.length);
  return {
    card: card(short),
    ...(hasReasons && { inFull: card(shown) }),
    notification: owed.length
      ? `SEND reviews: ${count(owed.length, 'thing')} waiting on you`
      : 'SEND reviews: nothing is waiting on you',
  };
}
