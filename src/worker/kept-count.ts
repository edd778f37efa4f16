import type { Contact, StandingCard } from '../domain/school/contact.ts';

/** So many cards that can be pressed and show no child are kept count of in one chat; the oldest are forgotten. */
const MOST = 30;
/** So many that show a child. Of those that are forgotten it stays known which children they showed. */
const MOST_OF_CHILDREN = 500;

/** The contact with `cards` as what stands in its chat, the oldest first: as many of them as are kept count of. */
export function withCards(contact: Contact, cards: readonly StandingCard[]): Contact {
  const [ofChildren, others] = [cards.filter(showsAny), cards.filter((one) => !showsAny(one))];
  const kept = new Set([...ofChildren.slice(-MOST_OF_CHILDREN), ...others.slice(-MOST)]);
  const { shownBefore = [], ...rest } = contact;
  const forgotten = ofChildren.slice(0, -MOST_OF_CHILDREN).flatMap(({ of = [] }) => of);
  const shown = [...new Set([...shownBefore, ...forgotten])];
  return {
    ...rest,
    cards: cards.filter((one) => kept.has(one)),
    ...(shown.length > 0 && { shownBefore: shown }),
  };
}

const showsAny = ({ of = [] }: StandingCard): boolean => of.length > 0;
