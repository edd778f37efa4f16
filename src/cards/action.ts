import { isOpen } from '../domain/actions.ts';
import type { Action, Review } from '../domain/review.ts';
import type { School } from '../domain/school.ts';
import { byWords, doneWords, ownerWords } from './actions.ts';
import { type Button, button, press } from './buttons.ts';
import type { CardMessage } from './message.ts';
import {
  bold,
  type Fact,
  noticed,
  type OfReview,
  part,
  plain,
  type Section,
  said,
  section,
  sheetCard,
  subtle,
  typed,
} from './parts.ts';
import { voiceOf } from './voice.ts';
import { count, daysWords, dayWords, lineOf, nameOf } from './words.ts';

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

const targetOf = ({ targetId }: Action, { targets, newTargets }: Review) =>
  [...targets, ...newTargets].find(({ id }) => id === targetId);

function doneSection({ action, school }: Given): Section[] {
  if (!action.done) return [];
  return [section('Done', [part([[subtle(doneWords(action, school))], ...typed(action.done.what)])])];
}

function disownedSection({ action, school, mine }: Given): Section[] {
  if (!isOpen(action) || !action.disowned) return [];
  const { suggested, why, at } = action.disowned;
  const says = subtle(byWords({ by: action.owner, at }, school));
  const who = suggested ? [[subtle('Suggested: '), bold(nameOf(school, suggested))]] : [];
  return [section(mine ? 'Not yours' : 'Not theirs', [part([[says], ...typed(why), ...who])])];
}

function cannotSection({ action: { cannotBeDone }, school }: Given): Section[] {
  if (!cannotBeDone) return [];
  return [
    section('Can’t be done', [part([[subtle(byWords(cannotBeDone, school))], ...typed(cannotBeDone.why)])]),
  ];
}

function endedSection({ action: { withdrawn }, school }: Given): Section[] {
  if (!withdrawn) return [];
  const says = [subtle(byWords(withdrawn, school))];
  return [section('Ended without being done', [part([says, ...typed(withdrawn.why)])])];
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
  const { goal } = voiceOf(review, pupil, today);
  const what = typed(action.what).map((runs) => runs.map(({ text }) => bold(text)));
  const { onBehalfOf } = action;
  const outside = onBehalfOf ? [part([[subtle('To be done by: '), plain(onBehalfOf)]])] : [];
  const owner = mine ? outside : [part([[subtle('Owner: '), plain(ownerWords(action, school))]])];
  return [
    section('', [
      part(what),
      ...owner,
      ...said(`For the ${goal}`, targetOf(action, review)?.text ?? ''),
      ...said('We will know it is done when', action.howWeWillKnow),
    ]),
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

function askOf(shown: Given): string {
  const { action, mine, today } = shown;
  const due = `${dayWords(action.due)} (${daysWords(today, action.due)})`;
  if (action.done) return 'This action is done. Thank you!';
  if (action.withdrawn) return 'This action is not to be done any more.';
  if (action.cannotBeDone)
    return shown.mayRun
      ? 'It can’t be done as it stands. Please decide: another owner, more time, or its end.'
      : 'The SENCO knows that this can’t be done, and decides what becomes of it.';
  if (!mine) return action.disowned ? 'This action needs a new owner.' : 'An action of this review.';
  if (action.disowned) return 'You said that this is not yours: the SENCO is finding it an owner.';
  if (shown.given) return action.onBehalfOf ? `${CHASE} by ${due}.` : `${YOURS} by ${due}.`;
  if (action.due < today) return 'This is overdue: is it done, or does it need more time?';
  return action.onBehalfOf ? 'Please chase this: somebody outside school does it.' : 'This is yours to do.';
}

/** One action, to its owner or to whoever runs the review: what, by when, and how we shall know. */
export function actionCard(given: Given): CardMessage {
  const { review, pupil, action, mine } = given;
  const card = sheetCard({
    frame: {
      title: given.given ? 'A new action for you' : mine ? 'Your action' : 'Action',
      line: lineOf(review, pupil),
      ask: askOf(given),
      ...noticed(given.notice),
    },
    facts: isOpen(action) ? factsOf(given) : [],
    sections: sectionsOf(given),
    buttons: buttonsOf(given),
  });
  const what = given.given ? 'A new action for you' : 'An action';
  return { card, notification: `${what} (review ${review.ref}, by ${dayWords(action.due)})` };
}
