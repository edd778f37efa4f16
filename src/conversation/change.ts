import type { Refusal } from '../domain/review/decision.ts';
import type { Marked } from '../domain/school/absence.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { Conflict, type Documents } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { alreadyTaken, type Sending } from './form-token.ts';

/** The collections whose documents know which forms about them were taken. */
type Taking = 'schools' | 'pupils' | 'reviews';

/** What became of a change to a document: `before` is what it was made on, `now` how the document stands. */
export type Changed<T> =
  | { readonly is: 'done'; readonly before: T; readonly now: T }
  /** The very same form with the very same answers was taken before; or the same form, with other answers. */
  | { readonly is: 'repeat' | 'sent-before'; readonly now: T }
  | { readonly is: 'refused'; readonly now: T; readonly refusal: Refusal };

/** What a change makes of a document as it stands, or why it can't be made. */
type Change<T> = (
  now: T,
) => { readonly ok: true; readonly next: T } | { readonly ok: false; readonly refusal: Refusal };

/** A document, and the change that is wanted of it. */
interface ToChange<C extends Taking> {
  readonly collection: C;
  readonly seen: Documents[C];
  readonly change: Change<Documents[C]>;
  /** The form it came from, if it came from one: sent again, it changes nothing. */
  readonly sending?: Sending | undefined;
  /** Whether other answers in a form that was taken change what it said, rather than being a second effect of it. */
  readonly changesAnswer?: boolean;
}

/** Two people at once are ordinary; this many in a row on one document are not. */
const TRIES = 50;

/**
 * Commits what `change` makes of a document as it stands; where somebody else committed first, of what they made of it.
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first; nothing has changed then
 */
export async function changeKept<C extends Taking>(
  deps: Deps,
  { collection, seen, change, sending, changesAnswer = false }: ToChange<C>,
): Promise<Changed<Documents[C]>> {
  for (let left = TRIES; ; left--) {
    const before = (await deps.store.get(collection, seen.id)) ?? seen;
    const taken = sending && alreadyTaken(before, sending);
    if (taken === 'the-same') return { is: 'repeat', now: before };
    if (taken && !changesAnswer) return { is: 'sent-before', now: before };
    const changed = change(before);
    if (!changed.ok) return { is: 'refused', now: before, refusal: changed.refusal };
    if (changed.next === before) return { is: 'done', before, now: before };
    try {
      const now = await deps.store.put(collection, changed.next);
      // What is owed for a pupil may hang on their reviews.
      deps.committed(now.id, ...('pupilId' in now ? [now.pupilId] : []));
      return { is: 'done', before, now };
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
}

/** How many of the forms taken about one are remembered: a repeat comes within minutes, and a school lasts for years. */
const REMEMBERED = { schools: 200, pupils: 50 };

/** The document with the form noted as taken, where it came from one. */
function noting<T extends { readonly taken?: readonly string[] }>(
  document: T,
  sending: Sending | undefined,
  most: number,
): T {
  return sending ? { ...document, taken: [...(document.taken ?? []), sending.token].slice(-most) } : document;
}

/** Commits a change to a school. As `changeKept`. */
export function changeSchool(
  deps: Deps,
  seen: School,
  change: (school: School) => Marked,
  sending?: Sending,
): Promise<Changed<School>> {
  const marking: Change<School> = (now) => {
    const marked = change(now);
    return marked.ok ? { ok: true, next: noting(marked.school, sending, REMEMBERED.schools) } : marked;
  };
  return changeKept(deps, { collection: 'schools', seen, change: marking, sending });
}

/** Commits a change to a pupil. As `changeKept`. */
export function changePupil(
  deps: Deps,
  seen: Pupil,
  change: Change<Pupil>,
  sending: Sending,
): Promise<Changed<Pupil>> {
  const noted: Change<Pupil> = (now) => {
    const changed = change(now);
    return changed.ok ? { ok: true, next: noting(changed.next, sending, REMEMBERED.pupils) } : changed;
  };
  return changeKept(deps, { collection: 'pupils', seen, change: noted, sending });
}
