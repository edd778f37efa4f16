import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../domain/time.ts';

/** The longest text any of the chats takes in one box. */
export const LONGEST = 3000;

/**
 * For a rule over several fields: checked also when some field is at fault by itself, so that all faults of a form are
 * named at once. Such a rule must bear whatever text stands in the fields.
 */
export const besides = { when: () => true };

/** Text that may be left out; '' when it is. */
export const text = (longest = LONGEST) =>
  z.string().trim().max(longest, `That is too long: please keep it to ${longest} characters.`);

/** Text that must be there; `sentence` asks for it. */
export const neededText = (sentence: string, longest = LONGEST) => text(longest).min(1, sentence);

/** A day, 2026-11-21. */
export const day = (sentence = 'Please choose a day.') => z.string().refine(isLocalDate, sentence);

/** A day that has come, by `today`. */
export const pastDay = (today: LocalDate, sentence?: string) =>
  day(sentence).refine(
    (date) => !(date > today),
    'That day is still to come. Please choose today or before.',
  );

/** A day, or '' for none. */
export const dayOrNone = () =>
  z
    .string()
    .refine(
      (value) => value === '' || isLocalDate(value),
      'That is not a day. Please choose one, or leave it out.',
    );

/** One of a table's codes. */
export const oneOf = <Code extends string>(
  table: Readonly<Record<Code, string>>,
  sentence = 'Please choose one.',
) =>
  z.custom<Code>((value) => typeof value === 'string' && Object.hasOwn(table, value), {
    error: sentence,
    // A wrong choice does not stop the rules over several fields from being checked.
    abort: false,
  });

/** One of `allowed`. */
export const oneAmong = (allowed: readonly string[], sentence: string) =>
  z.string().refine((value) => allowed.includes(value), sentence);

/** One of `allowed`, or '' for none. */
export const oneAmongOrNone = (
  allowed: readonly string[],
  sentence = 'Please choose one of these, or none.',
) => z.string().refine((value) => value === '' || allowed.includes(value), sentence);
