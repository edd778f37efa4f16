import { type Digest, digestId } from '../domain/nudges/digest.ts';
import { plusDays } from '../domain/time.ts';
import { update } from '../store/update.ts';
import type { WorkerDeps } from './deps.ts';
import { putInPlace } from './put-in-place.ts';

/** A digest longer ago, in days, stays as it is: more than the summer holidays. */
const LOOKED_BACK = 60;

/**
 * The digest before this one becomes a line: what of it is open is in this one. Once, telling nobody anew; what can't be
 * changed is logged, and stays. Does not reject.
 */
export async function overtakeBefore({ day, to }: Digest, deps: WorkerDeps): Promise<void> {
  try {
    for (let back = 1; back <= LOOKED_BACK; back++) {
      const before = await deps.store.get('digests', digestId(plusDays(day, -back), to));
      if (before?.state.is !== 'sent') continue;
      await overtake(before, deps);
      return;
    }
  } catch (error) {
    deps.log.warn('earlier digest not changed', { kind: 'digest', error });
  }
}

async function overtake(digest: Digest, deps: WorkerDeps): Promise<void> {
  const where = digest.state.is === 'sent' ? digest.state.where : undefined;
  if (!where || !(await putInPlace(digest.to, where, deps.wording.overtaken(digest), deps))) return;
  await update(deps.store, 'digests', digest.id, (current) => {
    if (current?.state.is !== 'sent') return undefined;
    const { where: stood, ...state } = current.state;
    return { ...current, state, ...(stood && { stood }) };
  });
}
