import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { Conflict, type Store } from '../store/store.ts';
import { ImportFaults } from './fault.ts';
import { readFolder } from './folder.ts';
import { refuseLooks } from './look-faults.ts';
import { type Plan, planImport, type Stored } from './plan.ts';
import type { Planning } from './plan-pupils.ts';
import type { ImportReport } from './report.ts';
import { SCHOOL_FILE } from './school-file.ts';
import type { Wanted } from './wanted.ts';

/**
 * Makes the stored school as `folder` has it: reads all, checks all, then writes what differs. A pupil who is no longer in the
 * files stays; a member of staff who isn't has left `today` (at school) and loses access; back in the files, they are back.
 * @throws {ImportFaults} the files are not right, or it can't be told who a pupil is: nothing was written. {Conflict} or {NotStored} a document could not
 *   be written: those before it were, and importing again does the rest.
 */
export async function importSchool(store: Store, folder: string, planning: Planning): Promise<ImportReport> {
  const { today } = planning;
  const reading = await readFolder(folder, today);
  if (!reading.ok) throw new ImportFaults(reading.faults);
  const { id } = reading.wanted.school;
  const known = await store.get('schools', id);
  // Without staff it was only begun, by an import that was cut short: it is as new.
  const stored: Stored = {
    school: known?.staff.length ? known : undefined,
    pupils: await store.pupilsOf(id),
  };
  refuseStranger(stored, reading.wanted);
  const plan = planImport(stored, reading.wanted, planning);
  refuseLooks(plan, (ref) => reading.lines.get(ref));
  await (stored.school ? writeKnown(store, plan) : writeNew(store, plan, known));
  const lastDay = reading.wanted.school.terms.at(-1)?.end ?? today;
  return {
    ...plan.report,
    termsEnd: lastDay < today ? lastDay : undefined,
    noHead: !reading.wanted.school.staff.some(({ head }) => head),
    withoutSendiass: withoutSendiass(reading.wanted.school),
  };
}

/** The local authorities of which families are not told whom to ask; '' where the school names none at all. */
function withoutSendiass({ localAuthorities }: Wanted['school']): readonly string[] {
  if (!localAuthorities) return [''];
  return localAuthorities.filter(({ sendiass }) => !sendiass).map(({ name }) => name);
}

// Another school's files under this id would show this school's pupils to people who must not see them.
function refuseStranger(stored: Stored, wanted: Wanted): void {
  const before = stored.school?.staff.filter((person) => !person.left) ?? [];
  const listed = new Set(wanted.school.staff.map((person) => person.email));
  if (before.length === 0 || before.some((person) => listed.has(person.email))) return;
  const message =
    'the school stored under this id has none of the staff on staff.csv; write the id of this school, or, if every address has changed, leave one known colleague on staff.csv for one import';
  throw new ImportFaults([{ file: SCHOOL_FILE, column: 'id', message }]);
}

// Either way it is one document after another, each whole or not at all, in the order that is safe to be killed in; importing
// again writes just what is still missing.

/** Staff who left lose access before anything else, and whoever a pupil's line names as key staff is known by then. */
async function writeKnown(store: Store, { school, pupils }: Plan): Promise<void> {
  if (school) await store.put('schools', school);
  for (const pupil of pupils) {
    await store.put('pupils', pupil);
    await bringUpToDate(store, pupil);
  }
}

/**
 * The pupils need a school to be of, so it is begun first; its staff come last: until all its pupils are in nobody can see
 * it, rather than take a part for the whole.
 */
async function writeNew(store: Store, { school, pupils }: Plan, begun: School | undefined): Promise<void> {
  if (!school) return;
  const { version } = begun ?? (await store.put('schools', { ...school, staff: [] }));
  for (const pupil of pupils) await store.put('pupils', pupil);
  await store.put('schools', { ...school, version });
}

const TRIES = 5;

/** Has their reviews hold what the pupil's data says from now on, whom they address say; the bot may be at work on them meanwhile. */
async function bringUpToDate(store: Store, pupil: Pupil): Promise<void> {
  for (const { id } of await store.reviewsOfPupil(pupil.id)) {
    for (let left = TRIES; ; left--) {
      const review = await store.get('reviews', id);
      const next = review && asOfPupil(review, pupil);
      if (!next || next === review) break;
      try {
        await store.put('reviews', next);
        break;
      } catch (error) {
        if (!(error instanceof Conflict) || left === 0) throw error;
      }
    }
  }
}
