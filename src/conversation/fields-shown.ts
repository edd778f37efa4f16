import { daysWords } from '../domain/language/days.ts';
import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { LocalDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import { wordsOn } from './card-words.ts';

/** What no screen shows: ids, and what the program keeps for itself. */
const ASIDE: ReadonlySet<string> = new Set([
  ...['id', 'version', 'schoolId', 'pupilId', 'taken', 'history', 'messages'],
]);
/** Of a list so many children are looked at: what it shows of them it shows of all. */
const MOST = 10;
/** Shorter words stand on a card by chance. */
const SHORTEST = 3;
/** So much of a text says that it stands there: long ones are cut. */
const ENOUGH = 40;
/** A field is named by its own name and that of what it stands in. */
const DEEP = 2;
/** A field's name, and not an id that stands in its place. */
const NAME = /^[a-z][A-Za-z]{0,40}$/;
const DAY = /^\d{4}-(\d\d)-(\d\d)$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Its words, with a space before and after each: cards put marks around what people wrote, and break its lines. */
const spaced = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** How a stored text, or the day that it is, may stand among the words of a card; none for one that stands there by chance. */
function soughtOf(stored: string, today: LocalDate): readonly string[] {
  const [, month, day] = DAY.exec(stored) ?? [];
  if (month !== undefined)
    return [` ${Number(day)} ${MONTHS[Number(month) - 1]} `, spaced(daysWords(today, stored))];
  const words = spaced(stored.slice(0, ENOUGH));
  if (words.length < SHORTEST + 2) return [];
  // The last word of what is cut may be half of one.
  return [stored.length > ENOUGH ? words.trimEnd() : words];
}

/**
 * The names of the fields of these children whose words, names or days stand on the cards; never what stands in them. Read off what is
 * shown, as the children are, so that no screen can leave one out. A choice or a yes is not seen by it: those are in the card’s own words.
 */
export function fieldsShown(
  cards: readonly CardMessage[],
  { pupils, reviews }: { readonly pupils: readonly Pupil[]; readonly reviews: readonly Review[] },
  today: LocalDate,
): readonly string[] {
  const shown = spaced(wordsOn(cards).join(' '));
  const found = new Set<string>();
  const look = (part: unknown, path: readonly string[]): void => {
    const field = path.join('.');
    if (path.length === DEEP && found.has(field)) return;
    if (typeof part === 'string') {
      const sought = field === '' || found.has(field) ? [] : soughtOf(part, today);
      if (sought.some((one) => shown.includes(one))) found.add(field);
    } else if (Array.isArray(part)) for (const one of part) look(one, path);
    else if (typeof part === 'object' && part !== null)
      for (const [name, one] of Object.entries(part)) {
        if (ASIDE.has(name)) continue;
        look(one, path.length < DEEP && NAME.test(name) ? [...path, name] : path);
      }
  };
  for (const document of [...pupils.slice(0, MOST), ...reviews.slice(0, MOST)]) look(document, []);
  return [...found].sort();
}
