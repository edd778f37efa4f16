import { titleOf } from '../channels/index.ts';
import { beginsNames } from '../domain/language/name-fits.ts';
import { cutOff, letIn } from '../domain/school/cut-off.ts';
import { addressOf } from '../domain/school/membership.ts';
import { leftNoted } from '../domain/school/people-notices.ts';
import { maybeSame, saidAnother } from '../domain/school/same-person.ts';
import type { School, StaffMember } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import type { AboutStaff } from '../presentation/screens/digest-people.ts';
import { type StaffRow, staffCard } from '../presentation/screens/staff.ts';
import { accountsAt } from '../store/accounts.ts';
import { carryOver } from '../store/carry-over.ts';
import { peopleNoticesIn } from '../store/people-notices.ts';
import { changeSchool } from './change.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsRun } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { secondAccountAnswered } from './second-account.ts';
import { type Asked, below, type Handler, inPlace, pageIn } from './turn.ts';

async function rowOf({ store }: Deps, school: School, member: StaffMember, self: boolean): Promise<StaffRow> {
  const accounts = await accountsAt(store, member.email, addressOf(member));
  const seen = accounts.filter(({ seenAt, person }) => seenAt ?? person);
  const chats = [...new Set(seen.map(({ channel }) => titleOf(channel)))];
  const unreachable = accounts.length > 0 && accounts.every((one) => one.unreachable);
  return { member, school, self, chats, unreachable };
}

const byName = (a: StaffMember, b: StaffMember) =>
  Number(a.left !== undefined) - Number(b.left !== undefined) || a.name.localeCompare(b.name, 'en-GB');

/** Who is on the staff lists of the schools this person runs, or those of them whose name has `name` in it. */
export async function staffScreen(
  deps: Deps,
  person: Person,
  { page = 1, name = '' }: { readonly page?: number; readonly name?: string },
  notice?: Frame['notice'],
): Promise<CardMessage> {
  // Afresh: what was just said is to be seen.
  const stored = await Promise.all(schoolsRun(person).map(({ id }) => deps.store.get('schools', id)));
  const schools = stored.filter((school) => school !== undefined);
  if (!schools.length) return noticeScreen('The staff', SAY.sencoLetsIn);
  const rows = schools.flatMap((school) =>
    school.staff
      .filter((member) => name === '' || beginsNames(name, member.name))
      .toSorted(byName)
      .map((member) => rowOf(deps, school, member, member.email === person.email)),
  );
  const seconds = schools.flatMap((school) =>
    (school.secondAccounts ?? []).map(async (second) => {
      const contact = await deps.store.get('contacts', second.account);
      return { school, second, chat: titleOf(contact?.channel ?? '') };
    }),
  );
  const same = schools.flatMap((school) => maybeSame(school).map((one) => ({ ...one, school })));
  const who = { seconds: await Promise.all(seconds), same, others: await othersIn(deps, schools) };
  const show = staffCard({ rows: await Promise.all(rows), who, page, name: name || undefined, notice });
  return placedAt(press.staff(page, name || undefined), show);
}

/** What there is to look at besides who is who. */
async function othersIn({ store, clock }: Deps, schools: readonly School[]): Promise<AboutStaff[]> {
  const today = localDate(clock.now());
  const found = await Promise.all(
    schools.map(async (school) =>
      (await peopleNoticesIn(school, today, store)).map((notice): AboutStaff => ({ school, notice })),
    ),
  );
  return found.flat().filter(({ notice: { is } }) => is !== 'second-account' && is !== 'maybe-same');
}

/** `staff`, and what was typed after it. */
export const staffTyped: Handler = async (deps, { person, data }) =>
  below(await staffScreen(deps, person, { name: data.rest ?? '' }));

/** A button to the staff, or to another page of them. */
const staffPressed: Handler = async (deps, { person, data }) =>
  inPlace(await staffScreen(deps, person, { page: pageIn(data), name: data.name ?? '' }));

/** Does something in a school that this person runs, and shows the staff as they are then. */
const inSchool =
  (act: (deps: Deps, asked: Asked, school: School) => Promise<Frame['notice']>): Handler =>
  async (deps, asked) => {
    const { person, data } = asked;
    const school = schoolsRun(person).find(({ id }) => id === data.school);
    if (!school) return below(notYoursScreen());
    const notice = await act(deps, asked, school);
    return inPlace(await staffScreen(deps, person, {}, notice));
  };

/** Cuts a colleague off, or lets them back in. */
const standing = (change: typeof cutOff, done: string): Handler =>
  inSchool(async (deps, { person, data }, school) => {
    const said = { who: person.email, at: deps.clock.now() };
    const result = await changeSchool(deps, school, (now) => change(now, data.who ?? '', said));
    return result.is === 'refused' ? attention(result.refusal.say) : good(done);
  });

const cutOffNow = standing(
  cutOff,
  'They are cut off: nothing is shown or sent to them. What they were asked comes to you.',
);
const letInNow = standing(letIn, 'They are let in again. What they were asked is theirs as before.');

/** Another account of somebody's. */
const secondAccount = inSchool(secondAccountAnswered);

/** Whether somebody new on the list is a colleague who left. */
const samePerson = inSchool(async (deps, { data }, school) => {
  const { who = '', before = '' } = data;
  const now = await deps.store.get('schools', school.id);
  const asked = now && maybeSame(now).some((one) => one.now.email === who && one.before.email === before);
  if (!asked) return good(SAY.already);
  if (data.is !== 'same') {
    await changeSchool(deps, school, (one) => ({ ok: true, school: saidAnother(one, who, before) }));
    return good('Noted: they are two people, and nothing of one is shown to the other.');
  }
  deps.committed(school.id, ...(await carryOver(deps.store, [school], who, before)));
  return good('Noted: they are one person. What was asked of them is theirs as before.');
});

/** That a colleague left: it is news no more. */
const leftNotedNow = inSchool(async (deps, { data }, school) => {
  await changeSchool(deps, school, (now) => ({ ok: true, school: leftNoted(now, data.who ?? '') }));
  return good('Noted.');
});

/** What the buttons on the staff do. */
export const STAFF_PRESSES: Readonly<Record<string, Handler>> = {
  staff: staffPressed,
  'cut-off': cutOffNow,
  'let-in': letInNow,
  'second-account': secondAccount,
  'same-person': samePerson,
  'left-noted': leftNotedNow,
};
