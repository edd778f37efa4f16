/*
 * What can be chosen in the forms about a pupil, as it is shown. Codes are stored: they are only ever added.
 */

/** Who asked for a review before its time. */
export const ASKER = {
  parent: 'A parent or carer',
  'young-person': 'The pupil or young person',
  school: 'The school',
  'local-authority': 'The local authority',
  other: 'Somebody else',
} as const;

/** What is answered to them. */
export const EARLY_ANSWER = {
  agree: 'Agree: begin a review now',
  refuse: 'Refuse, and keep the reason',
} as const;

export const YES_NO = { yes: 'Yes', no: 'No' } as const;

/** On what ground somebody represents a young person who lacks capacity (SEND Regulations 2014, reg 64). */
export const GROUND = {
  deputy: 'Deputy of the Court of Protection',
  'lasting-power': 'Lasting power of attorney',
  'enduring-power': 'Enduring power of attorney',
  parent: 'Parent, where nobody else is appointed',
} as const;
