import type { Invitee } from './review-content.ts';
import type { PersonId } from './school.ts';

/** The members of staff among those invited, in the order given; of no meeting, nobody. */
export function staffAmong(invitees: readonly Invitee[] = []): readonly PersonId[] {
  return invitees.flatMap((one) => (one.kind === 'staff' ? [one.who] : []));
}
