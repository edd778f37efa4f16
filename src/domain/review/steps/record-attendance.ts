import { filledFrom } from '../../questions/form-answers.ts';
import type { AnnualReview, Attendance } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { type Actor, ASITIS, refusal, unless } from '../decision.ts';
import { isConcluded } from '../held.ts';
import { invitedTo } from '../invited.ts';
import { TOOK_PART } from '../questions/attendance.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkLate } from './late.ts';
import { type Step, TAKES } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface RecordAttendance {
  readonly type: 'record-attendance';
  /** By an outsider's id, or a member of staff's address. */
  readonly attendance: Readonly<Record<string, Attendance>>;
}

interface AttendanceRecorded {
  readonly type: 'attendance-recorded';
  readonly attendance: Readonly<Record<string, Attendance>>;
}

/** Of whom it is said late how they took part: of those before, and of those of whom it is another now. */
function lateIn(
  { attendance: before, attendanceLate = [] }: AnnualReview,
  attendance: AttendanceRecorded['attendance'],
  { who: by, at }: Actor,
): Pick<AnnualReview, 'attendanceLate'> {
  const now = Object.keys(attendance).filter((who) => before[who] !== attendance[who]);
  const others = attendanceLate.filter(({ who }) => !now.includes(who));
  return { attendanceLate: [...others, ...now.map((who) => ({ who, by, at }))] };
}

/**
 * Who of those invited took part, and how; said again of somebody, it takes the place of what was said before. Said, or
 * changed, once the meeting is over it is marked as late, as views and advice are.
 */
export const recordAttendance: Step<RecordAttendance, AttendanceRecorded> = {
  type: 'record-attendance',
  giver: 'senco',
  plans: ({ invitesOutsiders }) => invitesOutsiders,
  stages: { ...atMeeting(recordStands), acting: TAKES },
  decide: ({ review, school }, { attendance }) => {
    const invited = new Set(invitedTo({ review, school }).map(({ key }) => key));
    if (Object.keys(attendance).some((who) => !invited.has(who))) {
      const say = 'Somebody there is not among those invited. Open the form again, and mark those it lists.';
      return unless(refusal('unknown-thing', say, { offer: { what: 'attendance' } }));
    }
    const before = annualPartOf(review).attendance;
    const said = Object.entries(attendance);
    if (said.every(([who, how]) => before[who] === how)) return ASITIS;
    return unless(checkLate(review), { type: 'attendance-recorded', attendance });
  },
  facts: {
    'attendance-recorded': {
      evolve: (review, { attendance }, actor) =>
        withAnnual(review, (annual) => ({
          ...annual,
          ...(isConcluded(review) && lateIn(annual, attendance, actor)),
          attendance: { ...annual.attendance, ...attendance },
        })),
    },
  },
  forms: [
    stepForm({
      name: 'attendance',
      title: 'Who took part',
      open: 'Record who took part',
      send: 'Save who took part',
      ask: () => 'One choice for each person invited.',
      notification: ({ review }) => `Who took part: review ${review.ref}`,
      questions: TOOK_PART,
      values: (subject) => {
        const before = annualOf(subject).attendance;
        const people = invitedTo(subject).flatMap(({ key }) => {
          const how = Object.hasOwn(before, key) ? before[key] : undefined;
          return how ? [{ who: key, how }] : [];
        });
        return filledFrom<FormSubject, typeof TOOK_PART>(TOOK_PART, { people }, subject);
      },
      isKept: () => true,
      command: ({ people }) => ({
        type: 'record-attendance',
        attendance: Object.fromEntries(people.map(({ who, how }) => [who, how])),
      }),
      freeText: false,
      said: () => 'It is recorded who took part.',
    }),
  ],
};
