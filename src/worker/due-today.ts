import type { Digest, Escalation, Mornings } from '../domain/nudges/digest.ts';
import { type Escalated, escalationsOf, type Owing, thresholdsOn } from '../domain/nudges/escalation.ts';
import { isHalfTermly } from '../domain/nudges/half-termly.ts';
import { obligationsOf } from '../domain/nudges/obligations.ts';
import { tellsOfPeople } from '../domain/nudges/people.ts';
import { listedOn, mayBeNudged, nudgesToday, type Told } from '../domain/nudges/policy.ts';
import { mayTellOfMoves, schoolNotices, tellsOfSchool } from '../domain/nudges/school-notices.ts';
import { escalationsForPupils } from '../domain/pupil/owed.ts';
import { schoolDaysAfter } from '../domain/school/calendar.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { type Instant, type LocalDate, localDate, plusDays } from '../domain/time.ts';
import { peopleNoticesIn } from '../store/people-notices.ts';
import type { Store } from '../store/store.ts';
import { parentsToMeetIn, pupilsMatteringOn, reviewsMatteringOn } from './attention.ts';
import { withoutSupportOver } from './support-over.ts';
import { untold } from './untold.ts';

/**
 * What is reason enough to write to somebody: obligations of their own, by id, those of others they are to know of, and the
 * schools where parents are to be met.
 */
export type Reasons = Pick<Digest, 'items'> & {
  readonly escalations: readonly Escalation[];
  readonly toMeet: readonly string[];
  /** The schools about whose staff there is something to look at. */
  readonly aboutStaff: readonly string[];
  /** The schools for which something is to be seen to. */
  readonly aboutSchool: readonly string[];
};

/**
 * Whom of the school to write to on the school day that `at` is on, and why: what is to be mentioned, with what was to be on the school
 * days that were missed and what did not get through the last time. Nobody, once the day has been dealt with.
 */
export async function dueToday(
  school: School,
  at: Instant,
  morning: Mornings | undefined,
  store: Store,
): Promise<ReadonlyMap<PersonId, Reasons>> {
  const day = localDate(at);
  if (morning?.day === day) return new Map();
  const since = morning && morning.day < day ? morning.day : undefined;
  const mattering = await reviewsMatteringOn(day, school, store);
  const reviews = await withoutSupportOver(mattering, school, at, store);
  const ofPupils = await pupilsMatteringOn(day, school, store);
  const owed: Owing[] = [...reviews.flatMap((review) => obligationsOf(review, school, day)), ...ofPupils];
  const last = since ? await lastDigests(school, since, day, store) : new Map<PersonId, Digest>();
  const toldOn = new Map([...last].map(([person, digest]) => [person, digest.day]));
  const failed = [...last.values()].filter(({ state }) => state.is !== 'sent');
  const items = new Set([
    ...nudgesToday(owed, school, day, { since, toldOn }),
    ...carriedOver(failed, listedOn(owed, school, day)),
  ]);
  const thresholds = thresholdsOn(school, day);
  const escalations: Escalated<Owing>[] = [
    ...reviews.flatMap((review) => escalationsOf(review, school, day, thresholds)),
    ...escalationsForPupils(ofPupils, school, day, thresholds),
  ];
  const late = await untold(escalations, day, store);
  const itemsOf = Map.groupBy(items, ({ who }) => who);
  const lateFor = Map.groupBy(late, ({ to }) => to);
  const meeting = await tellingToMeet(school, day, { since, toldOn }, failed, store);
  const looking = await tellingOfStaff(school, day, since, failed, store);
  const setting = await tellingOfSchool(school, day, since, failed, store);
  const people = [...new Set([...itemsOf.keys(), ...lateFor.keys(), ...meeting, ...looking, ...setting])];
  return new Map(
    people
      .filter((person) => mayBeNudged(school, person, day))
      .map((person) => [
        person,
        {
          items: (itemsOf.get(person) ?? []).map(({ id }) => id),
          escalations: (lateFor.get(person) ?? []).map(({ obligationId, step }) => ({ obligationId, step })),
          toMeet: meeting.includes(person) ? [school.id] : [],
          aboutStaff: looking.includes(person) ? [school.id] : [],
          aboutSchool: setting.includes(person) ? [school.id] : [],
        },
      ]),
  );
}

/** The SENCOs to be told today that parents are to be met: once a half-term, or again where it did not get through. */
async function tellingToMeet(
  school: School,
  day: LocalDate,
  told: Told,
  failed: readonly Digest[],
  store: Store,
): Promise<readonly PersonId[]> {
  const missed = failed.filter(({ toMeet = [] }) => toMeet.includes(school.id)).map(({ to }) => to);
  const turn = sencosOf(school).filter(
    (person) => missed.includes(person) || isHalfTermly(school, person, day, told),
  );
  // Looked up last: on most days it is nobody's turn.
  return turn.length > 0 && (await parentsToMeetIn(school, day, store)) > 0 ? turn : [];
}

const sencosOf = ({ staff }: School): readonly PersonId[] =>
  staff.flatMap(({ email, role, left }) => (role === 'senco' && left === undefined ? [email] : []));

/** The SENCOs to be told today that there is something about the staff to look at, or again where it did not get through. */
async function tellingOfStaff(
  school: School,
  day: LocalDate,
  since: LocalDate | undefined,
  failed: readonly Digest[],
  store: Store,
): Promise<readonly PersonId[]> {
  const notices = await peopleNoticesIn(school, day, store);
  if (tellsOfPeople(notices, school, day, since)) return sencosOf(school);
  const missed = failed.filter(({ aboutStaff = [] }) => aboutStaff.includes(school.id)).map(({ to }) => to);
  return notices.length > 0 ? sencosOf(school).filter((person) => missed.includes(person)) : [];
}

/** The SENCOs to be told today that something is to be seen to for the school, or again where it did not get through. */
async function tellingOfSchool(
  school: School,
  day: LocalDate,
  since: LocalDate | undefined,
  failed: readonly Digest[],
  store: Store,
): Promise<readonly PersonId[]> {
  const missed = failed.filter(({ aboutSchool = [] }) => aboutSchool.includes(school.id)).map(({ to }) => to);
  const looks = missed.length > 0 || mayTellOfMoves(school, day, since);
  const notices = schoolNotices(school, looks ? await store.pupilsOf(school.id) : [], day);
  if (tellsOfSchool(notices, school, day, since)) return sencosOf(school);
  return notices.length > 0 ? sencosOf(school).filter((person) => missed.includes(person)) : [];
}

/** Each person's last digest from `since` on, before `day`. There are some after it where that day could not be finished. */
async function lastDigests(
  school: School,
  since: LocalDate,
  day: LocalDate,
  store: Store,
): Promise<ReadonlyMap<PersonId, Digest>> {
  const last = new Map<PersonId, Digest>();
  for (const each of [since, ...schoolDaysAfter(school, since, plusDays(day, -1))]) {
    for (const digest of await store.digestsOf(each)) last.set(digest.to, digest);
  }
  return last;
}

/** What of `listed` stood in a digest that did not get through. */
function carriedOver(failed: readonly Digest[], listed: readonly Owing[]): readonly Owing[] {
  const missed = new Set(failed.flatMap(({ items }) => items));
  return listed.filter(({ id }) => missed.has(id));
}
