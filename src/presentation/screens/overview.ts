import { dayWords } from '../../domain/language/days.ts';
import { nameOf, pupilName } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { ClosedAction, OpenAction } from '../../domain/nudges/overview.ts';
import type { Reach } from '../../domain/nudges/reach.ts';
import type { Review } from '../../domain/review/review.ts';
import { membership } from '../../domain/school/membership.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { type ActionsView, button, press } from '../buttons.ts';
import { planWords, withPlanToSay } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { pageButtons, rowsOnPage } from '../paging.ts';
import {
  explained,
  headed,
  type Notice,
  noticed,
  type Part,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
  urgent,
} from '../parts.ts';
import { actionDue, doneWords } from './actions.ts';
import { type First, firstRows, firstSections, firstWords, isFirst } from './overview-first.ts';

interface Shown {
  readonly pupil: Pupil;
  /** All reviews of the pupil. */
  readonly reviews: readonly Review[];
  /** Whether the person runs reviews in its school: then they may give it to somebody else. */
  readonly mayRun: boolean;
}

/** An open action, and whether its owner could be told of it. */
export interface OpenRow extends Shown {
  readonly of: OpenAction;
  readonly reach?: Reach | undefined;
}

export interface ClosedRow extends Shown {
  readonly of: ClosedAction;
}

interface Given {
  /** The most overdue first. */
  readonly open: readonly OpenRow[];
  /** Those closed this term, the last first. */
  readonly closed: readonly ClosedRow[];
  /** What stands before them; nothing where only actions are asked for. */
  readonly first?: First;
  readonly view: ActionsView;
  /** Whose they are, where they are one colleague's or one pupil's only. */
  readonly whose?: string | undefined;
  /** To somebody who sees only what is theirs. */
  readonly own: boolean;
  readonly today: LocalDate;
  readonly notice?: Notice | undefined;
}

type By = ActionsView['by'];
type Row = OpenRow | ClosedRow;
const isClosed = (row: Row): row is ClosedRow => 'on' in row.of;
const isOverdue = (row: OpenRow, today: LocalDate) => row.of.due < today;

// In Slack a row and the group it may begin are six blocks at most, of fifty a message.
const ROWS_A_PAGE = 7;

const REACH: Readonly<Record<Reach, string>> = {
  unreached: 'Could not be told yet: ask them to open the app and say hello.',
  unconfirmed: 'We cannot tell whether they were told: ask them to open the app and say hello.',
};

/**
 * How it stands with an open action: when it is due, or why nobody has it in hand. Under its owner's name it is not said
 * again that they have left or are away.
 */
function standsRuns({ of: { due, action, inHand, school } }: OpenRow, by: By, today: LocalDate): Run[] {
  const from = action.cannotBeDone ?? action.disowned;
  const since = `since ${dayWords(from ? localDate(from.at) : due)}`;
  switch (inHand) {
    case 'cannot-be-done':
      return [urgent(`Can’t be done, they say: waits for a decision ${since}`)];
    case 'disowned':
      return [urgent(`Not theirs, they say: needs a new owner ${since}`)];
    case 'owner-left':
      return [urgent(by === 'owner' ? `Needs a new owner ${since}` : `Has left: needs a new owner ${since}`)];
    case 'owner-away': {
      const until = membership(school, action.owner)?.absent?.until;
      const away = until && by === 'pupil' ? [subtle(' · '), urgent(`Away until ${dayWords(until)}`)] : [];
      return [actionDue({ due }, today), ...away];
    }
    case 'owner':
      return [actionDue({ due }, today)];
  }
}

function closedRun({ of: { action, school, on } }: ClosedRow): Run {
  if (action.done) return plain(`Done: ${doneWords(action, school)}`);
  const by = action.withdrawn ? nameOf(school, action.withdrawn.by) : '';
  return plain(`Withdrawn by ${by}, ${dayWords(on)}`);
}

/** Whom it is about, beside whom it is grouped by. */
function besideGroup({ of: { action, school, review }, pupil, reviews }: Row, by: By): string {
  const name = by === 'owner' ? pupilName(pupil) : nameOf(school, action.owner);
  return withPlanToSay(name, { review, pupil, reviews });
}

function rowPart(row: Row, { view: { by }, own, today }: Given): Part {
  const { action, review } = row.of;
  const outside = action.onBehalfOf ? [subtle(`by ${action.onBehalfOf} · `)] : [];
  const about = [...(own ? [] : [subtle(`${besideGroup(row, by)} · `)]), ...outside];
  const lines = isClosed(row) ? [closedRun(row)] : standsRuns(row, by, today);
  const reach = isClosed(row) || !row.reach ? [] : [[urgent(REACH[row.reach])]];
  const open = button('Open', press.show('action', review.id, action.id));
  return part([...headed('', action.what), [...about, ...lines], ...reach], { beside: [open] });
}

function countsOf(rows: readonly Row[], today: LocalDate): string {
  const open = rows.filter((row): row is OpenRow => !isClosed(row));
  if (open.length === 0) return `${rows.length} closed`;
  const late = open.filter((row) => isOverdue(row, today)).length;
  return late ? `${open.length} open, ${late} overdue` : `${open.length} open`;
}

function ownerStands(school: School, owner: string, today: LocalDate): Run[] {
  const member = membership(school, owner);
  if (!member) return [subtle(' · '), urgent('Has left')];
  const { absent } = member;
  if (!absent || absent.until <= today) return [];
  if (absent.from > today) {
    const days = `${dayWords(absent.from)} until ${dayWords(absent.until)}`;
    return [subtle(' · '), urgent(`Away from ${days}`)];
  }
  return [subtle(' · '), urgent(`Away until ${dayWords(absent.until)}`)];
}

/** What is said of a whole group: whose it is, how much, and, of a colleague's, the way to give all of it away. */
function groupPart(rows: readonly Row[], all: readonly Row[], given: Given, manySchools: boolean): Part {
  const [first] = rows;
  if (!first) return part([]);
  const { action, school } = first.of;
  const { view, today } = given;
  const where = manySchools ? ` · ${school.name}` : '';
  const counts = subtle(`${countsOf(all, today)}${where}`);
  if (view.by === 'pupil') {
    return part([[subtle(`${planWords(first.pupil)} · `), counts]]);
  }
  const stands = isClosed(first) ? [] : ownerStands(school, action.owner, today);
  const giveAway = button('Give to another', press.schoolForm('bulk-reassign', school.id, action.owner));
  const may = first.mayRun && !isClosed(first);
  return part([[counts, ...stands]], { beside: may ? [giveAway] : [] });
}

const groupOf = ({ of: { school, action }, pupil }: Row, by: By) =>
  by === 'owner' ? `${school.id} ${action.owner}` : pupil.id;

function sectionsOf(rows: readonly Row[], all: readonly Row[], given: Given): Section[] {
  const { by } = given.view;
  const manySchools = new Set([...given.open, ...given.closed].map(({ of }) => of.school.id)).size > 1;
  const whole = Map.groupBy(all, (row) => groupOf(row, by));
  return [...Map.groupBy(rows, (row) => groupOf(row, by))].map(([group, some]) => {
    const [first] = some;
    const name = first ? nameOfGroup(first, by) : '';
    const head = groupPart(some, whole.get(group) ?? some, given, manySchools);
    return section('', [head, ...some.map((row) => rowPart(row, given))], name);
  });
}

const nameOfGroup = (row: Row, by: By) =>
  by === 'owner' ? nameOf(row.of.school, row.of.action.owner) : pupilName(row.pupil);

const WHICH: Readonly<Record<ActionsView['which'], string>> = {
  open: 'All open',
  overdue: 'Only overdue',
  closed: 'Closed this term',
};

/** The other ways to look at it. */
function filters({ view, own }: Given): Part {
  const to = (change: Partial<ActionsView>) => press.actions({ ...view, ...change, page: 1 });
  const others = (['open', 'overdue', 'closed'] as const).filter((which) => which !== view.which);
  const by = view.by === 'owner' ? 'pupil' : 'owner';
  return part([], {
    below: [
      ...others.map((which) => button(WHICH[which], to({ which }))),
      ...(own ? [] : [button(by === 'pupil' ? 'By pupil' : 'By owner', to({ by }))]),
      ...(view.who ? [button('Everybody’s', to({ who: undefined }))] : []),
      ...(own ? [] : [button('Who is away', press.absent(1))]),
    ],
  });
}

function summary({ open, closed, today }: Given): string {
  const late = open.filter((row) => isOverdue(row, today)).length;
  return `${count(open.length, 'action')} open, ${late} overdue, ${closed.length} closed this term.`;
}

const NOTHING: Readonly<Record<ActionsView['which'], string>> = {
  open: ' Nothing is open.',
  overdue: ' Nothing is overdue.',
  closed: ' None has been closed this term.',
};

const ORDER: Readonly<Record<ActionsView['which'], string>> = {
  open: ' Here is what is open, the most overdue first.',
  overdue: ' Here is what is overdue, the longest first.',
  closed: ' Here is what was closed this term, the last first.',
};

/**
 * Actions of the schools a person oversees, or, to others, their own: how many are open, overdue and closed this term, and
 * each with whoever it is with, the worst first.
 */
export function overviewCard(given: Given): CardMessage {
  const { open, closed, view, today } = given;
  const all: readonly Row[] = view.which === 'closed' ? closed : open;
  const rows = view.which === 'overdue' ? open.filter((row) => isOverdue(row, today)) : all;
  const { first = { late: [], toSend: [], heldUp: [] } } = given;
  // Whom the school waits for comes first, on the same pages.
  const grouped = [...Map.groupBy(rows, (row) => groupOf(row, view.by)).values()].flat();
  const lines = [...firstRows(first), ...grouped];
  const { page, pages, shown, showing } = rowsOnPage(lines, view.page, ROWS_A_PAGE);
  const firstHere = shown.filter(isFirst);
  const here = shown.filter((row): row is Row => !isFirst(row));
  const inShort = explained({
    frame: {
      title: given.own ? 'Your actions' : 'Actions',
      ...(given.whose ? { line: given.whose } : {}),
      ask: `${firstWords(first)}${summary(given)}${rows.length ? ORDER[view.which] : NOTHING[view.which]}${showing}`,
      ...noticed(given.notice),
    },
    sections: [section('', [filters(given)]), ...firstSections(firstHere), ...sectionsOf(here, all, given)],
    buttons: pageButtons(page, pages, (to) => press.actions({ ...view, page: to })),
  });
  return { ...inShort, notification: `SEND reviews: ${summary(given)}` };
}
