import { type LocalDate, plusMonths } from '../time.ts';

/** What somebody writes of a pupil: how it is read, and what is said where it can't be. Lists and forms go by the same. */
export interface Written {
  /** The value, from tidied text; undefined where it is none. */
  read(text: string): string | undefined;
  readonly wrong: string;
  /** What would be right, as an order: "write …". */
  readonly right: string;
}

/** A unique pupil number (DfE): a letter, eleven digits, and a digit or, in a temporary one, a letter. */
export const UPN: Written = {
  read(text) {
    const written = text.toUpperCase().replaceAll(' ', '');
    return /^[A-Z]\d{11}[0-9A-Z]$/.test(written) ? written : undefined;
  },
  wrong: 'not a UPN',
  right: 'write its letter and twelve characters, as A123456789012, or leave it empty',
};

/** The letters a UPN is checked with: without I, O and S, which are mistaken for digits. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Whether a UPN's first letter is the one that its other characters make: each times its place, from 2 to 13, and of the sum
 * what is left over of 23 (DfE, "Unique pupil numbers: a guide for schools and local authorities"). In a temporary one the
 * last letter counts by its place among the letters.
 */
export function isCheckedUpn(upn: string): boolean {
  const sum = [...upn.slice(1)].reduce((all, character, at) => {
    const letter = CHECK_LETTERS.indexOf(character);
    return all + (letter < 0 ? Number(character) : letter) * (at + 2);
  }, 0);
  return CHECK_LETTERS[sum % CHECK_LETTERS.length] === upn[0];
}

/** A pupil's reference in the school's records system. */
export const REF: Written = {
  read: (text) => (/^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$/.test(text) ? text : undefined),
  wrong: 'not a reference',
  right: 'write the school’s own for the pupil: up to 40 letters, digits, and . / _ - or spaces between them',
};

// Marks that some chat reads as formatting, and characters nobody can see: a name must look the same wherever it is shown.
const UNFIT = /[<>[\]{}*_\\`|]|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\uFFFD]/u;
/** In characters, of a name. */
export const NAME_LENGTH = 60;

/** A name people read: of a person, a school, a term. */
export const NAME: Written = {
  read: (text) => (text !== '' && text.length <= NAME_LENGTH && !UNFIT.test(text) ? text : undefined),
  wrong: 'not a name that can be shown',
  right: `write it in up to ${NAME_LENGTH} characters, without < > [ ] { } * _ \\ \` | or hidden characters`,
};

/** The law's EHC plans end at 25. */
const OLDEST_YEARS = 26;

/** Why a pupil can't be born on that day: they are from 0 to 25. Undefined where they can. */
export function birthFault(born: LocalDate, today: LocalDate): string | undefined {
  if (born > today) return 'this day is yet to come; write the date of birth';
  return plusMonths(born, OLDEST_YEARS * 12) <= today
    ? 'this would make the pupil 26 or older; write the date of birth'
    : undefined;
}

/** Why a day in the life of a plan can't be right: each is past, and none before the birth. Undefined where it can. */
export function planDayFault(
  day: LocalDate,
  born: LocalDate | undefined,
  today: LocalDate,
): string | undefined {
  if (day > today) return 'this day is yet to come; write a day up to today, or leave it empty';
  return born && day < born ? 'this is before the pupil was born; write a later day' : undefined;
}
