import type { Marked } from '../domain/absence.ts';
import type { Refusal } from '../domain/commands.ts';
import type { RequestRefused } from '../domain/early.ts';
import type { Document, Pupil, School } from '../domain/school.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { alreadyTaken, type Sending } from './once.ts';

/** What became of a change to a school or a pupil, and how they stand now. */
export type Changed<T> =
  | { readonly is: 'done' | 'repeat' | 'sent-before'; readonly now: T }
  | { readonly is: 'refused'; readonly now: T; readonly refusal: Refusal };

/** As for a review: more than this in a row are not two people at once. */
const TRIES = 50;

type Taking = Document & { readonly taken?: readonly string[] };

/** Where documents of a kind are kept, and how many of the forms taken about one are remembered. */
interface Kept<T> {
  get(id: string): Promise<T | undefined>;
  put(document: T): Promise<T>;
  readonly remembered: number;
}

type Change<T> = (now: T) => { readonly ok: true; readonly next: T } | Refused;
type Refused = { readonly ok: false; readonly refusal: Refusal };

/**
 * Commits what `change` makes of a school as it stands; where somebody else committed first, of what they made of it.
 * `sending` is the form it came from: sent again it changes nothing.
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first; nothing has changed then
 */
export function changeSchool(
  deps: Deps,
  seen: School,
  change: (school: School) => Marked,
  sending?: Sending,
): Promise<Changed<School>> {
  const { store } = deps;
  const kept: Kept<School> = {
    get: (id) => store.get('schools', id),
    put: (school) => store.put('schools', school),
    // A repeat comes within minutes, and a school lasts for years.
    remembered: 200,
  };
  const next: Change<School> = (now) => {
    const marked = change(now);
    return marked.ok ? { ok: true, next: marked.school } : marked;
  };
  return changeKept(deps, kept, seen, next, sending);
}

/** As `changeSchool`, of a pupil. */
export function changePupil(
  deps: Deps,
  seen: Pupil,
  change: (pupil: Pupil) => RequestRefused,
  sending: Sending,
): Promise<Changed<Pupil>> {
  const { store } = deps;
  const kept: Kept<Pupil> = {
    get: (id) => store.get('pupils', id),
    put: (pupil) => store.put('pupils', pupil),
    remembered: 50,
  };
  const next: Change<Pupil> = (now) => {
    const refused = change(now);
    return refused.ok ? { ok: true, next: refused.pupil } : refused;
  };
  return changeKept(deps, kept, seen, next, sending);
}

async function changeKept<T extends Taking>(
  deps: Deps,
  kept: Kept<T>,
  seen: T,
  change: Change<T>,
  sending: Sending | undefined,
): Promise<Changed<T>> {
  for (let left = TRIES; ; left--) {
    const now = (await kept.get(seen.id)) ?? seen;
    const taken = sending && alreadyTaken(now, sending);
    if (taken) return { is: taken === 'the-same' ? 'repeat' : 'sent-before', now };
    const changed = change(now);
    if (!changed.ok) return { is: 'refused', now, refusal: changed.refusal };
    const next = sending ? remembering(changed.next, sending.token, kept.remembered) : changed.next;
    if (next === now) return { is: 'done', now };
    try {
      const stored = await kept.put(next);
      deps.committed();
      return { is: 'done', now: stored };
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
}

function remembering<T extends Taking>(document: T, token: string, most: number): T {
  return { ...document, taken: [...(document.taken ?? []), token].slice(-most) };
}
