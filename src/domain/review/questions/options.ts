/*
 * What can be chosen in a review's forms, as it is shown. Codes are stored: they are only ever added, and one that is no
 * longer offered stays, so that an old record can be read out.
 */

/** How far a pupil has come towards a target. */
export const PROGRESS = {
  met: 'Met',
  good: 'Good progress',
  some: 'Some progress',
  none: 'No progress yet',
} as const;

/** As a colleague sees it, who may not have seen it. */
export const PROGRESS_SEEN = { ...PROGRESS, 'not-seen': 'I have not seen this' } as const;

/** Whether support was given as planned. */
export const DELIVERED = { yes: 'Yes', partly: 'Partly', no: 'No' } as const;

/** Whether support happens as it was agreed. */
export const IS_HAPPENING = { yes: 'Yes', partly: 'Partly', 'not-yet': 'Not yet' } as const;

/** Whether an action that is done has helped. */
export const HELPED = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'too-early': 'Too early to say',
} as const;

/** What evidence rests on (Guide to SEND review meetings for parents, “Useful school evidence may include”). */
export const SOURCES = {
  'progress-data': 'Progress data',
  'work-samples': 'Samples of work',
  attendance: 'Attendance',
  behaviour: 'Behaviour records',
  'intervention-notes': 'Intervention notes',
  observation: 'Observation',
  assessment: 'Assessment',
  'pupil-voice': 'The {child}’s own words',
  'support-records': 'Records of support',
  'professional-reports': 'Professional reports',
  'strategies-tried': 'Strategies tried',
} as const;

/** How a pupil gives their views (Code of Practice 9.168). */
export const HOW_GIVEN = {
  meeting: 'In the meeting',
  'part-of-meeting': 'In part of the meeting',
  statement: 'A written statement',
  form: 'A form',
  drawing: 'A drawing',
  'trusted-adult': 'Through a trusted adult',
  recording: 'A recording',
} as const;

/** What becomes of a target. */
export const STILL_RIGHT = {
  keep: 'Keep it as it is',
  change: 'Change it',
  retire: 'Retire it',
  new: 'Put a new one in its place',
} as const;

/** The same once the meeting has decided it. */
export const CAME_OF_TARGET = {
  keep: 'Kept',
  change: 'Changed',
  retire: 'Retired',
  new: 'A new one in its place',
} as const;

/** Why a target does not stay as it is (Guide to SEND review meetings for parents, “How are targets … reviewed?”). */
export const WHY_CHANGED = {
  met: 'It has been met',
  'too-vague': 'It was too vague to tell',
  'too-easy': 'It was too easy',
  unrealistic: 'It was unrealistic for now',
  'no-longer-right': 'It is no longer right for them',
} as const;

/** What becomes of support that was agreed before. */
export const PROVISION_NEXT = {
  keep: 'Keep it as it is',
  change: 'Change it',
  reduce: 'Reduce it',
  stop: 'Stop it',
} as const;

/** The same once the meeting has decided it. */
export const CAME_OF_PROVISION = {
  keep: 'Kept',
  change: 'Changed',
  reduce: 'Reduced',
  stop: 'Stopped',
} as const;

/** Who does an action, where it is not a colleague. */
export const DOES = {
  parent: 'The parents or carers',
  pupil: 'The {child}',
  other: 'Somebody else outside school',
} as const;

export const YES_NO = { yes: 'Yes', no: 'No' } as const;
