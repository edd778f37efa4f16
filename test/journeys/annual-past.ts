import type { Outsider } from '../../src/domain/review/annual.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { School } from '../../src/domain/school/school.ts';
import { instantAt, type LocalDate, plusDays } from '../../src/domain/time.ts';
import { played, targetsOf } from '../../src/made-up/play.ts';

const PRIYA = 'priya.shah@oakfield.example';
const HELEN = 'helen.whitaker@oakfield.example';

/** An annual review of the past: whose it was, and on which days what was done. */
interface Past {
  readonly ref: string;
  readonly pupil: Pupil;
  readonly school: School;
  readonly started: LocalDate;
  readonly met: LocalDate;
  readonly reported: LocalDate;
  /** The day on the letter with the decision to keep the plan, where one came. */
  readonly kept?: LocalDate;
}

const OUTSIDERS: readonly Pick<Outsider, 'id' | 'role' | 'name'>[] = [
  { id: 'o1', role: 'parent', name: 'The parents' },
  { id: 'o2', role: 'la-sen-officer', name: 'The SEN officer' },
  { id: 'o3', role: 'health', name: 'The clinic' },
  { id: 'o4', role: 'social-care', name: 'The social care team' },
];

function atTheMeeting(pupil: Pupil, met: LocalDate): readonly Command[] {
  const asked = { soughtOn: met, howSought: 'At the meeting' };
  const looked = targetsOf(pupil).map(
    ({ id }): Command => ({
      type: 'review-target',
      review: {
        ...{ targetId: id, progress: 'good', evidence: 'The therapist’s record' },
        ...{ delivered: 'yes', difference: '', stillRight: 'keep' },
      },
    }),
  );
  const took = { o1: 'present', o2: 'apologies', o3: 'absent', o4: 'absent' } as const;
  const attendance = { ...took, [PRIYA]: 'present', [HELEN]: 'present' } as const;
  const action = { what: 'Label the trays', howWeWillKnow: 'They have labels' };
  return [
    { type: 'views-not-given', whose: 'parent', ...asked },
    { type: 'views-not-given', whose: 'pupil', ...asked },
    { type: 'open-meeting', anyway: true, early: true },
    { type: 'record-attendance', attendance },
    ...looked,
    { type: 'add-action', id: 'labels', owner: PRIYA, due: plusDays(met, 14), ...action },
  ];
}

/**
 * An annual review as people left it: prepared, met, reported and what was agreed done, all on its days and by the rules.
 * Where the local authority has `kept` the plan it is closed; else the decision has not come.
 */
export function annualOfThePast(past: Past): Review {
  const { ref, pupil, school, started, met, reported, kept } = past;
  const meeting = {
    date: met,
    time: '14:00',
    invitees: [PRIYA, HELEN].map((who) => ({ kind: 'staff', who }) as const),
  };
  const on = (day: LocalDate, commands: readonly Command[]) =>
    commands.map((does) => ({ on: day, by: PRIYA, does }));
  const letter = (day: LocalDate, words: string) => ({ on: day, words });
  const annual = { outsiders: OUTSIDERS, invitedOn: started, shortNotice: '' };
  const outcome: Command = {
    ...{ type: 'decide-outcome', kind: 'recommend-keep', inWords: 'All agree', reasons: [] },
    ...{ topUpFunding: false, whatWillChange: 'Each tray has a label' },
    report: { healthAndCare: '', adulthood: '', personalBudget: '' },
  };
  return played(
    { id: `${pupil.id}.${ref.toLowerCase()}`, ref, pupil, startedOn: started },
    [
      ...on(started, [
        { type: 'plan-meeting', ...meeting, ask: [PRIYA], evidenceBy: plusDays(met, -17), annual },
      ]),
      ...on(met, [...atTheMeeting(pupil, met), outcome]),
      ...on(reported, [
        { type: 'record-report', ...letter(reported, 'To everybody invited') },
        { type: 'complete-action', id: 'labels', what: 'They have labels', helped: 'yes' },
      ]),
      ...on(
        kept ?? reported,
        kept ? [{ type: 'record-la-decision', kind: 'keep', ...letter(kept, '') }] : [],
      ),
    ],
    { school, now: instantAt(kept ?? reported, '17:00') },
  );
}
