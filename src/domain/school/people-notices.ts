import { type LocalDate, localDate, plusDays } from '../time.ts';
import type { Contact } from './contact.ts';
import { addressOf } from './membership.ts';
import { type MaybeSame, maybeSame } from './same-person.ts';
import type { PersonId, School, SecondAccount, StaffMember } from './school.ts';

/** Something about who is who, or who is still there, that a SENCO is to look at; `since` when, where that is known. */
export type PeopleNotice = { readonly since?: LocalDate } & (
  | { readonly is: 'second-account'; readonly second: SecondAccount }
  | ({ readonly is: 'maybe-same' } & MaybeSame)
  /** No longer on the list, and no SENCO has noted it. */
  | { readonly is: 'left'; readonly member: StaffMember }
  /** Their account has another address in a chat's directory than the staff list has. */
  | { readonly is: 'other-address'; readonly member: StaffMember; readonly address: string }
  /** On the list, and gone from every chat they were known in: nothing reaches them. */
  | { readonly is: 'gone'; readonly member: StaffMember }
);

/** So many days it is news that a colleague left; what was asked of them is the SENCO's from the first. */
const NEWS_DAYS = 14;

const GONE: ReadonlySet<string> = new Set(['left', 'not-found']);

/**
 * What the SENCO of a school is to look at about its staff, until it is seen to. `accountsOf` gives the accounts a colleague is
 * known by. Whoever a SENCO cut off is no news, and of one who may be somebody new that is asked instead.
 */
export function peopleNotices(
  school: School,
  accountsOf: (person: PersonId) => readonly Contact[],
  today: LocalDate,
): readonly PeopleNotice[] {
  const seconds = (school.secondAccounts ?? []).map(
    (second) => ({ is: 'second-account', second, since: localDate(second.at) }) as const,
  );
  const same = maybeSame(school).map(
    (one) => ({ is: 'maybe-same', ...one, ...(one.before.left && { since: one.before.left }) }) as const,
  );
  const asked = new Set(same.map(({ before }) => before.email));
  const members = school.staff.flatMap((member): PeopleNotice[] => {
    const { left, email } = member;
    if (left === undefined) return inChats(member, accountsOf(email));
    const isNews = left > plusDays(today, -NEWS_DAYS) && member.leftNoted !== left;
    return isNews && !member.cutOff && !asked.has(email) ? [{ is: 'left', member, since: left }] : [];
  });
  return [...seconds, ...same, ...members];
}

/** What the chats say of somebody on the list. */
function inChats(member: StaffMember, accounts: readonly Contact[]): PeopleNotice[] {
  const [first] = accounts;
  if (first && accounts.every(({ unreachable }) => unreachable && GONE.has(unreachable.why))) {
    const days = accounts.flatMap(({ unreachable }) => (unreachable ? [localDate(unreachable.since)] : []));
    const since = days.toSorted().at(-1);
    return [{ is: 'gone', member, ...(since && { since }) }];
  }
  const address = accounts.find(
    ({ person, email }) => person === member.email && email !== undefined && email !== addressOf(member),
  )?.email;
  return address ? [{ is: 'other-address', member, address }] : [];
}

/** The school once a SENCO has noted that a colleague left. */
export function leftNoted(school: School, person: PersonId): School {
  const staff = school.staff.map((one) =>
    one.email === person && one.left ? { ...one, leftNoted: one.left } : one,
  );
  return { ...school, staff };
}
