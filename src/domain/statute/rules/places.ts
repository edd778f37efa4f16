/*
 * Where a pupil's place of education changes who does what, and sets no day of its own.
 */

/** Without a school the local authority holds the review and invites. */
export const NO_SCHOOL = 'SEND Regulations 2014, reg 21';
/** In custody a plan is kept, and reviewed on release. */
export const RELEASE = 'Children and Families Act 2014, ss.48, 70 and 74';
