import type { Action, Review } from '../src/domain/review/review.ts';
import type { Pupil } from '../src/domain/school/pupil.ts';
import type { School, StaffMember } from '../src/domain/school/school.ts';
import type { LocalDate } from '../src/domain/time.ts';

/** The day of the sweep: a Friday in term, on which nothing is mentioned but what is due. */
export const TODAY: LocalDate = '2026-11-13';
/** So much later that it is no matter of today. */
const LATER: LocalDate = '2027-06-11';

const ACTIONS_A_REVIEW = 10;
const DUE_IN_A_REVIEW = 4;
const TEACHERS = 100;

const teacher = (n: number): StaffMember => ({
  email: `teacher-${n % TEACHERS}@elm.example`,
  name: `Teacher ${n % TEACHERS}`,
  role: 'staff',
});

/** A made-up school of a hundred teachers. */
export const SCHOOL: School = {
  id: 'elm',
  version: 1,
  name: 'Elm',
  terms: [
    { name: 'Autumn', start: '2026-09-01', end: '2026-12-18' },
    { name: 'Spring', start: '2027-01-04', end: '2027-03-25' },
    { name: 'Summer', start: '2027-04-12', end: '2027-07-21' },
  ],
  insetDays: [],
  closures: [],
  staff: [
    { email: 'senco@elm.example', name: 'Senco', role: 'senco' },
    { email: 'leader@elm.example', name: 'Leader', role: 'leader' },
    ...Array.from({ length: TEACHERS }, (_, n) => teacher(n)),
  ],
};

/** So many open actions, ten in a review, of which so many are due today, four in a review. */
export function reviewsWith(open: number, due: number): readonly Review[] {
  const withDue = due / DUE_IN_A_REVIEW;
  return Array.from({ length: open / ACTIONS_A_REVIEW }, (_, n) => aReview(n, n < withDue));
}

/** The pupils of these reviews: each has an EHC plan beside SEN Support, and moves to post-16 education in some years. */
export const pupilsOf = (reviews: readonly Review[]): readonly Pupil[] =>
  reviews.map(({ pupilId }, n) => ({
    ...{
      id: pupilId,
      version: 1,
      schoolId: SCHOOL.id,
      ref: String(n),
      firstName: 'Pupil',
      lastName: String(n),
    },
    ...{ dateOfBirth: '2014-01-01', yearGroup: '8', keyStaff: [] },
    plans: [
      { kind: 'sen-support', planMade: '2026-03-01', targets: [] },
      { kind: 'ehcp', planMade: '2026-03-01', targets: [] },
    ],
  }));

/** The n-th review: ten open actions, four of them due today where `isDue`. */
export function aReview(n: number, isDue: boolean): Review {
  const actions = Array.from({ length: ACTIONS_A_REVIEW }, (_, m): Action => {
    const due = isDue && m < DUE_IN_A_REVIEW ? TODAY : LATER;
    return {
      id: `action-${m}`,
      what: 'Put the reading pen in the classroom and show how it works',
      owner: teacher(n + m).email,
      due,
      howWeWillKnow: 'It is used in guided reading',
      addedAt: '2026-10-01T10:00:00.000Z',
      extensions: [],
    };
  });
  const nothing = { evidence: [], targets: [], targetReviews: [], newTargets: [], provision: [] };
  const none = { disagreements: [], corrections: [], taken: [], history: [], messages: [] };
  return {
    ...nothing,
    ...none,
    ...{ id: `review-${n}`, version: 1, schoolId: SCHOOL.id, pupilId: `pupil-${n}`, ref: `R${n}` },
    ...{ kind: 'sen-support', stage: 'acting', lead: 'senco@elm.example', actions },
    startedAt: '2026-09-10T10:00:00.000Z',
  };
}
