import { z } from 'zod';
import { isLocalDate, isLocalTime, type LocalDate, localDateSchema, localTimeSchema } from '../time.ts';
import { byOneInput, type NeededRow } from './one-input.ts';
import type { Question, Words } from './question.ts';

interface DayRow<S> extends NeededRow<S> {
  /** The last day that can be answered, and what is said of a later one. */
  until?(subject: S): { readonly day: LocalDate; readonly say: string };
  /** The first day that can be answered, and what is said of an earlier one. */
  from?(subject: S): { readonly day: LocalDate; readonly say: string };
}

const NO_DAY = 'That is not a day. Please choose one, or leave it out.';

/** A day, 2026-11-21; '' where none was chosen, which a row with `needed` does not take. */
export const day = <S = unknown>(row: DayRow<S>): Question<LocalDate, S> =>
  byOneInput<LocalDate, S>(
    row,
    (own, subject) => {
      const [until, from] = [row.until?.(subject), row.from?.(subject)];
      const schema = z
        .string()
        .refine((value) => (value === '' && own.needed === '') || isLocalDate(value), own.needed || NO_DAY)
        .superRefine((value, context) => {
          if (!isLocalDate(value)) return;
          if (until && value > until.day) context.addIssue({ code: 'custom', message: until.say });
          if (from && value < from.day) context.addIssue({ code: 'custom', message: from.say });
        });
      return { ...own, kind: 'day', schema };
    },
    {
      nothing: '',
      stored: () => (row.needed === undefined ? z.union([z.literal(''), localDateSchema]) : localDateSchema),
      filled: (answer) => answer,
      said: (answer) => (answer === '' ? undefined : { is: 'day', day: answer }),
    },
  );

/** A day that has come: today or before. */
export const pastDay = <S extends { readonly today: LocalDate }>(row: NeededRow<S>): Question<LocalDate, S> =>
  day<S>({
    ...row,
    until: ({ today }) => ({
      day: today,
      say: 'That day is still to come. Please choose today or before.',
    }),
  });

/** A time of day, 14:30. */
export const time = <S = unknown>(row: NeededRow<S> & { readonly needed: Words<S> }): Question<string, S> =>
  byOneInput<string, S>(
    row,
    (own) => ({ ...own, kind: 'time', schema: z.string().refine(isLocalTime, own.needed) }),
    { stored: () => localTimeSchema, filled: (answer) => answer, said: (text) => ({ is: 'text', text }) },
  );
