import type { PersonId } from '../school/school.ts';
import type { Invitee, ReviewContent } from './review-content.ts';

/** The members of staff among those invited, in the order given; of no meeting, nobody. */
export function staffAmong(invitees: readonly Invitee[] = []): readonly PersonId[] {
  return invitees.flatMap((one) => (one.kind === 'staff' ? [one.who] : []));
}

/** Those invited to the meeting that is set, or else to the last one that was called off: they wait for the new date. */
export const inviteesOf = ({
  meeting,
  earlierMeetings,
}: Pick<ReviewContent, 'meeting' | 'earlierMeetings'>): readonly Invitee[] =>
  (meeting ?? earlierMeetings?.at(-1))?.invitees ?? [];

/** Those invited, in the order given, with nobody of the staff twice. */
export function eachStaffOnce(invitees: readonly Invitee[]): readonly Invitee[] {
  const firstOf = (who: PersonId) => invitees.find((one) => one.kind === 'staff' && one.who === who);
  return invitees.filter((one) => one.kind !== 'staff' || one === firstOf(one.who));
}

/** Whether somebody was asked for evidence, and all who were have answered: no day to have it by is needed any more. */
export const evidenceIsIn = ({ evidence }: Pick<ReviewContent, 'evidence'>): boolean =>
  evidence.length > 0 && evidence.every(({ answer }) => answer !== undefined);

/** Whether somebody who was asked for evidence has answered: they are not asked again. */
export const hasAnswered = ({ evidence }: Pick<ReviewContent, 'evidence'>, person: PersonId): boolean =>
  evidence.some(({ who, answer }) => who === person && answer !== undefined);
