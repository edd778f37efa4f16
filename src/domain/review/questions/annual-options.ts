/*
 * What can be chosen in the forms that only annual reviews have, as it is shown. Codes are stored: they are only ever
 * added, and one that is no longer offered stays, so that an old record can be read out.
 */

/** What somebody invited to an annual review is there as; five of them must be invited (SEND Regulations 2014, reg 20(2)). */
export const ROLE = {
  parent: 'Parent or carer',
  'young-person': 'Young person',
  head: 'Head teacher or provider',
  'la-sen-officer': 'Local authority SEN officer',
  health: 'Health',
  'social-care': 'Social care',
  'educational-psychologist': 'Educational psychologist',
  therapist: 'Therapist',
  'next-placement': 'Next school or college',
  other: 'Other',
} as const;
export type InviteeRole = keyof typeof ROLE;
