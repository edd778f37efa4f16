import type { PersonId, PupilDetails, School } from '../school/school.ts';
import { choiceTitle } from './words.ts';

/** A colleague's name as the staff list has it, also after they left; the address for one it never had. */
export function nameOf(school: School, person: PersonId): string {
  return school.staff.find((one) => one.email === person)?.name ?? person;
}

/** A pupil's first and last name. */
export function pupilName(pupil: PupilDetails): string {
  return `${pupil.firstName} ${pupil.lastName}`;
}

/** The school's present staff as choices, by name; two of one name are told apart by e-mail address. */
export function staffChoices(school: School): { title: string; value: string }[] {
  const here = school.staff.filter((one) => !one.left);
  const twice = (name: string) => here.filter((one) => one.name === name).length > 1;
  return here
    .map(({ name, email }) => ({
      title: choiceTitle(twice(name) ? `${name} (${email})` : name),
      value: email,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}
