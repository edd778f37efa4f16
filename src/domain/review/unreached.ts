import type { MessageKind, PendingMessage } from '../nudges/message.ts';
import type { PersonId } from '../school/school.ts';
import { type LocalDate, localDate } from '../time.ts';
import { staffConcerned } from './concerned.ts';
import type { Review } from './review.ts';

/** A colleague who was to hear of the meeting and did not, since which day, and why, as the chat said it. */
export interface Unreached {
  readonly who: PersonId;
  readonly since: LocalDate;
  readonly why: string;
}

/** What says when the meeting is, or that there is none. */
const OF_THE_MEETING: ReadonlySet<MessageKind> = new Set([
  'evidence-request',
  'meeting-set',
  'meeting-moved',
  'meeting-called-off',
  'meeting-without-you',
  'no-longer-asked',
]);

/** The last that was, or is to be, said of the meeting to one of those concerned; undefined where nothing was. */
const lastSaid = (review: Review, who: PersonId): PendingMessage | undefined =>
  review.messages.findLast(
    ({ to, kind, state }) => to === who && OF_THE_MEETING.has(kind) && state.is !== 'dropped',
  );

/**
 * The colleagues asked for evidence or invited whom the last that was said of the meeting did not reach; not those who have
 * answered what they were asked, nor those who were told in person since.
 */
export function unreachedOf(review: Review): readonly Unreached[] {
  return staffConcerned(review).flatMap((who): Unreached[] => {
    const last = lastSaid(review, who);
    if (last?.state.is !== 'undeliverable' || hasAnswered(review, last) || isTold(review, last)) return [];
    return [{ who, since: localDate(last.queuedAt), why: last.state.why }];
  });
}

/** Whether there is something of the meeting to tell one of those concerned, which nobody has told them in person yet. */
export function isToTell(review: Review, who: PersonId): boolean {
  const last = staffConcerned(review).includes(who) ? lastSaid(review, who) : undefined;
  return last !== undefined && !isTold(review, last);
}

const hasAnswered = ({ evidence }: Review, { kind, to }: PendingMessage) =>
  kind === 'evidence-request' && evidence.some(({ who, answer }) => who === to && answer);

const isTold = ({ toldInPerson = [] }: Review, { to, queuedAt }: PendingMessage) =>
  toldInPerson.some(({ who, at }) => who === to && at >= queuedAt);
