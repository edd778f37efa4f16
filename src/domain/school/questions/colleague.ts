import { capital } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import { shortText } from '../../questions/text.ts';
import { EMAIL, LONGEST_EMAIL } from '../fit-text.ts';
import { NAME, NAME_LENGTH, type Written } from '../pupil-values.ts';
import { STAFF_ROLES, type StaffRole } from './staff-roles.ts';

const by =
  ({ read, right }: Written) =>
  (text: string) =>
    read(text) === undefined ? `${capital(right)}.` : undefined;

/** A colleague on the staff list: the checks are those of staff.csv. */
export const COLLEAGUE = {
  name: shortText({
    label: 'Name',
    longest: NAME_LENGTH,
    needed: 'Please write their name.',
    check: by(NAME),
  }),
  address: shortText({
    label: 'E-mail address',
    hint: 'The one they have in Teams or Slack',
    longest: LONGEST_EMAIL,
    needed: 'Please write their e-mail address.',
    check: by(EMAIL),
  }),
  role: oneOf<StaffRole>({
    options: {
      staff: STAFF_ROLES.staff.title,
      leader: STAFF_ROLES.leader.title,
      head: STAFF_ROLES.head.title,
      senco: STAFF_ROLES.senco.title,
      'head senco': STAFF_ROLES['head senco'].title,
    },
    label: 'Role',
    needed: 'Please choose their role.',
  }),
} as const;
