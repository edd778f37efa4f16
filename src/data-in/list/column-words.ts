import type { Column } from '../shapes/shape.ts';

/** What a column of ours is, for somebody who looks at a list. */
export const MEANS: Readonly<Record<Column, string>> = {
  ref: 'the school’s reference',
  upn: 'UPN',
  first_name: 'first name',
  last_name: 'last name',
  full_name: 'first and last name',
  date_of_birth: 'date of birth',
  year_group: 'year group',
  class: 'class',
  plan: 'SEN status',
  plan_made: 'the day the plan was made',
  last_reviewed: 'the day of the last review',
  la: 'local authority',
  last_meeting: 'the day of the last annual review meeting',
  last_decision: 'the day of the local authority’s last decision',
  phase_transfer: 'the next move',
  key_staff: 'key staff',
  left_on: 'the day they left',
  destination: 'where they went',
  plan_ended: 'the day the plan was ceased',
  school: 'the school',
};
