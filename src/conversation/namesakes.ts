import { toldApart } from '../domain/school/namesakes.ts';
import { changeKept } from './change.ts';
import type { Deps } from './deps.ts';

/**
 * Has each of a school's pupils say what tells them from others of their name, as they stand now: one who came, or is called
 * otherwise, may be somebody's namesake. Cut short, the next change or import does the rest.
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first
 */
export async function tellNamesakesApart(deps: Deps, schoolId: string): Promise<void> {
  const before = await deps.store.pupilsOf(schoolId);
  const marks = new Map(toldApart(before).map(({ id, toldApartBy }) => [id, toldApartBy]));
  for (const seen of before) {
    const mark = marks.get(seen.id);
    if (mark === seen.toldApartBy) continue;
    await changeKept(deps, {
      collection: 'pupils',
      seen,
      change: ({ toldApartBy: _, ...now }) => ({
        ok: true,
        next: mark ? { ...now, toldApartBy: mark } : now,
      }),
    });
  }
}
