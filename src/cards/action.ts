import { isOpen } from '../domain/actions.ts';
import type { Action, Review } from '../domain/review.ts';
import { doneWords } from './actions.ts';
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
  const done = button('Done', on('action-done'), 'positive');
  const time = button('Need more time', on('action-extend'));
  return [
    ...(mine || mayRun ? [done, time] : []),
    ...(mine && !action.disowned ? [button('Not mine', on('action-not-mine'))] : []),
    ...(mayRun ? [button('Find a new owner', on('action-reassign'))] : []),
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

function disownedSection({ action, school }: Given): Section[] {
  if (!isOpen(action) || !action.disowned) return [];
  const { suggested, why } = action.disowned;
  const who = suggested ? [[subtle('They suggest: '), bold(nameOf(school, suggested))]] : [];
  return [section('Not theirs', [part([[subtle('They say')], ...typed(why), ...who])])];
}

function sectionsOf(given: Given): Section[] {
  const { review, action, school, mine } = given;
  const what = typed(action.what).map((runs) => runs.map(({ text }) => bold(text)));
  const owner = mine ? [] : [part([[subtle('Owner: '), plain(nameOf(school, action.owner))]])];
  return [
    section('', [
      part(what),
      ...owner,
      ...said('For the target', targetOf(action, review)?.text ?? ''),
      ...said('We will know it is done when', action.howWeWillKnow),
    ]),
    ...doneSection(given),
    ...disownedSection(given),
  ];
}

function askOf(shown: Given): string {
  const { action, mine, today } = shown;
  const due = `${dayWords(action.due)} (${daysWords(today, action.due)})`;
  if (action.done) return 'This action is done. Thank you!';
  if (action.withdrawn) return 'This action is not to be done any more.';
  if (!mine) return action.disowned ? 'This action needs a new owner.' : 'An action of this review.';
  if (action.disowned) return 'You said that this is not yours: the SENCO is finding it an owner.';
  if (shown.given) return `The review agreed this, and it is yours. Please do it by ${due}.`;
  return action.due < today
    ? 'This is overdue: is it done, or does it need more time?'
    : 'This is yours to do.';
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
