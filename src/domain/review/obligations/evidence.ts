import { membership } from '../../school/membership.ts';
import type { School } from '../../school/school.ts';
import type { MissingOf } from '../guards/missing.ts';
import type { Review } from '../review.ts';
import { meetingIsOver } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/**
 * Answer what was asked about the pupil. Owed until the meeting opens, or its day is over; of somebody who left by nobody, for nobody else
 * can answer as them.
 */
export const evidence: ObligationRow<'evidence'> = {
  kind: 'evidence',
  forFamily: 'To say how the child is getting on',
  stages: ['gathering'],
  owed: ({ review, hasLeft, today }) =>
    review.evidence
      .filter(({ answer, who }) => !answer && !hasLeft(who) && !meetingIsOver(review, today))
      .map(({ who, dueBy }) => ({ who, due: dueBy })),
  words: () => 'Give your evidence',
  help: () => 'giving evidence',
  answers: [{ opens: 'form', name: 'evidence', title: 'Give your evidence' }],
  settled: ({ review, who }) => ({
    is: review.evidence.some((one) => one.who === who && one.answer) ? 'answered' : 'over',
  }),
  missing: {
    before: ['openMeeting'],
    of: missingEvidence,
    inBrief: (times) => `${times} ${times === 1 ? 'answer' : 'answers'}`,
  },
};

/** Evidence that was asked for and has not come. */
function missingEvidence(review: Review, school: School): readonly MissingOf<'evidence'>[] {
  return review.evidence.flatMap(({ who, answer }): MissingOf<'evidence'>[] => {
    if (answer) return [];
    const name = school.staff.find(({ email }) => email === who)?.name ?? 'Somebody';
    if (membership(school, who)) {
      return [{ what: 'evidence', who, offer: 'status', say: `No evidence yet from ${name}.` }];
    }
    const say = `${name} was asked for evidence and has left: ask somebody else, or nobody.`;
    return [{ what: 'evidence', who, offer: 'plan-meeting', say }];
  });
}
