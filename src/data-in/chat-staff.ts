import { dayWords } from '../domain/language/days.ts';
import { nameOf } from '../domain/language/people.ts';
import { count } from '../domain/language/words.ts';
import { addressOf } from '../domain/school/membership.ts';
import { roleOf, STAFF_ROLES } from '../domain/school/questions/staff-roles.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import type { PlannedSchool } from './import.ts';
import { documentsIn } from './take.ts';

/** What a staff list would change, for whoever brings it in. */
export const staffLook = (planned: PlannedSchool, by: PersonId) => ({
  lines: staffLines(planned, by),
  headings: [],
  faults: [],
  looks: [],
  kept: planned.report.staffKept.length,
  changes: documentsIn(planned),
});

/** So many are named; of more, how many there are. */
const NAMED = 12;

function some(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}

const FIELDS: Readonly<Record<string, string>> = { head: 'role', left: 'back again' };

/**
 * What a staff list would change, in words for a SENCO's own eyes: a line a thing.
 * @param by who brings it in: that they would be shut out is said first.
 */
function staffLines({ plan, known, report }: PlannedSchool, by: PersonId): readonly string[] {
  const school: School | undefined = plan.school ?? known;
  if (!school) return [];
  const { added, changed, unchanged, missing } = report.staff;
  const called = (who: PersonId) => nameOf(school, who);
  const inFull = (who: PersonId) => {
    const person = school.staff.find(({ email }) => email === who);
    return person ? `${person.name} (${STAFF_ROLES[roleOf(person)].title}, ${addressOf(person)})` : who;
  };
  const note = (names: readonly string[], words: (names: string) => string) =>
    names.length > 0 ? [words(some(names))] : [];
  return [
    ...(missing.includes(by) ? ['You are not on this list: with it you would have no access any more.'] : []),
    `A staff list: ${count(added.length + changed.length + unchanged, 'colleague')}; ${added.length} new, ${changed.length} changed, ${missing.length} left.`,
    ...note(added.map(inFull), (names) => `New: ${names}.`),
    ...changed.map(({ who, fields }) => {
      const what = [
        ...new Set(fields.filter((field) => field !== 'changedHere').map((one) => FIELDS[one] ?? one)),
      ];
      return `Changes: ${what.join(', ')} of ${inFull(who)}.`;
    }),
    ...note(
      missing.map(called),
      (names) => `Not on it, so they have left and have no access from then on: ${names}.`,
    ),
    ...report.staffKept.map(({ address, field, by: who, at }) => {
      const when = `by ${called(who)} on ${dayWords(localDate(at))}`;
      return field === 'added'
        ? `Stays: ${address} was added here ${when}, and is not on this list.`
        : `Stays: ${field} of ${address} was changed here ${when}, and this list says otherwise.`;
    }),
    ...report.maybeSame.map(
      ({ nowName, beforeName }) =>
        `Is ${nowName}, who is new, the same person as ${beforeName}, who has left? Say so on “review staff” afterwards; until then they are two.`,
    ),
    ...(report.noHead
      ? [
          'Nobody on it is the head. Write head as the role of the head teacher, so that annual reviews invite them.',
        ]
      : []),
  ];
}
