import { isUnderWay } from '../review/held.ts';
import type { Review } from '../review/review.ts';
import type { Contact } from '../school/contact.ts';
import { schoolYearAt } from '../school/school-year.ts';
import { type Instant, type LocalDate, localDate, plusDays } from '../time.ts';
import type { Digest } from './digest.ts';
import type { PendingMessage, Where } from './message.ts';

/*
 * What of a child stands in chats is a copy: the record is the review. So a copy ages out once its school year is over (chat-side
 * data is kept shorter than the record: DOMAIN.md, children's data). The rule is this program's own; its day is 1 September, whatever
 * a school's terms are, since somebody of two schools has one chat.
 */

/** The first day whose chat copies stay: the first of the school year that `today` is in. */
export const copiesKeptFrom = (today: LocalDate): LocalDate => schoolYearAt(undefined, today).start;

/** Where a message stands, as far as it is known: also one that is not kept up to date any more. */
export const standsAt = ({
  state,
  stood,
}: Pick<PendingMessage | Digest, 'state' | 'stood'>): Where | undefined =>
  state.is === 'sent' ? (state.where ?? state.formAt ?? stood) : undefined;

/**
 * What becomes of a digest: it stays; it is taken out of the chat; or it goes for good. One that told somebody of something long
 * overdue is kept for another school year, by ids alone, so that the same is not told them again.
 */
export function digestByAge(digest: Digest, today: LocalDate): 'stays' | 'leaves-chat' | 'goes' {
  const from = copiesKeptFrom(today);
  if (digest.day >= from) return 'stays';
  const told = digest.escalations !== undefined && digest.day >= copiesKeptFrom(plusDays(from, -1));
  if (!told) return 'goes';
  return standsAt(digest) ? 'leaves-chat' : 'stays';
}

/** The messages of a review that still stand in a chat and are to go: it is over, and so is the school year they were sent in. */
export function agedMessages(review: Review, today: LocalDate): readonly PendingMessage[] {
  if (isUnderWay(review)) return [];
  return review.messages.filter(
    (message) =>
      message.state.is === 'sent' &&
      standsAt(message) !== undefined &&
      localDate(message.state.at) < copiesKeptFrom(today),
  );
}

/** The message, and where it stands no more known. */
export function withoutPlace<M extends Pick<PendingMessage, 'state' | 'stood'>>({ stood: _, ...message }: M) {
  if (message.state.is !== 'sent') return message;
  const { where: __, formAt: ___, ...state } = message.state;
  return { ...message, state };
}

type Card = NonNullable<Contact['cards']>[number];

/** A contact's cards, those that are to go apart; one of which nobody knows since when it stands counts from now. */
export function cardsByAge(
  { cards = [] }: Contact,
  now: Instant,
): { readonly stay: readonly Card[]; readonly go: readonly Card[] } {
  const from = copiesKeptFrom(localDate(now));
  const isOld = ({ at = now }: Card) => localDate(at) < from;
  return {
    stay: cards.filter((card) => !isOld(card)).map((card) => ({ ...card, at: card.at ?? now })),
    go: cards.filter(isOld),
  };
}
