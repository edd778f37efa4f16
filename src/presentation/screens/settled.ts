import { dayWords } from '../../domain/language/days.ts';
import type { MessageKind, PendingMessage } from '../../domain/nudges/message.ts';
import { staffAmong } from '../../domain/review/invitees.ts';
import { supportEndedOn } from '../../domain/review/obligations/support.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import { requestOf } from '../../domain/review/requests.ts';
import type { Review } from '../../domain/review/review.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { CardMessage } from '../message.ts';
import { noticeCard } from '../notice.ts';

/** In the place of a card that is shown anew elsewhere in the chat. */
export const shownAgainCard = (): CardMessage =>
  noticeCard({ title: 'Shown again', say: 'This stands in a newer message of this chat.' });

/** In the place of a card that others stand below by now, so that no more can be pressed than one looks through. */
export const putAwayCard = (): CardMessage =>
  noticeCard({ title: 'Shown earlier', say: 'Ask for it again to see it as it is now.' });

/** In the place of a form that can't be sent any more, by what its own person has done since: `why`. */
export const formOverCard = (why: string): CardMessage =>
  noticeCard({ title: 'This form is over', say: why });

/** In the place of a form that was opened several times, and sent from another of these places. */
export const sentElsewhereCard = (): CardMessage =>
  noticeCard({ title: 'Sent', say: 'This form was sent from a newer message of this chat.' });

/** In the place of what is kept in the chat no more. */
export const removedCard = (): CardMessage =>
  noticeCard({
    title: 'Removed',
    say: 'What stood here is not kept in the chat any more. Type “mine” to see what is waiting on you.',
  });

/** In the place of what named several children, of whom one is not kept any more. */
export const outOfDateCard = (): CardMessage =>
  noticeCard({
    title: 'Removed',
    say: 'What stood here is out of date. Ask for it once more to see it as it is now.',
  });

/** In the place of the digest of `day` once there is a newer one: a line, with nothing in it that could be pressed or is true no more. */
export const overtakenCard = (day: LocalDate): CardMessage =>
  noticeCard({
    title: `What was due on ${dayWords(day)}`,
    say: 'What of it is open stands in a newer message of this chat.',
  });

interface Settled {
  readonly review: Review;
  readonly pending: PendingMessage;
}

const SETTLED = 'This is settled';

function actionSettled({ review, pending: { to, about } }: Settled): string {
  const action = review.actions.find(({ id }) => id === about);
  if (!action || action.withdrawn) return 'This action is not needed any more';
  if (action.owner !== to) return 'This action is somebody else’s now';
  return isOpen(action) ? SETTLED : 'This action is done';
}

function supportSettled({ review, pending: { to, about } }: Settled): string {
  const support = review.provision.find(({ id }) => id === about);
  return support && !supportEndedOn(review, support) && support.owner !== to
    ? 'This support is somebody else’s now'
    : 'This support has ended';
}

function requestSettled({ review, pending: { to, about } }: Settled): string {
  const request = requestOf(review, about);
  if (request?.sent) return 'This is sent';
  return request && !request.answer && request.owner !== to
    ? 'This is somebody else’s to send now'
    : 'This is not to be sent any more';
}

function evidenceSettled({ review, pending: { to } }: Settled): string {
  const asked = review.evidence.find(({ who }) => who === to);
  if (!asked && review.stage === 'gathering') return 'You are no longer asked';
  return asked?.answer ? 'Your evidence is in' : 'Your evidence is not needed any more';
}

/** Of what told a colleague of a meeting: what is so by now, as far as they are still concerned. */
function meetingSettled({ review: { meeting, stage, evidence }, pending: { to } }: Settled): string {
  if (stage !== 'gathering') return SETTLED;
  if (!meeting) return 'The meeting is called off';
  const isTheirs = staffAmong(meeting.invitees).includes(to) || evidence.some(({ who }) => who === to);
  return isTheirs ? 'The meeting has changed' : 'You need not come to the meeting';
}

/** What became of what a message asked for; of any other message, that it is settled. */
const BECAME: Readonly<Partial<Record<MessageKind, (settled: Settled) => string>>> = {
  'evidence-request': evidenceSettled,
  'meeting-set': meetingSettled,
  'meeting-moved': meetingSettled,
  'meeting-called-off': meetingSettled,
  'action-given': actionSettled,
  'support-given': supportSettled,
  'request-given': requestSettled,
};

/**
 * In the place of a message that asked for something, or told of something, that is settled: a line that says so, with
 * nothing to press. It names nobody, since its reader may not be concerned any more.
 */
export function settledCard(settled: Settled): CardMessage {
  const { review, pending } = settled;
  const { also, with: goesWith, carries } = pending;
  const ofSeveral = goesWith || carries;
  return noticeCard({
    title: also || ofSeveral ? 'These are settled' : (BECAME[pending.kind]?.(settled) ?? SETTLED),
    say: `${ofSeveral ? '' : `Review ${review.ref}. `}There is nothing more to do here.`,
  });
}
