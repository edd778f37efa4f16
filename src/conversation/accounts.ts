import type { Sender } from '../channels/channel.ts';
import { admits } from '../channels/index.ts';
import { contactId, inSameChat } from '../domain/school/contact.ts';
import { addressOf } from '../domain/school/membership.ts';
import type { PersonId, StaffMember } from '../domain/school/school.ts';
import { secondAccountNoted } from '../domain/school/second-accounts.ts';
import { update } from '../store/update.ts';
import type { Deps } from './deps.ts';
import { atAddress, listedAs, type Person } from './people.ts';
import { notCommitted } from './refusals.ts';

/**
 * Who it is that said something; or that they are nobody of a school, or come by a second account. 'back': the account is that of
 * a colleague who left (`before`), and somebody new on the list has its address now.
 */
export type Recognised =
  | { readonly is: 'known'; readonly person: Person }
  | { readonly is: 'back'; readonly person: Person; readonly before: StaffMember }
  | { readonly is: 'stranger' }
  | { readonly is: 'second-account' };

/**
 * Who this is: the person to whom the account was bound when it was first let in, whatever its address is now; else whoever
 * is on a staff list with its address, to whom it is bound from then on. Only of schools that take people of their tenant or
 * workspace, by a chat that is known. Another account in the same chat is bound to them already: it is not let in, and the
 * SENCO is told.
 */
export async function recognise(parts: Deps, from: Sender): Promise<Recognised> {
  const deps = { ...parts, store: storeOf(parts, from) };
  const { store } = deps;
  if (!from.email) return { is: 'stranger' };
  const schools = (await store.schools()).filter((school) => admits(school, from));
  const id = contactId(from.channel, from.tenant, from.account);
  const bound = (await store.get('contacts', id))?.person;
  const same = bound === undefined ? undefined : listedAs(schools, bound);
  if (same) return { is: 'known', person: same };
  const person = atAddress(schools, from.email);
  if (!person) return { is: 'stranger' };
  if (await hasAnother(deps, person, from)) return refused(deps, person, from);
  const before = bound === undefined ? undefined : leaver(person, bound);
  if (before?.cutOff) return { is: 'stranger' };
  // Under the address of before the list has somebody else: they inherit nothing.
  if (before && addressOf(before) !== from.email && !isAnother(person, before))
    return { is: 'back', person, before };
  await bind(deps, person.email, from);
  // Of two that come at once, neither may be let in on the other's account.
  return (await hasAnother(deps, person, from)) ? refused(deps, person, from) : { is: 'known', person };
}

/** Until it is known who somebody is, what is done about their account is their account's. */
const storeOf = ({ store, storeFor }: Deps, { channel, tenant, account }: Sender) =>
  storeFor?.({ who: contactId(channel, tenant, account), chat: channel, by: 'account' }) ?? store;

function leaver({ places }: Person, who: PersonId): StaffMember | undefined {
  return places.flatMap(({ school }) => school.staff).find(({ email }) => email === who);
}

/** Whether it was said that they are another than the one who left. */
const isAnother = ({ places }: Person, before: StaffMember): boolean =>
  places.some(({ member }) => member.notSame?.includes(before.email));

async function refused(deps: Deps, person: Person, from: Sender): Promise<Recognised> {
  // Known as nobody's, so that a SENCO can let it in.
  await bind(deps, undefined, from);
  await noteSecond(deps, person, contactId(from.channel, from.tenant, from.account));
  return { is: 'second-account' };
}

async function hasAnother({ store }: Deps, { email }: Person, from: Sender): Promise<boolean> {
  const contacts = await store.contactsOf(email);
  return contacts.some((one) => one.person === email && inSameChat(one, from) && one.userId !== from.account);
}

// What can't be stored is not bound, and they are answered all the same: it is when they next say something.
async function bind(
  { store }: Deps,
  person: PersonId | undefined,
  { channel, tenant, account: userId, email }: Sender,
): Promise<void> {
  const id = contactId(channel, tenant, userId);
  try {
    await update(store, 'contacts', id, (known) => {
      // However often a refused account tries: what is known already is not written again.
      if (known && known.person === person && known.email === email) return undefined;
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
