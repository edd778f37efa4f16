import { dayWords } from '../domain/language/days.ts';
import { obligationsOf } from '../domain/nudges/obligations.ts';
import { openActions } from '../domain/nudges/overview.ts';
import { chargesOf } from '../domain/review/charges.ts';
import { rowOfKind } from '../domain/review/obligations/index.ts';
import { markAbsent, markBack } from '../domain/school/absence.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { School, StaffMember } from '../domain/school/school.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import type { SchoolCommand } from '../presentation/forms/school-form.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { type AwayRow, type AwaySchool, absenceCard } from '../presentation/screens/absence.ts';
import { type Changed, changeSchool } from './change.ts';
import type { Deps } from './deps.ts';
import { asItWas } from './form-home.ts';
import type { Sending } from './form-token.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { type Asked, below, type Handler, inPlace, pageIn } from './turn.ts';

const isAway = ({ absent, left }: StaffMember, today: LocalDate) =>
  !left && absent !== undefined && absent.until > today;

async function rowsIn(deps: Deps, { school, mayRun }: AwaySchool, today: LocalDate): Promise<AwayRow[]> {
  const reviews = await deps.store.reviewsOf(school.id);
  const open = openActions(reviews, school, today);
  const askOthers = reviews
    .flatMap((review) => obligationsOf(review, school, today))
    .filter(({ kind }) => rowOfKind(kind).forSomebodyAway);
  return school.staff.flatMap((member) => {
    const theirs = open.filter(({ action }) => action.owner === member.email);
    const meanwhile = theirs.filter(({ inHand }) => inHand === 'owner-away').length;
    const evidence = askOthers.filter(({ about }) => about === member.email).length;
    const charges = reviews.flatMap((review) => chargesOf(review, member.email)).length;
    if (!isAway(member, today) && !(member.left && (theirs.length || charges))) return [];
    return [{ member, school, actions: theirs.length, meanwhile, evidence, charges, mayRun }];
  });
}

// Those who left first, then by the day they are back.
const order = ({ member }: AwayRow) => member.absent?.until ?? '';

/** Who is away in the schools this person oversees, and what of theirs falls due meanwhile. */
export async function absenceScreen(
  deps: Deps,
  person: Person,
  page: number,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const today = localDate(deps.clock.now());
  // Afresh: what was just said is to be seen.
  const here = await Promise.all(schoolsOverseen(person).map(({ id }) => deps.store.get('schools', id)));
  const schools = here
    .filter((school): school is School => school !== undefined)
    .map((school) => ({ school, mayRun: isSenco(school, person.email) }));
  if (!schools.length) return noticeScreen('Who is away', SAY.awayForOverseers);
  const rows = (await Promise.all(schools.map((one) => rowsIn(deps, one, today)))).flat();
  const sorted = rows.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return placedAt(press.absent(page), absenceCard({ schools, rows: sorted, today, page, notice }));
}

/** `absent`, typed. */
export const absentTyped: Handler = async (deps, { person }) => below(await absenceScreen(deps, person, 1));

/** A button to who is away, or to another page of it. */
export const absentPressed: Handler = async (deps, { person, data }) =>
  inPlace(await absenceScreen(deps, person, pageIn(data)));

const actorOf = (deps: Deps, { person }: Asked) => ({ who: person.email, at: deps.clock.now() });

/** Marks a colleague as away. As `changeSchool`. */
export function saveAbsence(
  deps: Deps,
  asked: Asked,
  school: School,
  command: Extract<SchoolCommand, { type: 'mark-absent' }>,
  sending: Sending,
): Promise<Changed<School>> {
  const onSchool = (now: School) => {
    asItWas(now, school);
    return markAbsent(now, command, actorOf(deps, asked));
  };
  return changeSchool(deps, school, onSchool, sending);
}

/** What is said once somebody is marked as away. */
export function absenceSaid(
  { from, until }: { from: LocalDate; until: LocalDate },
  today: LocalDate,
): string {
  const first = from > today ? `From ${dayWords(from)} they` : 'They';
  return `Saved. ${first} are not reminded of anything until they are back on ${dayWords(until)}.`;
}

/** A colleague is back. */
export const backNow: Handler = async (deps, asked) => {
  const { person, data } = asked;
  const school = schoolsOverseen(person).find(({ id }) => id === data.school);
  if (!school) return below(notYoursScreen());
  const result = await changeSchool(deps, school, (now) =>
    markBack(now, data.who ?? '', actorOf(deps, asked)),
  );
  const notice =
    result.is === 'refused'
      ? attention(result.refusal.say)
      : good('Welcome back: reminders go to them again.');
  return inPlace(await absenceScreen(deps, person, 1, notice));
};
