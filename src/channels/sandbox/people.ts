import type { PersonId } from '../../domain/school.ts';

/** One of the made-up school's staff. `role` is the staff list's: senco, leader or staff. */
export interface SandboxPerson {
  readonly email: PersonId;
  readonly name: string;
  readonly role: string;
  readonly school: string;
  /** How many things they have to do: the page shows whose turn it is. */
  readonly toDo: number;
}

/** The page opens as the first of them: who runs reviews, then who sees them, then everybody else. */
const ORDER = ['senco', 'leader'];
const place = ({ role }: SandboxPerson) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length);

/**
 * The staff, each once (who works at two schools is shown with both, and with all they have to do), SENCOs first,
 * then by name.
 */
export function eachOnce(people: readonly SandboxPerson[]): readonly SandboxPerson[] {
  const known = new Map<PersonId, SandboxPerson>();
  for (const person of people) {
    const email = person.email.toLowerCase();
    const before = known.get(email);
    const school = before ? `${before.school} and ${person.school}` : person.school;
    // Named one by one: nothing else that is known of them goes to the page.
    const toDo = (before?.toDo ?? 0) + person.toDo;
    known.set(email, { email, name: person.name, role: before?.role ?? person.role, school, toDo });
  }
  return [...known.values()].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'en-GB'));
}
