import type { Review } from '../src/domain/review/review.ts';
import { nextSchoolDay } from '../src/domain/school/calendar.ts';
import { type Contact, contactId } from '../src/domain/school/contact.ts';
import type { School } from '../src/domain/school/school.ts';
import type { Instant, LocalDate } from '../src/domain/time.ts';
import { anAction, aPupil, aReview, aSchool } from '../test/support/builders.ts';
import { openStore } from './open-store.ts';

/** Somebody at the school, in one of the two chats. */
export interface Person {
  /** Short, and in everything that is theirs: their address, their ids in the chat, what their actions say. */
  readonly id: string;
  readonly chat: Chat;
}
export type Chat = 'slack' | 'teams';

export const SLACK_TEAM = 'T000000001';
export const TEAMS_TENANT = 'school-tenant';
const FIRST_DAY: LocalDate = '2026-11-02';
const OWNERS_A_REVIEW = 4;

const SENCO: Person = { id: 'senco', chat: 'slack' };
const LEADER: Person = { id: 'leader', chat: 'slack' };

/** So many members of staff in each chat: those who are to have a digest every day. */
export function staffOf(each: number): readonly Person[] {
  const some = (chat: Chat) =>
    Array.from({ length: each }, (_, n) => ({ id: `${chat}${String(n + 1).padStart(3, '0')}`, chat }));
  // In turn, so that every review has owners in both.
  const teams = some('teams');
  return some('slack').flatMap((person, n) => [person, ...teams.slice(n, n + 1)]);
}

/** The staff, and their SENCO and leader, who owe nothing of their own. */
export const everybody = (staff: readonly Person[]): readonly Person[] => [SENCO, LEADER, ...staff];

export const emailOf = ({ id }: Person) => `${id}@oakfield.example`;
export const userIdOf = ({ id, chat }: Person) => (chat === 'slack' ? `U-${id}` : `29:${id}`);
/** Their private chat with the bot. */
export const chatOf = ({ id, chat }: Person) => (chat === 'slack' ? `D-${id}` : `a:${id}`);

/** The first so many school days of the story. */
export function schoolDays(count: number): readonly LocalDate[] {
  const days = [FIRST_DAY];
  while (days.length < count) days.push(nextSchoolDay(aSchool(), days.at(-1) ?? FIRST_DAY));
  return days;
}

/** What a person has to do by `day`, in the words that their digest will have. */
const taskOf = ({ id }: Person, day: LocalDate) => `Task of ${id} by ${day}.`;

/** Whose tasks by which day a message speaks of, whatever it is encoded as. */
export function tasksIn(text: string): readonly { readonly of: string; readonly by: LocalDate }[] {
  return [...text.matchAll(/Task of (\w+) by (\d{4}-\d\d-\d\d)\./g)].map(([, of = '', by = '']) => ({
    of,
    by,
  }));
}

/**
 * Makes a data folder with a school in which each of `staff` has something to do by each of `days`: so each is to have a
 * digest on each. `serviceUrl`: where their Teams is. `now`: when they were last heard from.
 */
export async function writeSchool(
  folder: string,
  staff: readonly Person[],
  days: readonly LocalDate[],
  { serviceUrl, now }: { readonly serviceUrl: string; readonly now: Instant },
): Promise<void> {
  const store = await openStore(folder);
  try {
    await store.put('schools', schoolOf(staff));
    for (const [n, person] of everybody(staff).entries()) {
      // Some chats have yet to be opened.
      const opened = n % 7 === 0 ? undefined : chatOf(person);
      await store.put('contacts', contactOf(person, opened, serviceUrl, now));
    }
    for (let n = 0; n * OWNERS_A_REVIEW < staff.length; n += 1) {
      const owners = staff.slice(n * OWNERS_A_REVIEW, (n + 1) * OWNERS_A_REVIEW);
      await store.put('pupils', aPupil({ id: `p${n}`, ref: `P${n}`, keyStaff: owners.map(emailOf) }));
      await store.put('reviews', reviewOf(n, owners, days));
    }
  } finally {
    await store.close();
  }
}

function schoolOf(staff: readonly Person[]): School {
  const member = (person: Person, role: 'senco' | 'leader' | 'staff') => ({
    email: emailOf(person),
    name: `Made-up ${person.id}`,
    role,
  });
  return aSchool({
    slackTeamId: SLACK_TEAM,
    teamsTenantId: TEAMS_TENANT,
    staff: [
      member(SENCO, 'senco'),
      member(LEADER, 'leader'),
      ...staff.map((person) => member(person, 'staff')),
    ],
  });
}

function contactOf(person: Person, opened: string | undefined, serviceUrl: string, now: Instant): Contact {
  const tenant = person.chat === 'slack' ? SLACK_TEAM : TEAMS_TENANT;
  const userId = userIdOf(person);
  const inSlack = opened ? { channel: opened } : {};
  const inTeams = { serviceUrl, bot: '28:bot', ...(opened && { conversation: opened }) };
  return {
    id: contactId(person.chat, tenant, userId),
    version: 0,
    channel: person.chat,
    tenant,
    userId,
    email: emailOf(person),
    checkedAt: now,
    seenAt: now,
    address: person.chat === 'slack' ? inSlack : inTeams,
  };
}

function reviewOf(n: number, owners: readonly Person[], days: readonly LocalDate[]): Review {
  const actions = owners.flatMap((owner) =>
    days.map((due) =>
      anAction({
        id: `${owner.id}-${due}`,
        what: taskOf(owner, due),
        owner: emailOf(owner),
        due,
        addedAt: '2026-10-14T15:00:00.000Z',
      }),
    ),
  );
  const pupilId = `p${n}`;
  return aReview({
    id: `${pupilId}.1`,
    ref: `K${n}`,
    pupilId,
    stage: 'acting',
    lead: emailOf(SENCO),
    actions,
  });
}
