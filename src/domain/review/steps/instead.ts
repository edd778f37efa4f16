import { type Instead, type Stages, TAKES } from './step.ts';

/*
 * What is said where a stage does not take a step, and what to do instead: the sentences that several steps share, and the
 * tables of stages that several have.
 */

/** Why not now (or, by its `code`, not again), and the form or screen with which to go on. */
export const instead = (say: string, what: string, code: Instead['code'] = 'not-now'): Instead => ({
  code,
  say,
  offer: { what },
});

export const planFirst = instead(
  'This review has no meeting yet. Set its date and say whom to ask for evidence; then this can be done.',
  'plan-meeting',
);
export const openFirst = instead(
  'The meeting is not open yet. Open it first; then this can be done.',
  'status',
);
export const held = instead('The meeting has been held and its outcome recorded.', 'status');
export const recordStands = instead(
  'The outcome has been recorded, so this part can no longer be changed. Add a correction to the record instead.',
  'correction',
);
export const adviceOver = instead(
  'The meeting has been held and its recommendation recorded, so advice can no longer be recorded here. Add it to the record as a correction.',
  'correction',
);
export const cancelled = instead(
  'This review was cancelled. If one is still needed, start a new one from the list of reviews due.',
  'status',
);

/** The same said until the meeting is opened. */
export const beforeMeeting = (said: Instead) => ({ preparing: said, gathering: said });

/** The same said once the meeting is over and its outcome recorded. */
export const onceConcluded = (said: Instead) => ({ acting: said, closed: said });

/** Taken from the plan of the meeting until its outcome is recorded; then `over` is said. */
export const untilConcluded = (over: Instead): Stages => ({
  preparing: planFirst,
  gathering: TAKES,
  meeting: TAKES,
  ...onceConcluded(over),
  cancelled,
});

/** Taken at the meeting only; once its outcome is recorded, `over` is said. */
export const atMeeting = (over: Instead): Stages => ({
  preparing: planFirst,
  gathering: openFirst,
  meeting: TAKES,
  ...onceConcluded(over),
  cancelled,
});
