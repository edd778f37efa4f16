import type { Marked } from '../domain/absence.ts';
import type { Refusal } from '../domain/commands.ts';
import type { School } from '../domain/school.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { alreadyTaken, type Sending } from './once.ts';

/** What became of a change to a school. */
export type SchoolChanged =
  | { readonly is: 'done' | 'repeat' | 'sent-before'; readonly school: School }
  | { readonly is: 'refused'; readonly school: School; readonly refusal: Refusal };

/** As for a review: more than this in a row are not two people at once. */
const TRIES = 50;
/** So many forms are remembered: a repeat comes within minutes, and a school lasts for years. */
const REMEMBERED = 200;

/**
 * Commits what `change` makes of a school as it stands; where somebody else committed first, of what they made of it.
 * `sending` is the form it came from: sent again it changes nothing.
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first; nothing has changed then
 */
export async function changeSchool(
  deps: Deps,
  seen: School,
  change: (school: School) => Marked,
  sending?: Sending,
): Promise<SchoolChanged> {
  for (let left = TRIES; ; left--) {
    const school = (await deps.store.get('schools', seen.id)) ?? seen;
    const taken = sending && alreadyTaken(school, sending);
    if (taken) return { is: taken === 'the-same' ? 'repeat' : 'sent-before', school };
    const marked = change(school);
    if (!marked.ok) return { is: 'refused', school, refusal: marked.refusal };
    const next = sending ? remembering(marked.school, sending.token) : marked.school;
    if (next === school) return { is: 'done', school };
    try {
      const stored = await deps.store.put('schools', next);
      deps.committed();
      return { is: 'done', school: stored };
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
}

function remembering(school: School, token: string): School {
  return { ...school, taken: [...(school.taken ?? []), token].slice(-REMEMBERED) };
}
