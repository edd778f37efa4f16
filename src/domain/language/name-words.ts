/*
 * Names as they are compared and looked for: whatever their capitals, accents, apostrophes and hyphens, which lists and
 * people write each in their own way.
 */

// Letters that are no other letter with a mark on it, but are typed as one.
const TYPED_AS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
};

const lettersLike = (theirs: string, ours: string) =>
  Object.fromEntries([...theirs].map((letter, at) => [letter, ours.charAt(at)]));

// Cyrillic and Greek letters that nobody can tell from Latin ones, large or small: a name with one in it is read as the other.
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  ...lettersLike('авекмнорстухіјѕ', 'abekmhopctyxijs'),
  ...lettersLike('αβεζηικμνορτυχ', 'abezhikmnoptyx'),
};

/** A text in small plain letters: "Zoë O’Brien" is "zoe obrien". Letters that look alike are one, marks that can't be seen none. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘ʼʻ`´′]/gu, '')
    .toLowerCase()
    .replace(/[øłđðþæœßı]/g, (letter) => TYPED_AS[letter] ?? letter)
    .replace(/[\u0370-\u04ff]/g, (letter) => LOOKS_LIKE[letter] ?? letter)
    .trim();

/** The words of a name, plain: "Anne-Marie O’Brien" has anne, marie and obrien. */
export const nameWords = (text: string): readonly string[] =>
  plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The same for names that are one however they are spelt: "Tom O Brien" and "Tom O’Brien". */
export const plainName = (name: string): string => nameWords(name).join('');

/** A pupil's or colleague's names in one line; they may have one only. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  [firstName, lastName].filter((name) => name !== '').join(' ');
