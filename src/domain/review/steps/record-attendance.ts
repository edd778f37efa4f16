import type { Attendance } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { invitedTo } from '../guards/annual.ts';
import { atMeeting, recordStands } from './instead.ts';
import type { Step } from './step.ts';

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
  stages: atMeeting(recordStands),
  decide: ({ review }, { attendance }) => {
    const invited = new Set(invitedTo(review));
    if (Object.keys(attendance).some((who) => !invited.has(who))) {
      const say = 'Somebody there is not among those invited. Open the form again, and mark those it lists.';
      return unless(refusal('unknown-thing', say, { offer: { what: 'attendance' } }));
    }
    const before = annualPartOf(review).attendance;
    const said = Object.entries(attendance);
    if (said.every(([who, how]) => before[who] === how)) return ASITIS;
    return unless(undefined, { type: 'attendance-recorded', attendance });
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
};
