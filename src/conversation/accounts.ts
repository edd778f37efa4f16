import type { Inbound } from '../channels/channel.ts';
import { admits } from '../channels/index.ts';
import { contactId, inSameChat } from '../domain/school/contact.ts';
import type { PersonId } from '../domain/school/school.ts';
import { secondAccountNoted } from '../domain/school/second-accounts.ts';
import { update } from '../store/update.ts';
import type { Deps } from './deps.ts';
import { atAddress, listedAs, type Person } from './people.ts';
import { notCommitted } from './refusals.ts';

/** Who it is that said something; or that they are nobody of a school, or come by a second account. */
export type Recognised =
  | { readonly is: 'known'; readonly person: Person }
  | { readonly is: 'stranger' }
  | { readonly is: 'second-account' };

/**
 * Who this is: the person to whom the account was bound when it was first let in, whatever its address is now; else whoever
 * is on a staff list with its address, to whom it is bound from then on. Only of schools that take people of their tenant or
 * workspace, by a chat that is known. Another account in the same chat is bound to them already: it is not let in, and the
 * SENCO is told.
 */
export async function recognise(deps: Deps, from: Omit<Inbound, 'said'>): Promise<Recognised> {
  const { store } = deps;
  if (!from.email) return { is: 'stranger' };
  const schools = (await store.schools()).filter((school) => admits(school, from));
  const id = contactId(from.channel, from.tenant, from.account);
  const bound = (await store.get('contacts', id))?.person;
  const person = bound === undefined ? atAddress(schools, from.email) : listedAs(schools, bound);
  if (!person) return { is: 'stranger' };
  if (bound !== undefined) return { is: 'known', person };
  if (!(await hasAnother(deps, person, from))) {
    await bind(deps, person.email, from);
    // Of two that come at once, neither may be let in on the other's account.
    if (!(await hasAnother(deps, person, from))) return { is: 'known', person };
  }
  // Known as nobody's, so that a SENCO can let it in.
  await bind(deps, undefined, from);
  await noteSecond(deps, person, id);
  return { is: 'second-account' };
}

async function hasAnother({ store }: Deps, { email }: Person, from: Omit<Inbound, 'said'>): Promise<boolean> {
  const contacts = await store.contactsOf(email);
  return contacts.some((one) => one.person === email && inSameChat(one, from) && one.userId !== from.account);
}

// What can't be stored is not bound, and they are answered all the same: it is when they next say something.
async function bind(
  { store }: Deps,
  person: PersonId | undefined,
  { channel, tenant, account: userId, email }: Omit<Inbound, 'said'>,
): Promise<void> {
  const id = contactId(channel, tenant, userId);
  try {
    await update(store, 'contacts', id, (known) => {
      const { person: _, ...contact } = known ?? { id, version: 0, channel, tenant, userId };
      return { ...contact, ...(email && { email }), ...(person && { person }) };
    });
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}

async function noteSecond(deps: Deps, person: Person, account: string): Promise<void> {
  const second = { person: person.email, account, at: deps.clock.now() };
  try {
    for (const { school } of person.places) {
      const noted = await update(
        deps.store,
        'schools',
        school.id,
        (now) => now && secondAccountNoted(now, second),
      );
      if (noted) deps.committed(noted.id);
    }
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}
