import { inSameChat } from '../domain/school/contact.ts';
import { membership } from '../domain/school/membership.ts';
import type { School } from '../domain/school/school.ts';
import {
  secondAccountNoted,
  secondAccountSettled,
  secondAccountYes,
} from '../domain/school/second-accounts.ts';
import type { Frame } from '../presentation/render.ts';
import { update } from '../store/update.ts';
import type { Deps } from './deps.ts';
import { schoolsRun } from './people.ts';
import { attention, good, SAY } from './refusals.ts';
import type { Asked } from './turn.ts';

/** Binds the account to the person, and unbinds the one of that chat that was theirs. */
async function bindInstead({ store }: Deps, person: string, account: string): Promise<void> {
  const chosen = await store.get('contacts', account);
  if (!chosen) return;
  for (const one of await store.contactsOf(person)) {
    if (one.person !== person || one.id === account || !inSameChat(one, chosen)) continue;
    await update(store, 'contacts', one.id, (known) => {
      if (known?.person !== person) return undefined;
      const { person: _, ...rest } = known;
      return rest;
    });
  }
  await update(store, 'contacts', account, (known) => known && { ...known, person });
}

type Second = NonNullable<School['secondAccounts']>[number];

const onSchool = (deps: Deps, { id }: School, change: (now: School) => School | undefined) =>
  update(deps.store, 'schools', id, (now) => now && change(now));

/** The note of it, in a school. */
const noteIn = (school: School, { account, person }: Second): Second | undefined =>
  school.secondAccounts?.find((one) => one.account === account && one.person === person);

/**
 * Another account of somebody's: let in, in the place of the one of that chat they had; or left out. Who is on the lists of
 * several schools is let in once a SENCO of each has said so: an account that one school trusts opens what another has of a
 * child, too. Left out by one, it is left out, and all are asked anew should it try again.
 */
export async function secondAccountAnswered(
  deps: Deps,
  { person, data }: Asked,
  school: School,
): Promise<Frame['notice']> {
  const { account = '' } = data;
  const here = await deps.store.get('schools', school.id);
  const noted = here?.secondAccounts?.find((one) => one.account === account);
  if (!here || !noted) return good(SAY.already);
  const settle = async (some: readonly School[]) => {
    for (const one of some) await onSchool(deps, one, (now) => secondAccountSettled(now, account));
    deps.committed(...some.map(({ id }) => id));
  };
  const all = await deps.store.schools();
  const holding = all.filter((one) => noteIn(one, noted));
  if (data.then !== 'let-in') {
    await settle(holding);
    return good('It stays out. Should it try again, you are told again.');
  }
  // Noted while they were here: who has moved on to another school is that school's to look at.
  if (!membership(here, noted.person)) return attention(SAY.accountNotHere);
  const theirs = all.filter((one) => membership(one, noted.person));
  const mine = new Set(schoolsRun(person).map(({ id }) => id));
  const isAsked = (one: School) => !mine.has(one.id) && noteIn(one, noted)?.yes === undefined;
  if (theirs.some(isAsked)) {
    const yes = { by: person.email, at: deps.clock.now() };
    for (const one of theirs) {
      const { yes: _, ...fresh } = noted;
      await onSchool(deps, one, (now) => {
        const withNote = secondAccountNoted(now, fresh) ?? now;
        return mine.has(one.id) ? secondAccountYes(withNote, noted, yes) : withNote;
      });
    }
    deps.committed(...theirs.map(({ id }) => id));
    return good(SAY.otherSchoolAsked);
  }
  await bindInstead(deps, noted.person, account);
  await settle(holding);
  return good('The new account is theirs from now on, and the one they had there is not.');
}
