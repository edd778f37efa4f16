import { daysWords, dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import type { Question, SaidUnder } from '../../domain/questions/question.ts';
import { calledOf, except, saidTo } from '../../domain/questions/said.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import {
  ACTION,
  ACTION_DONE,
  CANNOT_BE_DONE,
  NOT_MINE,
  WITHDRAWN,
} from '../../domain/review/questions/actions.ts';
import type { Action, Review } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import type { School } from '../../domain/school/school.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import {
  bold,
  type Fact,
  noticed,
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  section,
  sheetCard,
  subtle,
  typed,
} from '../parts.ts';
import { readLines, readOut } from '../read-out.ts';
import { byWords, doneWords, ownerWords } from './actions.ts';

interface Given extends OfReview {
  readonly action: Action;
  /** Whether it is the person's own: then it is theirs to do, move or hand back. */
  readonly mine: boolean;
  /** Whether they run the review, and so may give it to somebody else. */
  readonly mayRun: boolean;
  /** Said to the owner when the action is given to them, rather than shown when asked for. */
  readonly given?: boolean;
}

function buttonsOf({ review, action, mine, mayRun }: Given): Button[] {
  if (!isOpen(action) || review.stage !== 'acting') return [];
  const on = (form: Parameters<typeof press.form>[0]) => press.form(form, review.id, action.id);
  const done = (style?: Button['style']) => button('Done', on('action-done'), style);
  if (mayRun && (action.cannotBeDone || action.disowned)) return [...decideButtons(review, action), done()];
  // Who can give it away or end it need not hand it back; and clients drop the buttons after the fifth.
  const handBack = mine && !mayRun;
  return [
    ...(mine || mayRun ? [done('positive')] : []),
    ...(mine || mayRun ? [button(mine ? 'Need more time' : 'Give more time', on('action-extend'))] : []),
    ...(handBack && !action.disowned ? [button('Not mine', on('action-not-mine'))] : []),
    ...(handBack && !action.cannotBeDone ? [button('Can’t be done', on('action-cannot'))] : []),
    ...(mayRun ? [button('Find a new owner', on('action-reassign')), endButton(review, action)] : []),
  ];
}

const endButton = (review: Review, { id }: Action) =>
  button('End it without being done', press.form('action-withdraw', review.id, id), 'destructive');

/** What the SENCO can make of an action that somebody has handed back. */
export function decideButtons(review: Review, action: Action): Button[] {
  return [
    button('Find a new owner', press.form('action-reassign', review.id, action.id), 'positive'),
    button('Give more time', press.form('action-extend', review.id, action.id)),
    endButton(review, action),
  ];
}

function factsOf({ action, today }: Given): Fact[] {
  const moved = action.extensions[0];
  const times = count(action.extensions.length, 'time');
  return [
    { title: 'Due', value: `${dayWords(action.due)} (${daysWords(today, action.due)})` },
    ...(moved ? [{ title: 'Moved', value: `${times}; first due ${dayWords(moved.from)}` }] : []),
  ];
}

function doneSection({ review, action, school }: Given): Section[] {
  if (!action.done) return [];
  const { done } = action;
  const what = except(saidTo(ACTION_DONE, { ...done }, { review, about: action.id }, {}), 'helped');
  return [section('Done', [part([[subtle(doneWords(action, school))], ...readLines(what)])])];
}

/** Who said it and when, and what they said. */
const saidBy = (by: Parameters<typeof byWords>[0], said: readonly SaidUnder[], school: School): Part =>
  part([[subtle(byWords(by, school))], ...readLines(said)]);

function disownedSection({ review, action, school, mine }: Given): Section[] {
  if (!isOpen(action) || !action.disowned) return [];
  const { owner: who, disowned } = action;
  const said = saidTo(NOT_MINE, { ...disowned }, { review, school, who }, {});
  return [section(mine ? 'Not yours' : 'Not theirs', [saidBy({ by: who, at: disowned.at }, said, school)])];
}

function cannotSection({ review, action: { cannotBeDone }, school }: Given): Section[] {
  if (!cannotBeDone) return [];
  const said = saidTo(CANNOT_BE_DONE, { ...cannotBeDone }, { review }, {});
  return [section('Can’t be done', [saidBy(cannotBeDone, said, school)])];
}

function endedSection({ review, action: { withdrawn }, school }: Given): Section[] {
  if (!withdrawn) return [];
  const said = saidTo(WITHDRAWN, { ...withdrawn }, { review, school }, {});
  return [section('Ended without being done', [saidBy(withdrawn, said, school)])];
}

// With all else that a card of an action says, a message of Slack's holds one more long text.
const REASONS = 3000;

/**
 * The last times it was given more time, and why, the newest first: for who runs or oversees it, since a reason may be
 * somebody's own affair.
 */
export function movedSection(action: Action, school: School): Section {
  const newest = action.extensions.toReversed();
  const lengths = newest.map((_, at) =>
    newest.slice(0, at + 1).reduce((sum, { why }) => sum + why.length, 0),
  );
  const shown = newest.filter((_, at) => at === 0 || (lengths[at] ?? 0) <= REASONS);
  const parts = shown.map(({ by, at, from, to, why }) =>
    part([
      [plain(`From ${dayWords(from)} to ${dayWords(to)}`), subtle(` · ${byWords({ by, at }, school)}`)],
      ...typed(why),
    ]),
  );
  return section(shown.length < newest.length ? 'More time, lastly' : 'More time', parts);
}

const undecidedTwice = ({ cannotBeDone, disowned }: Action) => cannotBeDone && disowned;

function sectionsOf(given: Given): Section[] {
  const { review, pupil, action, school, today, mine } = given;
  const terms = { ...termsOf(review, pupil, today) };
  const what = typed(action.what).map((runs) => runs.map(({ text }) => bold(text)));
  const line = (question: Question<string, Given>, text: string) =>
    part([[subtle(`${calledOf(question, given, terms)}: `), plain(text)]]);
  const { onBehalfOf } = action;
  const outside = onBehalfOf ? [line(ACTION.onBehalfOf, onBehalfOf)] : [];
  const owner = mine ? outside : [line(ACTION.owner, ownerWords(action, school))];
  const said = saidTo<Given>(ACTION, { ...action }, given, terms);
  const more = except(said, 'what', 'owner', 'doneBy', 'onBehalfOf', 'due');
  return [
    section('', [part(what), ...owner, ...readOut(more)]),
    ...doneSection(given),
    ...endedSection(given),
    ...(isOpen(action) ? cannotSection(given) : []),
    ...disownedSection(given),
    ...(mine || !action.extensions.length || undecidedTwice(action) ? [] : [movedSection(action, school)]),
  ];
}

const YOURS = 'The review agreed this, and it is yours. Please do it';
const CHASE =
  'The review agreed this. Somebody outside school does it, and you chase it: please see that it is done';
const IN_TOUCH =
  'The review agreed this. The family does it, and you keep in touch with them: please hear how it goes';

const isFamilys = ({ doneBy }: Action) => doneBy === 'parent' || doneBy === 'pupil';

/** Whether it is open again because the review was closed by mistake. */
const isOpenAgain = ({ review, action }: Given) => review.reopened?.at(-1)?.action?.id === action.id;

function askOf(shown: Given): string {
  const { action, mine, today } = shown;
  const due = `${dayWords(action.due)} (${daysWords(today, action.due)})`;
  if (action.done) return shown.notice ? 'This action is done.' : 'This action is done. Thank you!';
  if (action.withdrawn) return 'This action is not to be done any more.';
  if (action.cannotBeDone)
    return shown.mayRun
      ? 'It can’t be done as it stands. Please decide: another owner, more time, or its end.'
      : 'The SENCO knows that this can’t be done, and decides what becomes of it.';
  if (!mine) return action.disowned ? 'This action needs a new owner.' : 'An action of this review.';
  if (action.disowned) return 'You said that this is not yours: the SENCO is finding it an owner.';
  if (shown.given && isOpenAgain(shown))
    return `It had been closed by mistake, and is still to be done: by ${due}.`;
  if (shown.given) return `${isFamilys(action) ? IN_TOUCH : action.onBehalfOf ? CHASE : YOURS} by ${due}.`;
  if (action.due < today) return 'This is overdue: is it done, or does it need more time?';
  if (isFamilys(action)) return 'The family does this; please keep in touch with them about it.';
  return action.onBehalfOf ? 'Please chase this: somebody outside school does it.' : 'This is yours to do.';
}

/** One action, to its owner or to whoever runs the review: what, by when, and how we shall know. */
export function actionCard(given: Given): CardMessage {
  const { review, pupil, action, mine } = given;
  const news = isOpenAgain(given) ? 'An action of yours is open again' : 'A new action for you';
  const card = sheetCard({
    frame: {
      title: given.given ? news : mine ? 'Your action' : 'Action',
      line: lineOf(review, pupil),
      ask: askOf(given),
      ...noticed(given.notice),
    },
    facts: isOpen(action) ? factsOf(given) : [],
    sections: sectionsOf(given),
    buttons: buttonsOf(given),
  });
  const what = given.given ? news : 'An action';
  return { card, notification: `${what} (review ${review.ref}, by ${dayWords(action.due)})` };
}
