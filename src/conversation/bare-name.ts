import type { Reply } from '../channels/channel.ts';
import { nameWords } from '../domain/language/name-words.ts';
import { withoutAtEnd } from '../domain/language/words.ts';
import { COMMAND_HANDLERS } from './commands.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';
import { findPupil, isInFull } from './pupils.ts';
import { pupilsKnownTo } from './pupils-known.ts';
import { reviewCalled } from './review-code.ts';

/** What people put behind a name and mean the same by: "Ada’s review?". */
const BEHIND = new Set(['review', 'plan', 'status', 'please']);
/** Fewer letters begin too many names. */
const LEAST = 3;

/** The name in "Ada Example?" or "Ada’s review". */
export function nameIn(text: string): string {
  const words = text.split(/\s+/).map((word) => withoutAtEnd(word, /[?!.,]/));
  while (words.length > 1 && BEHIND.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  return words.join(' ').replace(/['’]s$/, '');
}

/**
 * How the pupil stands whose name or reference, or whose review’s, was typed and nothing else, among those this person may name; which of several
 * is meant. Undefined where it is none of theirs: for who may not see a pupil, the name is a word like any other.
 * `guess`: also where it is only the beginning of a name, or a slip or two away.
 */
export async function bareName(
  deps: Deps,
  person: Person,
  text: string,
  guess: boolean,
): Promise<Reply | undefined> {
  const name = nameIn(text);
  const found = findPupil(name, await pupilsKnownTo(deps, person));
  const some = found.is === 'one' ? [found.pupil] : found.is === 'several' ? found.pupils : found.nearest;
  const long = nameWords(name).join('').length >= LEAST;
  const meant =
    isInFull(found, name) || (await reviewCalled(deps, person, name)) || (some.length && guess && long);
  if (!meant) return undefined;
  return COMMAND_HANDLERS.status(deps, { person, data: { rest: name }, values: {} });
}
