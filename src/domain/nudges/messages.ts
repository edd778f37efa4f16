import { annualPartOf } from '../review/annual-part.ts';
import { staffConcerned } from '../review/concerned.ts';
import type { Actor } from '../review/decision.ts';
import { type Fact, factRow } from '../review/facts.ts';
import { staffAmong } from '../review/invitees.ts';
import { meetingIsOver } from '../review/obligations/meeting-day.ts';
import { isOpen } from '../review/open-actions.ts';
import type { Review } from '../review/review.ts';
import { isHeldUp } from '../review/support-days.ts';
import { isSenco, membership } from '../school/membership.ts';
import { isQuiet } from '../school/place.ts';
import type { PersonId, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import type { MessageKind, PendingMessage } from './message.ts';

/** What asks somebody for something, or says that they need not be waited for: not while nothing is asked of the review. */
const ASKS: ReadonlySet<MessageKind> = new Set([
  'evidence-request',
  'all-answered',
  'action-given',
  'support-given',
  'support-not-happening',
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
 * Whether a message still holds when its time to be sent has come: the person is still on the staff list, what it asks
 * is still to be done and theirs, and no later message says the same.
 */
export function stillWanted(
  review: Review,
  pending: PendingMessage,
  school: School,
  today: LocalDate,
): boolean {
  if (review.schoolId !== school.id || !membership(school, pending.to)) return false;
  if (isQuiet(review.quiet, today) && ASKS.has(pending.kind)) return false;
  return !saidAgainLater(review, pending) && holds(review, pending, school, today);
}

function saidAgainLater(review: Review, { key, kind, to, about }: PendingMessage): boolean {
  const same = review.messages.filter(
    (other) =>
      other.kind === kind && other.to === to && other.about === about && other.state.is !== 'dropped',
  );
  return same.some((other) => other.key === key) && same.at(-1)?.key !== key;
}

/** Whether they were never told that it was theirs: then nor need they hear that it is somebody else's. */
function isNewsTo(
  { messages }: Review,
  person: PersonId,
  thing: string,
  told: 'action-given' | 'support-given' = 'action-given',
): boolean {
  const given = messages.filter(({ kind, to, about }) => kind === told && to === person && about === thing);
  return given.length > 0 && given.every(({ state }) => state.is === 'waiting' || state.is === 'dropped');
}

function holds(
  review: Review,
  { kind, to, about }: PendingMessage,
  school: School,
  today: LocalDate,
): boolean {
  const action = review.actions.find(({ id }) => id === about);
  const open = review.stage === 'acting' && action !== undefined && isOpen(action);
  const support = review.provision.find(({ id }) => id === about);
  switch (kind) {
    case 'support-given':
      return support?.owner === to && !support.ended;
    case 'support-passed-on':
      return (
        support !== undefined && support.owner !== to && !isNewsTo(review, to, support.id, 'support-given')
      );
    case 'support-ended':
      return support?.owner === to && support.ended !== undefined;
    case 'support-not-happening':
      return isSenco(school, to) && support !== undefined && isHeldUp(support);
    case 'evidence-request':
      // Asked for to be read at the meeting: not once that is open, or its day is over.
      return (
        review.stage === 'gathering' &&
        !meetingIsOver(review, today) &&
        review.evidence.some(({ who, answer }) => who === to && !answer)
      );
    case 'meeting-set':
      return (
        review.stage === 'gathering' &&
        !meetingIsOver(review, today) &&
        staffAmong(review.meeting?.invitees).includes(to)
      );
    case 'meeting-moved':
      return (
        review.stage === 'gathering' && review.meeting !== undefined && staffConcerned(review).includes(to)
      );
    case 'meeting-called-off':
      return (
        review.stage === 'gathering' && review.meeting === undefined && staffConcerned(review).includes(to)
      );
    case 'meeting-without-you':
      return review.stage === 'gathering' && !staffAmong(review.meeting?.invitees).includes(to);
    case 'la-decided':
      return annualPartOf(review).decision !== undefined && staffConcerned(review).includes(to);
    case 'all-answered':
      return (
        review.stage === 'gathering' &&
        isSenco(school, to) &&
        review.evidence.every(({ who, answer }) => answer || !membership(school, who))
      );
    case 'record':
    case 'record-corrected':
      return review.outcome !== undefined && staffConcerned(review).includes(to);
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
