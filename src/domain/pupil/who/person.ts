import { fullName, nameWords } from '../../language/name-words.ts';
import type { LocalDate } from '../../time.ts';

/** What says who a child is, in a list as in what is stored. */
export interface Child {
  /** The school's own reference. */
  readonly ref: string;
  /** Unique pupil number, where it is known: theirs from school to school, but for the adopted. */
  readonly upn?: string | undefined;
  /** One of the two may be empty. */
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: LocalDate;
}

type Named = Pick<Child, 'firstName' | 'lastName'>;

// However they are spelt, split and ordered: a list may have one name in two columns, or the last name first.
const spelt = (child: Named): string => nameWords(fullName(child)).join('');
const wordsOf = (child: Named): readonly string[] => nameWords(fullName(child));
const sorted = (child: Named): string => [...wordsOf(child)].sort().join(' ');

/** Whether two are called the same, but for capitals, accents, apostrophes, hyphens and the order of the names. */
export function sameName(one: Named, other: Named): boolean {
  return spelt(one) === spelt(other) || sorted(one) === sorted(other);
}

/** Whether the two have any name in common: after a marriage or an adoption they mostly have. */
export function shareAName(one: Named, other: Named): boolean {
  const words = new Set(wordsOf(other));
  return wordsOf(one).some((word) => words.has(word));
}

/** The same for two with the same name, as `sameName` has it when names stand in the same order, and the same birth date. */
export const personKey = (child: Omit<Child, 'ref' | 'upn'>): string =>
  `${sorted(child)}|${child.dateOfBirth}`;

/** The same for two whose names are one but for where they are split, in the same order, and with the same birth date. */
export const speltKey = (child: Omit<Child, 'ref' | 'upn'>): string => `${spelt(child)}|${child.dateOfBirth}`;

// A letter and eleven digits, and at the end a digit or, in a temporary one, a letter.
const UPN = /^[A-Z]\d{11}[0-9A-Z]$/;

/**
 * The child's UPN in capitals and without spaces: the one that is said or, where schools use it as their reference, that.
 * Undefined where there is none.
 */
export function upnOf({ upn, ref }: Pick<Child, 'upn' | 'ref'>): string | undefined {
  const tidy = (text: string) => text.toUpperCase().replaceAll(' ', '');
  const said = upn && tidy(upn);
  if (said) return said;
  return UPN.test(tidy(ref)) ? tidy(ref) : undefined;
}

/** What tells references apart: AB12 and ab12 are one. */
export const refKey = (ref: string): string => ref.toLowerCase();

/** A reference as programs spoil it: without spaces, and without the noughts in front that spreadsheets take for nothing. */
export function looseRef(ref: string): string {
  const close = refKey(ref).replaceAll(' ', '');
  return /^\d+$/.test(close) ? close.replace(/^0+(?=\d)/, '') : close;
}
