/*
 * What can be chosen in the forms that only annual reviews have, as it is shown. Codes are stored: they are only ever
 * added, and one that is no longer offered stays, so that an old record can be read out.
 */

/** What somebody invited to an annual review is there as; five of them must be invited (SEND Regulations 2014, reg 20(2)). */
export const ROLE = {
  parent: 'Parent or carer',
  'young-person': 'Young person',
  representative: 'Representative',
  head: 'Head teacher or provider',
  'la-sen-officer': 'Local authority SEN officer',
  health: 'Health',
  'social-care': 'Social care',
  'educational-psychologist': 'Educational psychologist',
  therapist: 'Therapist',
  'virtual-school': 'Virtual school head',
  supporter: 'With the family',
  interpreter: 'Interpreter',
  'next-placement': 'Next school or college',
  other: 'Other',
} as const;
export type InviteeRole = keyof typeof ROLE;

/** Whether somebody's written advice has come. */
export const ADVICE_CAME = { given: 'Written advice has come', none: 'Unable to send advice' } as const;

/** How somebody invited took part. */
export const ATTENDANCE = {
  present: 'Present',
  apologies: 'Sent apologies',
  'sent-advice': 'Sent advice instead',
  absent: 'Not present',
} as const;
export type Attendance = keyof typeof ATTENDANCE;

/** The sections of an EHC plan (SEND Regulations 2014, reg 12). */
export const SECTION = {
  A: 'A: views, interests and aspirations',
  B: 'B: special educational needs',
  C: 'C: health needs',
  D: 'D: social care needs',
  E: 'E: outcomes',
  F: 'F: special educational provision',
  G: 'G: health care provision',
  H: 'H: social care provision',
  I: 'I: placement',
  J: 'J: personal budget',
  K: 'K: advice and information',
} as const;
export type PlanSection = keyof typeof SECTION;

/** What the local authority can decide. */
export const LA_DECISION = {
  keep: 'Keep the plan as it is',
  amend: 'Amend the plan',
  cease: 'Cease the plan',
} as const;
export type LaDecisionKind = keyof typeof LA_DECISION;

/** What can come after a decision to amend, where no review here is of the meeting. */
export const LA_AMENDED = {
  notice: 'The notice of the changes it proposes',
  'final-named': 'The final plan, which names the next school or college',
  final: 'The final plan, which names no next place',
  'not-amending': 'It does not amend the plan after all',
} as const;

/** Whether a final plan names the school or college that comes next, which settles a phase transfer. */
export const NEXT_PLACE = {
  named: 'Yes, it names the next place',
  'not-named': 'No, it does not name it yet',
} as const;

/** How an amended plan came that no notice went before. */
export const CAME_BY = {
  tribunal: 'The Tribunal ordered it',
  agreed: 'It was agreed with the local authority, at mediation for example',
  other: 'In another way',
} as const;

/** Whether only the place named in the plan is appealed against: then no mediation certificate is needed. */
export const SECTION_I_ALONE = { yes: 'Yes, section I alone', no: 'No, other sections too' } as const;

/** How an appeal ended. */
export const APPEAL_END = {
  allowed: 'The Tribunal decided for the family, wholly or in part',
  dismissed: 'The Tribunal decided for the local authority',
  agreed: 'The local authority gave way, or both agreed',
  withdrawn: 'It was withdrawn',
} as const;

/** What is recorded of an annual review as a letter: what came or was sent on a day, as it is named in the record. */
export const LETTER_NAME = {
  report: 'The report',
  decision: 'The local authority’s decision',
  ceaseConsulted: 'Consulted before ceasing the plan',
  notice: 'The notice of proposed changes',
  comments: 'The answer to the proposed changes',
  notAmending: 'The letter that the plan is not amended after all',
  finalPlan: 'The final plan',
  orderedPlan: 'The amended plan without a notice',
  mediation: 'The mediation certificate',
  appeal: 'The appeal',
  appealEnded: 'The end of the appeal',
} as const;
export type LetterName = keyof typeof LETTER_NAME;
