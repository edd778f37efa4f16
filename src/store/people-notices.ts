import type { Contact } from '../domain/school/contact.ts';
import { addressOf } from '../domain/school/membership.ts';
import { type PeopleNotice, peopleNotices } from '../domain/school/people-notices.ts';
import type { School } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { accountsAt } from './accounts.ts';
import type { Store } from './store.ts';

/** What a SENCO of the school is to look at about its staff, by what the chats are known to say of them. */
export async function peopleNoticesIn(
  school: School,
  today: LocalDate,
  store: Pick<Store, 'contactsOf'>,
): Promise<readonly PeopleNotice[]> {
  const accounts = new Map<string, readonly Contact[]>();
  for (const member of school.staff)
    accounts.set(member.email, await accountsAt(store, member.email, addressOf(member)));
  return peopleNotices(school, (person) => accounts.get(person) ?? [], today);
}
