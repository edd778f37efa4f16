import { whoIsWho } from '../domain/pupil/who/who-is-who.ts';
import type { ImportBackups, WrittenDocument } from '../store/lowdb/import-backups.ts';
import { pupilsInTurn } from '../store/pupils-in-turn.ts';
import { Conflict, NotStored, type Store } from '../store/store.ts';
import { type Writes, writePlanned } from './import.ts';

/** What became of an import that was said yes to. */
export type Taken =
  | { readonly is: 'nothing-to-do' }
  | { readonly is: 'taken'; readonly documents: number; readonly backup: string }
  /** Somebody changed these meanwhile, or added who may be one of them, so that nothing was written. */
  | { readonly is: 'changed-meanwhile'; readonly refs: readonly string[]; readonly school: boolean }
  /** Not all could be written: the same import again does the rest. */
  | { readonly is: 'cut-short'; readonly written: number; readonly backup: string };

/** How many documents would be written. */
export function documentsIn({ plan: { school, pupils } }: Writes): number {
  return pupils.length + (school ? 1 : 0);
}

interface Into {
  readonly store: Store;
  readonly backups: ImportBackups;
}

/**
 * Writes exactly what was previewed, after a backup; or says what changed since, and writes nothing. Nobody is added by a form
 * or another import from when it looks what changed until all is written.
 * @param progress told how many documents are written, of how many.
 */
export async function takeImport(
  planned: Writes,
  into: Into,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Taken> {
  const { plan, known } = planned;
  const school = plan.school ?? known;
  if (documentsIn(planned) === 0 || !school) return { is: 'nothing-to-do' };
  return pupilsInTurn(school.id, () => takeInTurn(planned, into, progress));
}

async function takeInTurn(
  planned: Writes,
  { store, backups }: Into,
  progress: (done: number, of: number) => void,
): Promise<Taken> {
  const of = documentsIn(planned);
  const changed = await changedSince(store, planned);
  if (changed) return changed;
  const backup = await backups.make(toWrite(planned));
  let done = 0;
  try {
    await writePlanned(store, planned, () => {
      done += 1;
      // A school that is new is written twice: begun, and completed.
      if (done <= of) progress(done, of);
    });
    return { is: 'taken', documents: of, backup };
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotStored)) throw error;
    return { is: 'cut-short', written: done, backup };
  }
}

function toWrite({ plan: { school, pupils }, known }: Writes): readonly WrittenDocument[] {
  const before = known?.version ?? 0;
  // A new school is begun before its pupils, and completed after them.
  const after = before === 0 ? 2 : before + 1;
  return [
    ...(school ? [{ collection: 'schools' as const, id: school.id, before, after }] : []),
    ...pupils.map(({ id, version }) => ({
      collection: 'pupils' as const,
      id,
      before: version,
      after: version + 1,
    })),
  ];
}

async function changedSince(store: Store, { plan, known, seen }: Writes): Promise<Taken | undefined> {
  const versions = await Promise.all(
    plan.pupils.map(async ({ id, ref, version }) => {
      const now = await store.get('pupils', id);
      return (now?.version ?? 0) === version ? [] : [ref];
    }),
  );
  const school = plan.school && (await store.get('schools', plan.school.id));
  const refs = [...new Set([...versions.flat(), ...(await nowHere(store, plan, seen))])];
  const schoolChanged = plan.school !== undefined && school?.version !== known?.version;
  return refs.length > 0 || schoolChanged
    ? { is: 'changed-meanwhile', refs, school: schoolChanged }
    : undefined;
}

/** The references of those to be written who may be somebody that came, or was changed, since: else they would be here twice. */
async function nowHere(
  store: Store,
  { pupils }: Writes['plan'],
  seen: Writes['seen'],
): Promise<readonly string[]> {
  const [one] = pupils;
  if (!one) return [];
  const written = new Set(pupils.map(({ id }) => id));
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const news = (await store.pupilsOf(one.schoolId)).filter(
    ({ id, version }) => !written.has(id) && versions.get(id) !== version,
  );
  if (news.length === 0) return [];
  return whoIsWho(news, pupils).rows.flatMap(({ is, row }) => (is === 'new' ? [] : [row.ref]));
}
