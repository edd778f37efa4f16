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
export type Progress = keyof typeof PROGRESS;

/** As a colleague sees it, who may not have seen it. */
export const PROGRESS_SEEN = { ...PROGRESS, 'not-seen': 'I have not seen this' } as const;

/** Whether support was given as planned. */
export const DELIVERED = { yes: 'Yes', partly: 'Partly', no: 'No' } as const;
export type Delivered = keyof typeof DELIVERED;

/** What evidence rests on (seed 000, "Useful school evidence may include"). */
export const SOURCES = {
  'progress-data': 'Progress data',
  'work-samples': 'Samples of work',
  attendance: 'Attendance',
  behaviour: 'Behaviour records',
  'intervention-notes': 'Intervention notes',
  observation: 'Observation',
  assessment: 'Assessment',
  'pupil-voice': "The {child}'s own words",
  'support-records': 'Records of support',
  'professional-reports': 'Professional reports',
  'strategies-tried': 'Strategies tried',
} as const;
export type EvidenceSource = keyof typeof SOURCES;
