/*
 * What a review can ask the local authority for, and what comes of it. Codes are stored: they are only ever added.
 */

/** What is asked for, at the beginning of a sentence. */
export const REQUEST = {
  'top-up': 'Top-up funding',
  'ehc-assessment': 'An EHC needs assessment',
} as const;
export type RequestKind = keyof typeof REQUEST;

/** What came of a request. */
export const REQUEST_RESULT = {
  agreed: 'It agrees',
  part: 'It agrees to a part',
  refused: 'It refuses',
  withdrawn: 'It was taken back, or not sent after all',
} as const;
export type RequestResult = keyof typeof REQUEST_RESULT;

/** Why the six weeks may be longer (SEND Regulations 2014, reg 5(4)). */
export const EXCEPTION = {
  closed: 'The school was closed for 4 weeks or more',
  circumstances: 'Exceptional personal circumstances of the family',
  away: 'The family was out of the area for 4 weeks or more',
} as const;

/** What is noted while an answer is waited for, or after a refusal. */
export const REQUEST_NOTE = {
  asked: 'We asked when the answer comes',
  later: 'The local authority names a later day',
  certificate: 'There is a mediation certificate',
} as const;
