import { filledFrom } from '../../questions/form-answers.ts';
import type { Attendance } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
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

/** Who of those invited took part, and how; said again of somebody, it takes the place of what was said before. */
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
      evolve: (review, { attendance }) =>
        withAnnual(review, (annual) => ({
          ...annual,
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
      ask: () => 'One choice for each person invited. The record goes by it.',
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
      command: ({ people }) => ({
        type: 'record-attendance',
        attendance: Object.fromEntries(people.map(({ who, how }) => [who, how])),
      }),
      freeText: false,
      said: () => 'It is recorded who took part.',
    }),
  ],
};
