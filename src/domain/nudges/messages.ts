import { annualPartOf } from '../review/annual-part.ts';
import { staffConcerned, staffToldOfOutcome } from '../review/concerned.ts';
import type { Actor } from '../review/decision.ts';
import { type Fact, factRow } from '../review/facts.ts';
import { staffAmong } from '../review/invitees.ts';
import { meetingIsOver } from '../review/obligations/meeting-day.ts';
import { heldUpIn, supportEndedOn } from '../review/obligations/support.ts';
import { isOpen } from '../review/open-actions.ts';
import { recordedAtMeeting } from '../review/recorded-at-meeting.ts';
import { requestOf } from '../review/requests.ts';
import type { Review } from '../review/review.ts';
import { isSenco, membership } from '../school/membership.ts';
import { isQuiet } from '../school/place.ts';
import type { PersonId, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { allAbout, type MessageKind, type PendingMessage } from './message.ts';
import { TOGETHER } from './together.ts';

/** What asks somebody for something, or says that they need not be waited for: not while nothing is asked of the review. */
const ASKS: ReadonlySet<MessageKind> = new Set([
  'evidence-request',
  'all-answered',
  'action-given',
  'support-given',
  'support-not-happening',
  'request-given',
]);

/**
 * The messages a fact owes, given the review as it is after it. Only to current staff; to the one who acted only what
 * they are asked for. `newKey` gives each message a key no other has.
 */
export function messagesFor(
  review: Review,
  fact: Fact,
  actor: Actor,
  school: School,
  newKey: () => string,
): readonly PendingMessage[] {
  // Of a review that begins nobody is told: what is to be done stands in the lead's digest.
  if (fact.type === 'review-started') return [];
  const tellings = factRow(fact.type).tells?.({ review, fact, school }) ?? [];
  return tellings
    .filter(({ to, asks }) => membership(school, to) && (asks || to !== actor.who))
    .map(({ asks: _, ...telling }) => ({
      key: newKey(),
      ...telling,
      queuedAt: actor.at,
      state: { is: 'waiting', tries: 0 },
    }));
}

/**
 * The messages with `more` queued after them. What is given to somebody who has not been sent the last of its kind yet goes
 * into that message: only what nobody has begun to send is changed.
 */
export function withQueued(
  messages: readonly PendingMessage[],
  more: readonly PendingMessage[],
): readonly PendingMessage[] {
  const all = [...messages];
  for (const one of more) {
    const { kind, to, about } = one;
    const at = TOGETHER.has(kind)
      ? all.findIndex((other) => other.kind === kind && other.to === to && other.state.is === 'waiting')
      : -1;
    const waiting = all[at];
    if (!waiting || about === undefined) all.push(one);
    else if (!isAbout(waiting, about)) all[at] = { ...waiting, also: [...(waiting.also ?? []), about] };
  }
  return all;
}

/** What of `now` was queued since `before`: what is new, and what says more than it did. */
export function queuedSince(
  before: readonly PendingMessage[],
  now: readonly PendingMessage[],
): readonly PendingMessage[] {
  const said = new Map(before.map((one) => [one.key, allAbout(one).length]));
  return now.filter((one) => said.get(one.key) !== allAbout(one).length);
}

/** Whether a message still holds, or something of it does: see `stillToSay`. */
export const stillWanted = (
  review: Review,
  pending: PendingMessage,
  school: School,
  today: LocalDate,
): boolean => stillToSay(review, pending, school, today) !== undefined;

/**
 * What of a message still holds when its time to be sent has come: the person is still on the staff list, what it asks
 * is still to be done and theirs, and no later message says the same. Undefined where nothing does.
 */
export function stillToSay(
  review: Review,
  pending: PendingMessage,
  school: School,
  today: LocalDate,
): PendingMessage | undefined {
  if (review.schoolId !== school.id || !membership(school, pending.to)) return undefined;
  if (isQuiet(review.quiet, today) && ASKS.has(pending.kind)) return undefined;
  const { about: _about, also: _also, ...message } = pending;
  const still = (one: PendingMessage) =>
    !saidAgainLater(review, one) && holds(review, one, school, today) ? [one] : [];
  if (pending.about === undefined) return still(message).at(0);
  const [first, ...rest] = allAbout(pending).flatMap((about) => still({ ...message, about }));
  return first && { ...first, ...(rest.length > 0 && { also: rest.flatMap(allAbout) }) };
}

function saidAgainLater(review: Review, { key, kind, to, about }: PendingMessage): boolean {
  const same = review.messages.filter(
    (other) =>
      other.kind === kind && other.to === to && isAbout(other, about) && other.state.is !== 'dropped',
  );
  return same.some((other) => other.key === key) && same.at(-1)?.key !== key;
}

const isAbout = (message: PendingMessage, thing: string | undefined): boolean =>
  thing === undefined ? message.about === undefined : allAbout(message).includes(thing);

/** Whether they were never told that it was theirs: then nor need they hear that it is somebody else's. */
function isNewsTo(
  { messages }: Review,
  person: PersonId,
  thing: string,
  told: 'action-given' | 'support-given' = 'action-given',
): boolean {
  const given = messages.filter((one) => one.kind === told && one.to === person && isAbout(one, thing));
  return given.length > 0 && given.every(({ state }) => state.is === 'waiting' || state.is === 'dropped');
}

/**
 * Whether the meeting is still to come, as far as those go who were told of it. One that was opened can be closed again as long as
 * nothing was recorded in it: until then what was sent stands as it is.
 */
const isToCome = (review: Review, { is }: PendingMessage['state']): boolean =>
  review.stage === 'gathering' || (is === 'sent' && review.stage === 'meeting' && !recordedAtMeeting(review));

function holds(
  review: Review,
  { kind, to, about, state }: PendingMessage,
  school: School,
  today: LocalDate,
): boolean {
  const action = review.actions.find(({ id }) => id === about);
  const open = review.stage === 'acting' && action !== undefined && isOpen(action);
  const support = review.provision.find(({ id }) => id === about);
  const request = requestOf(review, about);
  switch (kind) {
    case 'support-given':
      return support?.owner === to && !supportEndedOn(review, support);
    case 'support-passed-on':
      return (
        support !== undefined && support.owner !== to && !isNewsTo(review, to, support.id, 'support-given')
      );
    case 'support-ended':
      return support?.owner === to && support.ended !== undefined;
    case 'support-not-happening':
      return isSenco(school, to) && heldUpIn(review).some(({ id }) => id === about);
    case 'request-given':
      return review.stage === 'acting' && request?.owner === to && !request.sent && !request.answer;
    case 'evidence-request':
      // Asked for to be read at the meeting: not once that is open, or its day is over.
      return (
        isToCome(review, state) &&
        !meetingIsOver(review, today) &&
        review.evidence.some(({ who, answer }) => who === to && !answer)
      );
    case 'meeting-set':
      return (
        isToCome(review, state) &&
        !meetingIsOver(review, today) &&
        staffAmong(review.meeting?.invitees).includes(to)
      );
    case 'meeting-moved':
      return isToCome(review, state) && review.meeting !== undefined && staffConcerned(review).includes(to);
    case 'meeting-called-off':
      return (
        review.stage === 'gathering' && review.meeting === undefined && staffConcerned(review).includes(to)
      );
    case 'meeting-without-you':
      return review.stage === 'gathering' && !staffAmong(review.meeting?.invitees).includes(to);
    case 'no-longer-asked':
      return review.stage === 'gathering' && !review.evidence.some(({ who }) => who === to);
    case 'la-decided':
      return annualPartOf(review).decision !== undefined && staffToldOfOutcome(review).includes(to);
    case 'all-answered':
      return (
        review.stage === 'gathering' &&
        isSenco(school, to) &&
        review.evidence.every(({ who, answer }) => answer || !membership(school, who))
      );
    case 'record':
    case 'record-corrected':
      return review.outcome !== undefined && staffToldOfOutcome(review).includes(to);
    case 'action-given':
      return open && action.owner === to;
    case 'action-passed-on':
      return open && action.owner !== to && !isNewsTo(review, to, action.id);
    case 'action-not-mine':
      return open && isSenco(school, to) && action.disowned !== undefined;
    case 'action-cannot-be-done':
      return open && isSenco(school, to) && action.cannotBeDone !== undefined;
    case 'action-withdrawn':
      return action?.withdrawn !== undefined && action.owner === to;
    case 'action-extended-again':
      return open && isSenco(school, to) && action.extensions.length > 1;
    case 'review-closed':
      return review.stage === 'closed' && isSenco(school, to);
    case 'review-reopened':
      return review.reopened !== undefined && (review.stage === 'meeting' || review.stage === 'acting');
    case 'review-cancelled':
      return review.stage === 'cancelled' && staffConcerned(review).includes(to);
  }
}
