import { isOpen } from './actions.ts';
import { annualPartOf } from './annual-part.ts';
import type { Actor } from './commands.ts';
import type { ReviewEvent } from './events.ts';
import { isSenco, membership } from './membership.ts';
import type { MessageKind, PendingMessage } from './message.ts';
import { staffConcerned } from './permissions.ts';
import type { Review } from './review.ts';
import type { PersonId, School } from './school.ts';

/** Somebody to be told something, before it is queued. */
interface Telling {
  readonly kind: MessageKind;
  readonly to: PersonId;
  readonly about?: string;
}

/**
 * The messages an event owes, given the review as it is after it. Only to current staff; to the one who acted only what
 * they are asked for. `newKey` gives each message a key no other has.
 */
export function messagesFor(
  review: Review,
  event: ReviewEvent,
  actor: Actor,
  school: School,
  newKey: () => string,
): readonly PendingMessage[] {
  return tellings(review, event, actor, school)
    .filter(({ to }) => membership(school, to))
    .map((telling) => ({
      key: newKey(),
      ...telling,
      queuedAt: actor.at,
      state: { is: 'waiting', tries: 0 },
    }));
}

function tellings(review: Review, event: ReviewEvent, actor: Actor, school: School): readonly Telling[] {
  const others = (people: readonly PersonId[]) => people.filter((person) => person !== actor.who);
  const tell = (kind: MessageKind, people: readonly PersonId[], about?: string): Telling[] =>
    others(people).map((to) => ({ kind, to, ...(about !== undefined && { about }) }));
  switch (event.type) {
    case 'meeting-planned': {
      const known = staffConcerned(review).filter((person) => !event.asked.includes(person));
      return [
        ...event.asked.map((to): Telling => ({ kind: 'evidence-request', to })),
        ...(event.moved ? tell('meeting-moved', known) : []),
      ];
    }
    case 'meeting-called-off':
      return tell('meeting-called-off', staffConcerned(review));
    case 'la-decided':
      // A slip put right once all is over is no news.
      return review.stage === 'closed' ? [] : tell('la-decided', staffConcerned(review));
    case 'evidence-submitted':
      return event.lastOne ? tell('all-answered', runningIt(review, school)) : [];
    case 'outcome-decided':
      return [
        ...tell('record', staffConcerned(review)),
        ...review.actions.flatMap((action) => tell('action-given', [action.owner], action.id)),
      ];
    case 'record-corrected':
      return tell('record-corrected', staffConcerned(review));
    case 'action-added':
      return review.stage === 'acting' ? tell('action-given', [event.owner], event.id) : [];
    case 'action-disowned':
      return tell('action-not-mine', runningIt(review, school), event.id);
    case 'action-extended':
      return [
        ...(event.resumes ? tell('action-given', ownerOf(review, event.id), event.id) : []),
        ...(event.times > 1 ? tell('action-extended-again', runningIt(review, school), event.id) : []),
      ];
    case 'action-cannot-be-done':
      return tell('action-cannot-be-done', runningIt(review, school), event.id);
    case 'action-withdrawn':
      return tell('action-withdrawn', ownerOf(review, event.id), event.id);
    case 'action-reassigned':
      return [
        ...tell('action-given', [event.to], event.id),
        ...(event.from === event.to ? [] : tell('action-passed-on', [event.from], event.id)),
      ];
    case 'review-closed':
      return tell('review-closed', runningIt(review, school));
    case 'review-cancelled':
      return tell('review-cancelled', staffConcerned(review));
    default:
      return [];
  }
}

function ownerOf(review: Review, action: string): readonly PersonId[] {
  return review.actions.flatMap(({ id, owner }) => (id === action ? [owner] : []));
}

/** Who is told how the review goes: its lead; once that is no longer a senco here, the school's sencos. */
function runningIt(review: Review, school: School): readonly PersonId[] {
  if (isSenco(school, review.lead)) return [review.lead];
  return school.staff.map(({ email }) => email).filter((person) => isSenco(school, person));
}

/**
 * Whether a message still holds when its time to be sent has come: the person is still on the staff list, what it asks
 * is still to be done and theirs, and no later message says the same.
 */
export function stillWanted(review: Review, pending: PendingMessage, school: School): boolean {
  if (review.schoolId !== school.id || !membership(school, pending.to)) return false;
  return !saidAgainLater(review, pending) && holds(review, pending, school);
}

function saidAgainLater(review: Review, { key, kind, to, about }: PendingMessage): boolean {
  const same = review.messages.filter(
    (other) =>
      other.kind === kind && other.to === to && other.about === about && other.state.is !== 'dropped',
  );
  return same.some((other) => other.key === key) && same.at(-1)?.key !== key;
}

/** Whether they were never told that the action was theirs: then nor need they hear that it is somebody else's. */
function isNewsTo({ messages }: Review, person: PersonId, action: string): boolean {
  const given = messages.filter(
    ({ kind, to, about }) => kind === 'action-given' && to === person && about === action,
  );
  return given.length > 0 && given.every(({ state }) => state.is === 'waiting' || state.is === 'dropped');
}

function holds(review: Review, { kind, to, about }: PendingMessage, school: School): boolean {
  const action = review.actions.find(({ id }) => id === about);
  const open = review.stage === 'acting' && action !== undefined && isOpen(action);
  switch (kind) {
    case 'evidence-request':
      return (
        ['gathering', 'meeting'].includes(review.stage) &&
        review.evidence.some(({ who, answer }) => who === to && !answer)
      );
    case 'meeting-moved':
      return (
        review.stage === 'gathering' && review.meeting !== undefined && staffConcerned(review).includes(to)
      );
    case 'meeting-called-off':
      return (
        review.stage === 'gathering' && review.meeting === undefined && staffConcerned(review).includes(to)
      );
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
    case 'review-cancelled':
      return review.stage === 'cancelled' && staffConcerned(review).includes(to);
  }
}
