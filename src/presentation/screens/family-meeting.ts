import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { capital } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { invitedTo } from '../../domain/review/invited.ts';
import type { OfReview } from '../parts.ts';

const WHERE = '[write the room here, or how to join online]';
/** Of a pupil without a school (SEND Regulations 2014, reg 21). */
const WHERE_THE_LA_HAS_IT = '[write here where it is, or how to join online]';

/** Who is invited, by name, and by what they are there as where that is known. */
function invitedNames({ review, school }: OfReview): readonly string[] {
  if (planRow(review.kind).invitesOutsiders)
    return invitedTo({ review, school }).map(({ name, role }) =>
      name === role ? name : `${name} (${role})`,
    );
  return (review.meeting?.invitees ?? []).map((one) =>
    one.kind === 'staff' ? nameOf(school, one.who) : one.name,
  );
}

/** Which meeting it is, when and where, and who is invited: what a family is told first. */
export function meetingLines(given: OfReview): readonly string[] {
  const { review, school } = given;
  const { meeting } = review;
  const what = `${capital(planRow(review.kind).reviewInASentence)}.`;
  if (!meeting) return [what, 'No day is set yet. Tell us which days and times suit you.'];
  const names = invitedNames(given);
  return [
    what,
    `${dayWords(meeting.date)} at ${meeting.time}${meeting.where ? '.' : `, ${review.noSchool ? WHERE_THE_LA_HAS_IT : `at ${school.name} ${WHERE}`}.`}`,
    ...(review.noSchool ? ['The local authority holds this meeting, and invites you to it.'] : []),
    ...(meeting.where ? [`Where: ${meeting.where}`] : []),
    ...(names.length ? [`Invited: ${names.join('; ')}.`] : []),
  ];
}
