import type { ChangedHere } from '../domain/school/changed-here.ts';

/** What the fields of a pupil and of a plan are called on screen, by their names in what is stored. */
export const FIELD_WORDS: Readonly<Record<string, string> & Record<ChangedHere['field'], string>> = {
  ref: 'reference',
  refWritten: 'how the reference is written (noughts in front, capitals or spaces)',
  upn: 'UPN',
  firstName: 'first name',
  lastName: 'last name',
  dateOfBirth: 'date of birth',
  yearGroup: 'year group',
  yearOf: 'the school year that the year group is of',
  className: 'class',
  keyStaff: 'key staff',
  plan: 'which plan',
  plans: 'which plan',
  planMade: 'plan made',
  lastReviewed: 'last review',
  lastMeeting: 'last meeting',
  lastDecision: 'last decision',
  la: 'local authority',
  laSince: 'since when the local authority has it',
  phaseTransfer: 'next move',
  targets: 'targets',
};
