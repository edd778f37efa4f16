import { dayWords } from '../../domain/language/days.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import type { Review } from '../../domain/review/review.ts';
import { planNamed } from '../../domain/school/pupil.ts';
import type { Instant } from '../../domain/time.ts';
import { type OfReview, part, plain, type Section, section } from '../parts.ts';

/** A space, and whom to invite: those of the plan as it is kept now (SEND Regulations 2014, reg 20(2)(c)), where the meeting was set before that was known. */
function toInvite({ stage, history, noSchool }: Review, known: Instant): string {
  const set = history.findLast(({ what }) => what === 'meeting-planned');
  if (stage !== 'gathering' || noSchool || !set || set.at > known) return '';
  return ' Invite its SEN officer, too: change who is invited, and send the advice there.';
}

/** That another local authority has taken the plan over since the review began; nothing where none has. */
export function laMovedSection({ review, pupil }: OfReview): Section[] {
  const moved = planNamed(pupil, review.kind)?.laMoved;
  const { la } = annualPartOf(review);
  if (!moved || moved.to === la) return [];
  const words = ` took the plan over on ${dayWords(moved.since)}${la ? ` from ${la}` : ''}. This review goes on, with it.`;
  return [section('Local authority', [part([[plain(`${moved.to}${words}${toInvite(review, moved.at)}`)]])])];
}
