import { NOTHING_APART } from '../app/ports.ts';
import { digestId } from '../domain/nudges/digest.ts';
import { policyOf } from '../domain/nudges/policy.ts';
import { isSchoolDay, mayNudge } from '../domain/school/calendar.ts';
import { membership } from '../domain/school/membership.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { type Instant, type LocalDate, localDate } from '../domain/time.ts';
import { Conflict, type Store } from '../store/store.ts';
import { update } from '../store/update.ts';
import type { WorkerDeps } from './deps.ts';
import { dueToday, type Reasons } from './due-today.ts';

type ReasonsOf = (school: School) => Promise<ReadonlyMap<PersonId, Reasons> | undefined>;

/**
 * Makes today's digests in the schools whose hour has come, once a day. Somebody of several schools has one, at the earliest
 * hour of those with something to say, about all that are open. Only when all of a school's are made is its day dealt with: what
 * a fault or a crash leaves out is made in the next round. A school that can't be reckoned with holds up no other.
 */
export async function makeDigests(deps: WorkerDeps): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  const day = localDate(now);
  const open: School[] = [];
  const calling: School[] = [];
  for (const school of await store.schools()) {
    const hours = await ofSchool(school, deps, async () => ({
      isOpen: isSchoolDay(school, day),
      calls: mayNudge(school, policyOf(school).hour, now) && !(await isDealtWith(school, day, store)),
    }));
    if (hours?.isOpen) open.push(school);
    if (hours?.isOpen && hours.calls) calling.push(school);
  }
  const reasonsOf = remembered(now, deps);
  const peopleOf = new Map<School, readonly PersonId[]>();
  for (const school of calling) {
    const reasons = await reasonsOf(school);
    if (reasons) peopleOf.set(school, [...reasons.keys()]);
  }
  const left = new Set<PersonId>();
  for (const person of new Set([...peopleOf.values()].flat())) {
    if (!(await make(person, day, open, reasonsOf, deps))) left.add(person);
  }
  for (const [school, people] of peopleOf) {
    if (!people.some((person) => left.has(person))) await dealtWith(school, day, store);
  }
}

/** Does work for one school; undefined where that fails, which is logged. */
async function ofSchool<T>(
  { id }: School,
  { log, apart = NOTHING_APART }: WorkerDeps,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await apart.run(work);
  } catch (error) {
    log.error('school left out of the day', { school: id, error });
    return undefined;
  }
}

async function isDealtWith({ id }: School, day: LocalDate, store: Store): Promise<boolean> {
  return (await store.get('mornings', id))?.day === day;
}

function remembered(at: Instant, deps: WorkerDeps): ReasonsOf {
  const { store } = deps;
  const known = new Map<string, Awaited<ReturnType<ReasonsOf>>>();
  return async (school) => {
    if (known.has(school.id)) return known.get(school.id);
    const found = await ofSchool(school, deps, async () =>
      dueToday(school, at, await store.get('mornings', school.id), store),
    );
    known.set(school.id, found);
    return found;
  };
}

/** Makes the person's digest of all schools, if there is none yet. Resolves to whether there is one now. */
async function make(
  to: PersonId,
  day: LocalDate,
  open: readonly School[],
  reasonsOf: ReasonsOf,
  { store, log }: WorkerDeps,
): Promise<boolean> {
  try {
    const reasons: Reasons[] = [];
    for (const school of open.filter((one) => membership(one, to))) {
      const here = (await reasonsOf(school))?.get(to);
      if (here) reasons.push(here);
    }
    await put(day, to, reasons, store);
    return true;
  } catch (error) {
    log.error('digest could not be made', { error });
    return false;
  }
}

async function put(day: LocalDate, to: PersonId, reasons: readonly Reasons[], store: Store): Promise<void> {
  const id = digestId(day, to);
  if (await store.get('digests', id)) return;
  const escalations = reasons.flatMap((each) => each.escalations);
  const toMeet = reasons.flatMap((each) => each.toMeet);
  const aboutStaff = reasons.flatMap((each) => each.aboutStaff);
  const aboutSchool = reasons.flatMap((each) => each.aboutSchool);
  try {
    await store.put('digests', {
      ...{ id, version: 0, to, day },
      items: reasons.flatMap(({ items }) => items),
      ...(escalations.length > 0 && { escalations }),
      ...(toMeet.length > 0 && { toMeet }),
      ...(aboutStaff.length > 0 && { aboutStaff }),
      ...(aboutSchool.length > 0 && { aboutSchool }),
      state: { is: 'waiting', tries: 0 },
    });
  } catch (error) {
    // Another process has just made it.
    if (!(error instanceof Conflict)) throw error;
  }
}

async function dealtWith({ id }: School, day: LocalDate, store: Store): Promise<void> {
  await update(store, 'mornings', id, (morning) =>
    morning?.day === day ? undefined : { id, version: morning?.version ?? 0, day },
  );
}
