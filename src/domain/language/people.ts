import { addressOf } from '../school/membership.ts';
import type { PersonId, PupilDetails, School } from '../school/school.ts';
import { fullName } from './name-words.ts';
import { choiceTitle } from './words.ts';
import { yearWords } from './year-words.ts';

/** A colleague's name as the staff list has it, also after they left; the address for one it never had. */
export function nameOf(school: School, person: PersonId): string {
  return school.staff.find((one) => one.email === person)?.name ?? person;
}

/** What tells a pupil from another of the same name; undefined where there is none, or what would is not known. */
function apartWords({ toldApartBy, yearGroup, className, ref }: PupilDetails): string | undefined {
  const words = { year: yearWords(yearGroup), class: className, ref };
  return toldApartBy && words[toldApartBy];
}

/** A pupil's names and, where another of the school is called the same, what tells them apart: "Ada Example (Year 4)". */
export function pupilName(pupil: PupilDetails): string {
  const apart = apartWords(pupil);
  return apart ? `${fullName(pupil)} (${apart})` : fullName(pupil);
}

const BY_NAME = new Intl.Collator('en-GB');

/** The school's present staff as choices, by name; two of one name are told apart by e-mail address. */
export function staffChoices(school: School): { title: string; value: string }[] {
  const here = school.staff.filter((one) => !one.left);
  const named = Map.groupBy(here, ({ name }) => name);
  const twice = (name: string) => (named.get(name)?.length ?? 0) > 1;
  return here
    .map((one) => ({
      title: choiceTitle(twice(one.name) ? `${one.name} (${addressOf(one)})` : one.name),
      value: one.email,
    }))
    .sort((a, b) => BY_NAME.compare(a.title, b.title));
}
