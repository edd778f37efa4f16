import { daysWords, dayWords } from '../../domain/language/days.ts';
import { staffAmong } from '../../domain/review/invitees.ts';
import type { Review } from '../../domain/review/review.ts';
import { sentences } from '../../domain/review/steps/step-form.ts';
import type { PersonId } from '../../domain/school/school.ts';
import { type Button, button, press } from '../buttons.ts';
import { whereSection } from '../meeting-place.ts';
import type { CardMessage } from '../message.ts';
import { type About, told } from './message-cards.ts';

/*
 * What those asked or invited hear of the meeting: when and where it is, and what is wanted of them; again when it moves
 * or is called off.
 */

/** Whom it is said to, too. */
export type ToOne = About & { readonly who: PersonId };

const toAnswer = ({ review, who }: ToOne) =>
  review.evidence.find((request) => request.who === who && !request.answer);

/** What is wanted of them before the meeting: their evidence, by when, or nothing. */
function wantedWords(given: ToOne): string {
  const request = toAnswer(given);
  if (request) return `Your evidence is wanted by ${dayWords(request.dueBy)}.`;
  const answered = given.review.evidence.some(({ who }) => who === given.who);
  return answered ? 'Your evidence is in, thank you.' : 'Nothing is wanted of you beforehand.';
}

const buttonsOf = (given: ToOne): Button[] =>
  toAnswer(given) ? [button('Give your evidence', press.form('evidence', given.review.id), 'positive')] : [];

function whenWords({ review: { meeting }, today }: ToOne): string {
  if (!meeting) return 'a day still to be set';
  return `${dayWords(meeting.date)} at ${meeting.time} (${daysWords(today, meeting.date)})`;
}

/** To staff who are invited: when and where it is, and what is wanted of them. */
export function meetingSetCard(given: ToOne): CardMessage {
  const when = whenWords(given);
  return told(given, {
    title: 'You are invited to a review meeting',
    say: sentences(`It is on ${when}.`, wantedWords(given)),
    sections: whereSection(given.review),
    buttons: buttonsOf(given),
    notification: `You are invited: review ${given.review.ref}, ${when}`,
  });
}

/** Another day or time than the meeting has now, on which it was to be; undefined where only its place is another. */
function wasOn({ review: { meeting, earlierMeetings } }: ToOne): string | undefined {
  const before = earlierMeetings?.at(-1);
  if (!before || (before.date === meeting?.date && before.time === meeting.time)) return undefined;
  return `${dayWords(before.date)} at ${before.time}`;
}

/** To those asked or invited: the meeting has another date, time or place. */
export function meetingMovedCard(given: ToOne): CardMessage {
  const { review } = given;
  const when = whenWords(given);
  const was = wasOn(given);
  const now = was ? `It was to be on ${was}. It is now on ${when}.` : `It is now on ${when}.`;
  return told(given, {
    title: 'The review meeting has moved',
    say: sentences(now, wantedWords(given)),
    sections: whereSection(review),
    buttons: buttonsOf(given),
    notification: `The meeting of review ${review.ref} is now on ${when}`,
  });
}

/** The meeting to which they were invited last, as they know it, and whether that one was called off. */
function invitedTo({ review: { meeting, earlierMeetings = [] }, who }: ToOne) {
  const were = ({ invitees }: NonNullable<Review['meeting']>) => staffAmong(invitees).includes(who);
  const last = earlierMeetings.findLast(were);
  const known = meeting && (!last || were(meeting)) ? meeting : last;
  return { which: known ? ` of ${dayWords(known.date)}` : '', wasOff: last?.was === 'called-off' };
}

/** To staff taken off the invitation: it is held without them, perhaps on another day than they know, which they need not. */
export function meetingWithoutYouCard(given: ToOne): CardMessage {
  const { which, wasOff } = invitedTo(given);
  const off = given.review.meeting
    ? 'was called off. It goes ahead on another day without you'
    : 'is called off';
  const request = toAnswer(given);
  const wanted = request
    ? `Your evidence is still wanted, by ${dayWords(request.dueBy)}.`
    : 'Nothing more is wanted of you for it. Thank you!';
  return told(given, {
    title: 'You need not come to the review meeting',
    say: sentences(`The meeting${which} ${wasOff ? off : 'is held without you'}.`, wanted),
    buttons: buttonsOf(given),
    notification: `You need not come: the meeting${which}, review ${given.review.ref}`,
  });
}

/** To staff whose evidence is not asked for any more: that is all, or they are invited still, and when it is. */
export function noLongerAskedCard(given: ToOne): CardMessage {
  const { review, who } = given;
  const isInvited = staffAmong(review.meeting?.invitees).includes(who);
  const rest = isInvited
    ? `You are invited to the meeting still: it is on ${whenWords(given)}.`
    : 'Nothing more is wanted of you for it. Thank you!';
  return told(given, {
    title: 'You are no longer asked',
    say: sentences('Your evidence is not asked for any more.', rest),
    notification: `You are no longer asked for evidence: review ${review.ref}`,
  });
}

/** To those asked or invited: the meeting is off, and its new day is still to be set. */
export function meetingCalledOffCard(given: ToOne): CardMessage {
  const { review } = given;
  const off = review.earlierMeetings?.at(-1);
  const when = off ? `of ${dayWords(off.date)} at ${off.time} ` : '';
  const asked = toAnswer(given) ? 'Your evidence is wanted still.' : '';
  return told(given, {
    title: 'The review meeting is called off',
    say: sentences(`The meeting ${when}will not be held then. You will hear of a new day.`, asked),
    buttons: buttonsOf(given),
    notification: `The meeting of review ${review.ref} is called off`,
  });
}
