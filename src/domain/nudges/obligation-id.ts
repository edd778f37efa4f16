import type { PersonId } from '../school/school.ts';

/*
 * The id of something owed says what it is: its review, its kind, what it is about where that must be said, whose it is.
 * Ids stand in stored digests, so they never change their form.
 */

// No id of a review, an action or a person has it.
const SEPARATOR = '/';

/** What an obligation's id says of it. */
export interface ObligationName {
  readonly reviewId: string;
  /** As it was when the id was made: a kind may be gone by now. */
  readonly kind: string;
  /** The action, or the person, it is about. */
  readonly about?: string | undefined;
  /** Where the same is asked again and again: after how many answers. Without it they would be one, told of once. */
  readonly round?: number | undefined;
  readonly who: PersonId;
}

/** The id of what is owed: the same for the same thing owed by the same person, whenever it is derived. */
export function obligationId({ reviewId, kind, about, round, who }: ObligationName): string {
  return [reviewId, kind, about, round === undefined ? '' : `${round}`, who].filter(Boolean).join(SEPARATOR);
}

/** What an id that `obligationId` made says. */
export function obligationNamed(id: string): ObligationName {
  const [reviewId = '', kind = '', ...rest] = id.split(SEPARATOR);
  const round = rest.length > 2 ? { round: Number(rest[1]) } : {};
  return { reviewId, kind, about: rest.length > 1 ? rest[0] : undefined, ...round, who: rest.at(-1) ?? '' };
}
