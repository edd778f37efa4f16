import type { PersonId } from '../../domain/school/school.ts';
import type { MadeUpPerson } from '../parts.ts';

/** The page opens as the first of them: who runs reviews, then who sees them, then everybody else. */
const ORDER = ['senco', 'leader'];
const place = ({ role }: MadeUpPerson) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length);

/**
 * The staff, each once (who works at two schools is shown with both, and with all they have to do), SENCOs first,
 * then by name.
 */
export function eachOnce(people: readonly MadeUpPerson[]): readonly MadeUpPerson[] {
  const known = new Map<PersonId, MadeUpPerson>();
  for (const person of people) {
    const email = person.email.toLowerCase();
    const before = known.get(email);
    const school = before ? `${before.school} and ${person.school}` : person.school;
    // Named one by one: nothing else that is known of them goes to the page.
    const toDo = (before?.toDo ?? 0) + person.toDo;
    const { name, address } = person;
    const role = before?.role ?? person.role;
    known.set(email, { email, ...(address !== undefined && { address }), name, role, school, toDo });
  }
  return [...known.values()].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'en-GB'));
}
