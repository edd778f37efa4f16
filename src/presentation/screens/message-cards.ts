import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { choiceTitle, count } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { familyViewsAwaited } from '../../domain/review/addressee.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { LA_DECISION } from '../../domain/review/questions/annual-options.ts';
import type { Action, Review } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { membership } from '../../domain/school/membership.ts';
import type { School } from '../../domain/school/school.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { bold, type OfReview, part, type Section, section, sheetCard, subtle, typed } from '../parts.ts';
import { decideButtons, movedSection } from './action.ts';
import { byWords, ownerWords } from './actions.ts';
import { untoldSection } from './tell-outside.ts';
import { unreachedSection } from './unreached.ts';

/*
 * Short private messages: what happened, what was said about it, and the next step for the person told. What a
 * locked phone shows of them is only the review's reference.
 */

export type About = Omit<OfReview, 'notice' | 'first'>;

interface Telling {
  readonly title: string;
  readonly say: string;
  readonly sections?: readonly Section[];
  readonly buttons?: readonly Button[];
  readonly notification: string;
}

export function told({ review, pupil }: About, telling: Telling): CardMessage {
  const card = sheetCard({
    frame: { title: telling.title, line: lineOf(review, pupil), ask: telling.say },
    sections: telling.sections ?? [],
    buttons: telling.buttons ?? [],
  });
  return { card, notification: telling.notification };
}

const toStatus = ({ review }: About) =>
  button('How the review stands', press.show('status', review.id), 'positive');

/** The action in question, in the words it was agreed in. */
const actionSection = ({ what }: Action) => section('', [part([[subtle('The action')], ...typed(what)])]);

/** To staff concerned: the local authority has decided on an EHC plan. */
export function laDecidedCard(given: About): CardMessage {
  const { review } = given;
  const decision = annualPartOf(review).decision;
  const words = decision ? `${LA_DECISION[decision.kind]}: letter of ${dayWords(decision.on)}.` : '';
  const goOn = decision?.kind === 'amend' ? ' Until the amended plan comes, the plan as it is goes on.' : '';
  return told(given, {
    title: 'The local authority has decided',
    say: `${words}${goOn}`.trim(),
    buttons: [button('See the record', press.show('record', review.id), 'positive')],
    notification: `The local authority has decided: review ${review.ref}`,
  });
}

/** To whoever runs it: everybody asked for evidence has answered. */
export function allAnsweredCard(given: About): CardMessage {
  const { review, pupil, today } = given;
  const { child } = termsOf(review, pupil, today);
  const views = [...familyViewsAwaited(review), ...(review.pupilViews ? [] : [`the ${child}’s views`])];
  const next = views.length
    ? `Still to record: ${views.join(' and ')}.`
    : 'The meeting can be opened when you meet.';
  return told(given, {
    title: 'Everyone has answered',
    say: `All the evidence you asked for is in. ${next}`,
    sections: [...unreachedSection(given, true), ...untoldSection(given, true)],
    buttons: [toStatus(given)],
    notification: `All the evidence is in: review ${review.ref}`,
  });
}

/** To those who have the record: it was corrected. */
export function recordCorrectedCard(given: About): CardMessage {
  const { review } = given;
  return told(given, {
    title: 'The record was corrected',
    say: 'What stood before is kept beside the correction.',
    buttons: [button('See the record', press.show('record', review.id), 'positive')],
    notification: `The record of review ${review.ref} was corrected`,
  });
}

function giveButton(review: Review, { id, disowned }: Action, school: School): Button {
  const owner = disowned?.suggested ?? '';
  return button(
    choiceTitle(`Give it to ${nameOf(school, owner)}`),
    press.giveTo(review.id, id, owner),
    'positive',
  );
}

/** To whoever runs it: an owner says an action is not theirs, why, and who might have it. */
export function actionNotMineCard(given: About & { readonly action: Action }): CardMessage {
  const { review, school, action } = given;
  const suggested = action.disowned?.suggested;
  const find = press.form('action-reassign', review.id, action.id);
  const why = [subtle('What they say')];
  const who = suggested ? [[subtle('They suggest: '), bold(nameOf(school, suggested))]] : [];
  const owner = [bold(nameOf(school, action.owner)), subtle(' says that this action is not theirs.')];
  const give = suggested && membership(school, suggested) ? [giveButton(review, action, school)] : [];
  return told(given, {
    title: 'An action needs a new owner',
    say: `It is due ${dayWords(action.due)}. Until it has an owner, nobody is reminded of it.`,
    sections: [
      section('', [part([owner]), part([why, ...typed(action.disowned?.why ?? ''), ...who])]),
      actionSection(action),
    ],
    buttons: [
      ...give,
      button('Find a new owner', find, give.length ? 'default' : 'positive'),
      button('How the review stands', press.show('status', review.id)),
    ],
    notification: `An action needs a new owner (review ${review.ref})`,
  });
}

/** To whoever runs it: somebody says that an action can't be done, and why. */
export function actionCannotBeDoneCard(given: About & { readonly action: Action }): CardMessage {
  const { review, school, action } = given;
  const { by = action.owner, why = '' } = action.cannotBeDone ?? {};
  const who = [bold(nameOf(school, by)), subtle(' says that this action can’t be done.')];
  return told(given, {
    title: 'An action can’t be done',
    say: 'Please decide: more time, another owner, or that it is not to be done. Until then nobody is reminded of it.',
    sections: [section('', [part([who]), part([[subtle('Why')], ...typed(why)])]), actionSection(action)],
    buttons: decideButtons(review, action),
    notification: `An action can’t be done (review ${review.ref})`,
  });
}

/** To whom it was before: an action has another owner, so that nobody goes on working on it. */
export function actionPassedOnCard(given: About & { readonly action: Action }): CardMessage {
  const { review, school, action } = given;
  const owner = [subtle('It is now with: '), bold(ownerWords(action, school))];
  return told(given, {
    title: 'An action has a new owner',
    say: 'You need not do anything more about it. Thank you!',
    sections: [section('', [part([owner])]), actionSection(action)],
    notification: `An action of yours has a new owner (review ${review.ref})`,
  });
}

const whyEnded = ({ withdrawn }: Action, school: School): Section[] =>
  withdrawn ? [section('Why', [part([[subtle(byWords(withdrawn, school))], ...typed(withdrawn.why)])])] : [];

/** To its owner: an action is not to be done any more, and why. */
export function actionWithdrawnCard(given: About & { readonly action: Action }): CardMessage {
  const { review, school, action } = given;
  return told(given, {
    title: 'An action is no longer needed',
    say: 'You need not do anything more about it. Thank you!',
    sections: [actionSection(action), ...whyEnded(action, school)],
    notification: `An action is no longer needed (review ${review.ref})`,
  });
}

/** To whoever runs it: an action was given more time for the second time or more. */
export function actionExtendedAgainCard(given: About & { readonly action: Action }): CardMessage {
  const { review, school, action } = given;
  const times = count(action.extensions.length, 'time');
  return told(given, {
    title: 'An action needs more time again',
    say: `It has been moved ${times}, now to ${dayWords(action.due)}. A word with its owner may help.`,
    sections: [
      section('', [part([[subtle('Owner: '), bold(ownerWords(action, school))]])]),
      actionSection(action),
      movedSection(action, school),
    ],
    buttons: [button('Open the action', press.show('action', review.id, action.id), 'positive')],
    notification: `An action was moved again (review ${review.ref})`,
  });
}

/** To whoever runs it: the last action is done and the review closed. `next`: by when the next one is due, and why. */
export function reviewClosedCard(given: About & { readonly next?: RuleDate | undefined }): CardMessage {
  const { review, next } = given;
  const ended = review.actions.some(({ withdrawn }) => withdrawn);
  const after = next
    ? `The next review is due by ${dayWords(next.date)}, and will show among those that are due.`
    : 'The plan has ended, so no further review is due.';
  return told(given, {
    title: 'The review is closed',
    say: `${planRow(review.kind).words.everyAction} action is ${ended ? 'done or ended' : 'done'}. ${after}`,
    buttons: [
      button('See the record', press.show('record', review.id), 'positive'),
      button('Reviews that are due', press.due(1)),
    ],
    notification: `Review ${review.ref} is closed`,
  });
}

/** To those who were told of its end: a review that was closed by mistake is open again, and what of it does not hold any more. */
export function reviewReopenedCard(given: About): CardMessage {
  const { review } = given;
  const anew =
    review.stage === 'meeting'
      ? 'Its outcome is decided anew: the record you were sent does not hold any more, and another follows.'
      : 'Something that was agreed is still to be done.';
  return told(given, {
    title: 'The review is open again',
    say: `It had been closed by mistake. ${anew}`,
    notification: `Review ${review.ref} is open again`,
  });
}

/** To those asked or invited: there will be no meeting, and nothing more is wanted of them. */
export function reviewCancelledCard(given: About): CardMessage {
  const { review } = given;
  return told(given, {
    title: 'The review is cancelled',
    say: 'It will not be held, and nothing more is wanted of you for it. Thank you!',
    notification: `Review ${review.ref} is cancelled`,
  });
}
