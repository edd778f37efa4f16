import pLimit from 'p-limit';
import { addressOf } from '../domain/school/membership.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import type { Store } from '../store/store.ts';
import { ImportFaults } from './fault.ts';
import { readFolder } from './folder.ts';
import { givingWay } from './in-turns.ts';
import { keepReviewsOf } from './keep-reviews.ts';
import { keptLines } from './kept-words.ts';
import { refuseLooks } from './look-faults.ts';
import { importPlanned, type Plan, type Stored } from './plan.ts';
import type { Planning } from './plan-pupils.ts';
import type { ImportReport } from './report.ts';
import { newAndMaybeSame } from './same-people.ts';
import { SCHOOL_FILE } from './school-file.ts';
import { slipWords } from './slips.ts';
import { STAFF_FILE } from './staff-file.ts';
import type { Wanted } from './wanted.ts';

/** What an import would write. */
export interface Writes {
  readonly plan: Pick<Plan, 'school' | 'pupils'>;
  /** The school as it is stored, also where it was only begun. */
  readonly known: School | undefined;
  readonly isNew: boolean;
  /** The school's pupils as they were when it was planned. */
  readonly seen: readonly Pupil[];
}

/** What an import of a school's folder would write, and how that is told. */
export interface PlannedSchool extends Writes {
  readonly plan: Plan;
  readonly report: ImportReport;
}

/**
 * What it takes to make the stored school as its files want it. A pupil who is no longer in the files stays; a member of
 * staff who isn't has left `today` (at school) and loses access; back in the files, they are back.
 * @throws {ImportFaults} the school stored under that id is another.
 */
export async function planSchoolImport(
  store: Store,
  wanted: Wanted,
  planning: Planning,
): Promise<PlannedSchool> {
  const { id } = wanted.school;
  const known = await store.get('schools', id);
  // Without staff it was only begun, by an import that was cut short: it is as new.
  const stored: Stored = {
    school: known?.staff.length ? known : undefined,
    pupils: await store.pupilsOf(id),
  };
  refuseStranger(stored, wanted);
  const plan = await givingWay(importPlanned(stored, wanted, planning));
  const { today } = planning;
  const lastDay = wanted.school.terms.at(-1)?.end ?? today;
  const report = {
    ...plan.report,
    // Of what only school.json can say nothing is noted where it was not given.
    termsEnd: lastDay < today && !wanted.staffAlone ? lastDay : undefined,
    noHead: !wanted.school.staff.some(({ head }) => head),
    withoutSendiass: wanted.staffAlone ? [] : withoutSendiass(wanted.school),
    maybeSame: newAndMaybeSame(plan.school, known),
    erased: plan.erased.length,
    slips: plan.slips.map(({ number, pupil, of }) => slipWords(number, pupil.ref, of.ref)),
    kept: keptLines(plan.kept, { ...wanted.school, version: 0 }),
  };
  return { plan, known, isNew: !stored.school, seen: stored.pupils, report };
}

/**
 * Writes what was planned, each document whole or not at all.
 * @param written told of each once it is on disk.
 * @throws {Conflict} or {NotStored} a document could not be written; others may have been.
 */
export async function writePlanned(
  store: Store,
  { plan, known, isNew }: Writes,
  written: () => void = () => undefined,
): Promise<void> {
  const counting: Writing = {
    put: async (collection, document) => {
      const stored = await store.put(collection, document);
      written();
      return stored;
    },
    keepReviews: (pupil) => keepReviewsOf(store, pupil),
  };
  await (isNew ? writeNew(counting, plan, known) : writeKnown(counting, plan));
}

/**
 * Makes the stored school as `folder` has it: reads all, checks all, then writes what differs, as `planSchoolImport` says.
 * @throws {ImportFaults} the files are not right, or it can't be told who a pupil is: nothing was written. {Conflict} or {NotStored} a document could not
 *   be written: those before it were, and importing again does the rest.
 */
export async function importSchool(store: Store, folder: string, planning: Planning): Promise<ImportReport> {
  const reading = await readFolder(folder, planning.today);
  if (!reading.ok) throw new ImportFaults(reading.faults);
  const planned = await planSchoolImport(store, reading.wanted, planning);
  refuseLooks(planned.plan, (ref) => reading.lines.get(ref));
  await writePlanned(store, planned);
  return planned.report;
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
  if (before.length === 0 || before.some((person) => listed.has(addressOf(person)))) return;
  const orLeave = 'or, if every address has changed, leave one known colleague on staff.csv for one import';
  if (wanted.staffAlone) {
    const message = `nobody on it is on the staff of ${wanted.school.id} as stored; check that it is this school’s (--school), ${orLeave}`;
    throw new ImportFaults([{ file: STAFF_FILE, column: 'email', message }]);
  }
  const message = `the school stored under this id has none of the staff on staff.csv; write the id of this school, ${orLeave}`;
  throw new ImportFaults([{ file: SCHOOL_FILE, column: 'id', message }]);
}

/** What is written with: a pupil's reviews hold what the pupil's data says from then on. */
interface Writing extends Pick<Store, 'put'> {
  keepReviews(pupil: Pupil): Promise<void>;
}

// Either way it is in the order that is safe to be killed in; importing again writes just what is still missing.

/** Staff who left lose access before anything else, and whoever a pupil's line names as key staff is known by then. */
async function writeKnown(store: Writing, { school, pupils }: Writes['plan']): Promise<void> {
  if (school) await store.put('schools', school);
  await writePupils(store, pupils);
}

/**
 * The pupils need a school to be of, so it is begun first; its staff come last: until all its pupils are in nobody can see
 * it, rather than take a part for the whole.
 */
async function writeNew(
  store: Writing,
  { school, pupils }: Writes['plan'],
  begun: School | undefined,
): Promise<void> {
  if (!school) return;
  const { version } = begun ?? (await store.put('schools', { ...school, staff: [] }));
  await writePupils(store, pupils);
  await store.put('schools', { ...school, version });
}

const PUPILS_AT_ONCE = 8;

/**
 * Those that are stored already in their order, which is safe to be cut short in; then the new, in none. After one that can't
 * be written no more are begun, and those in hand are ended.
 */
async function writePupils(store: Writing, pupils: readonly Pupil[]): Promise<void> {
  for (const pupil of pupils.filter(({ version }) => version > 0)) {
    await store.put('pupils', pupil);
    await store.keepReviews(pupil);
  }
  const inTurn = pLimit(PUPILS_AT_ONCE);
  let failed = false;
  const all = pupils
    .filter(({ version }) => version === 0)
    .map((pupil) =>
      inTurn(async () => {
        if (failed) return;
        try {
          await store.put('pupils', pupil);
        } catch (error) {
          failed = true;
          throw error;
        }
      }),
    );
  const ended = await Promise.allSettled(all);
  const first = ended.find(({ status }) => status === 'rejected');
  if (first?.status === 'rejected') throw first.reason;
}
