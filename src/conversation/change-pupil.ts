import type { Refusal } from '../domain/commands.ts';
import type { RequestRefused } from '../domain/early.ts';
import type { Pupil } from '../domain/school.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { alreadyTaken, type Sending } from './once.ts';

/** What became of a change to a pupil. */
export type PupilChanged =
  | { readonly is: 'done' | 'repeat' | 'sent-before'; readonly pupil: Pupil }
  | { readonly is: 'refused'; readonly pupil: Pupil; readonly refusal: Refusal };

/** As for a review: more than this in a row are not two people at once. */
const TRIES = 50;
/** So many forms are remembered: a repeat comes within minutes, and a pupil stays for years. */
const REMEMBERED = 50;

/**
 * Commits what `change` makes of a pupil as they stand; where somebody else committed first, of what they made of them.
 * `sending` is the form it came from: sent again it changes nothing.
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first; nothing has changed then
 */
export async function changePupil(
  deps: Deps,
  seen: Pupil,
  change: (pupil: Pupil) => RequestRefused,
  sending: Sending,
): Promise<PupilChanged> {
  for (let left = TRIES; ; left--) {
    const pupil = (await deps.store.get('pupils', seen.id)) ?? seen;
    const taken = alreadyTaken(pupil, sending);
    if (taken) return { is: taken === 'the-same' ? 'repeat' : 'sent-before', pupil };
    const changed = change(pupil);
    if (!changed.ok) return { is: 'refused', pupil, refusal: changed.refusal };
    const next = { ...changed.pupil, taken: [...(pupil.taken ?? []), sending.token].slice(-REMEMBERED) };
    try {
      const stored = await deps.store.put('pupils', next);
      deps.committed();
      return { is: 'done', pupil: stored };
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
}
