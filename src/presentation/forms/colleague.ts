import { addressOf, membership } from '../../domain/school/membership.ts';
import { COLLEAGUE } from '../../domain/school/questions/colleague.ts';
import { roleOf } from '../../domain/school/questions/staff-roles.ts';
import { makeSchoolForm } from './school-form.ts';

const ASK =
  'SENCOs run reviews, senior leaders and heads see them all, and staff see what they were asked or own.';

/** Puts a colleague on the staff list. */
export const addColleague = makeSchoolForm({
  name: 'add-colleague',
  title: 'Add a colleague',
  open: 'Add a colleague',
  send: 'Add',
  line: ({ school }) => school.name,
  ask: () => ASK,
  notification: () => 'SEND reviews: add a colleague',
  questions: COLLEAGUE,
  suggests: () => ({ role: 'staff' as const }),
  command: (answer) => ({ type: 'add-colleague', ...answer, address: answer.address.toLowerCase() }),
  freeText: false,
});

/** Changes what the staff list says of a colleague. */
export const changeColleague = makeSchoolForm({
  name: 'change-colleague',
  title: 'Change a colleague',
  open: 'Change',
  send: 'Save',
  line: ({ school }) => school.name,
  ask: () => ASK,
  notification: () => 'SEND reviews: change a colleague',
  questions: COLLEAGUE,
  values: ({ school, about = '' }) => {
    const member = membership(school, about);
    return member ? { name: member.name, address: addressOf(member), role: roleOf(member) } : {};
  },
  command: (answer, { about = '' }) => ({
    type: 'change-colleague',
    person: about,
    ...answer,
    address: answer.address.toLowerCase(),
  }),
  freeText: false,
});
