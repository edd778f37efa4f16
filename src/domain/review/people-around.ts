import { dayWords } from '../language/days.ts';
import { lookedAfter, type WithPeople } from '../school/people.ts';
import { type LocalDate, plusDays } from '../time.ts';
import type { Guest } from './guests.ts';

/* What a review makes of the people around its pupil, whom a SENCO has named once. */

/** A looked-after child's social worker, as somebody to invite; undefined where none is named. */
export function socialWorkerOf(pupil: WithPeople): string | undefined {
  const name = lookedAfter(pupil)?.socialWorker;
  return name ? `${name}, social worker` : undefined;
}

/**
 * Who is suggested beside the family and those the law names: a looked-after child's virtual school head (good practice),
 * who comes with the family, and an interpreter.
 */
export function besideParents(pupil: WithPeople): readonly Guest[] {
  const { interpreter = '', supporter = '' } = pupil.people ?? {};
  const all: readonly Guest[] = [
    { role: 'virtual-school', name: lookedAfter(pupil)?.virtualHead ?? '' },
    { role: 'supporter', name: supporter },
    { role: 'interpreter', name: interpreter },
  ];
  return all.filter(({ name }) => name !== '');
}

/** So near a meeting another can be held together with it; our own choice, no statute. */
const NEAR_DAYS = 56;

/**
 * That the review is to be joined to a looked-after child's next PEP or care plan review, where that is still to come and
 * near the meeting's day; '' where it is not. Why stands behind “Why”: `JOINED_WHY`.
 */
export function joinedWords(pupil: WithPeople, meeting: LocalDate, today: LocalDate): string {
  const on = lookedAfter(pupil)?.jointReviewOn;
  if (!on || on < today) return '';
  if (on < plusDays(meeting, -NEAR_DAYS) || on > plusDays(meeting, NEAR_DAYS)) return '';
  return `The PEP or care plan review is on ${dayWords(on)}: join the two if you can.`;
}

/** Why they are to be joined. */
export const JOINED_WHY =
  'The Code expects the review to be joined to the PEP or care plan review where possible (Code of Practice 9.169).';
