import { accountsOf, type Contact } from '../domain/school/contact.ts';
import { addressOf, membership } from '../domain/school/membership.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { Store } from './store.ts';

/** Where the directories know `person` now, as somebody of one of `schools`; undefined where they are of none. */
export function addressIn(schools: readonly School[], person: PersonId): string | undefined {
  for (const school of schools) {
    const member = membership(school, person);
    if (member) return addressOf(member);
  }
  return undefined;
}

/** The accounts by which `person`, as somebody of one of `schools`, can be written to, the one seen last first. */
export async function accountsIn(
  store: Pick<Store, 'contactsOf'>,
  person: PersonId,
  schools: readonly School[],
): Promise<readonly Contact[]> {
  const address = addressIn(schools, person);
  return address === undefined ? [] : accountsAt(store, person, address);
}

/** The accounts of `person`, whom the directories know by `address`, the one seen last first. */
export async function accountsAt(
  store: Pick<Store, 'contactsOf'>,
  person: PersonId,
  address: string,
): Promise<readonly Contact[]> {
  const atAddress = address === person ? [] : await store.contactsOf(address);
  return accountsOf(person, address, [...(await store.contactsOf(person)), ...atAddress]);
}
