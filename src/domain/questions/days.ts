import { z } from 'zod';
import { dayWords } from '../language/days.ts';
import { nextSchoolDay } from '../school/calendar.ts';
import { whyNoSchoolDay } from '../school/no-school-day.ts';
import type { School } from '../school/school.ts';
import {
  isLocalDate,
  isLocalTime,
  type LocalDate,
  localDateSchema,
  localTimeSchema,
  plusMonths,
} from '../time.ts';
import { byOneInput, type NeededRow } from './one-input.ts';
import type { Question, Sent, Words } from './question.ts';

export interface DayRow<S> extends NeededRow<S> {
  /** The last day that can be answered, and what is said of a later one. */
  until?(subject: S): { readonly day: LocalDate; readonly say: string };
  /** The first day that can be answered, and what is said of an earlier one. */
  from?(subject: S): { readonly day: LocalDate; readonly say: string };
  /** What there is to point out about a day that is taken all the same; undefined for nothing. */
  pointsOut?(day: LocalDate, subject: S, sent: Sent): string | undefined;
}

const NO_DAY = 'That is not a day. Please choose one, or leave it out.';

/** A day, 2026-11-21; '' where none was chosen, which a row with `needed` does not take. */
export const day = <S = unknown>(row: DayRow<S>): Question<LocalDate, S> =>
  byOneInput<LocalDate, S>(
    row,
    (own, subject) => {
      const [until, from] = [row.until?.(subject), row.from?.(subject)];
      const faultOf = (value: string) => {
        if (!isLocalDate(value)) return value === '' ? own.needed : own.needed || NO_DAY;
        if (until && value > until.day) return until.say;
        return from && value < from.day ? from.say : undefined;
      };
      const schema = () =>
        z.string().superRefine((value, context) => {
          const fault = faultOf(value);
          if (fault) context.addIssue({ code: 'custom', message: fault });
        });
      const pointsOut =
        row.pointsOut && ((day: LocalDate, sent: Sent) => row.pointsOut?.(day, subject, sent));
      return { ...own, kind: 'day', schema, ...(pointsOut && { pointsOut }) };
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

/** The question, with what there is to point out about a day that is taken all the same, once it is sent again. */
export const pointingOut = <S, More extends S>(
  question: Question<LocalDate, S>,
  what: (day: LocalDate, subject: More) => string | undefined,
): Question<LocalDate, More> => ({
  ...question,
  blocks: (id, subject, words) =>
    question
      .blocks(id, subject, words)
      .map((block) => (block.kind === 'day' ? { ...block, pointsOut: (day) => what(day, subject) } : block)),
});

interface AtSchool {
  readonly school: School;
  /** Left out where an answer is only read out. */
  readonly today?: LocalDate;
}

/** Further ahead no school has its calendar, and hardly anything is asked for. */
const KNOWN_MONTHS = 12;

/** Whether there is anything to point out about a day: one that has passed, or is so far off, is not taken at all. */
const isToCome = (day: LocalDate, { today }: AtSchool): boolean =>
  today !== undefined && today <= day && day <= plusMonths(today, KNOWN_MONTHS);

/** What is said of a day on which there is no school, with the next one that has; undefined for a school day. */
function noSchoolOn(day: LocalDate, { school }: AtSchool): string | undefined {
  const why = whyNoSchoolDay(school, day);
  if (!why) return undefined;
  const next = dayWords(nextSchoolDay(school, day));
  return `${dayWords(day)} is no school day: it is ${why}. To keep it, send as it stands; the next school day is ${next}.`;
}

/** A day at school; `also`: what else there is to point out about it, that it is too late, say. */
interface SchoolDayRow<S> extends Omit<DayRow<S>, 'pointsOut'> {
  also?(day: LocalDate, subject: S, sent: Sent): string | undefined;
}

/**
 * A day still to come on which something is to be done at school. A weekend, bank holiday, INSET day, holiday or Christmas
 * Day is pointed out, and taken once it is sent again: how, is in the life of a form.
 */
export const schoolDay = <S extends AtSchool = AtSchool>({
  also,
  ...row
}: SchoolDayRow<S>): Question<LocalDate, S> =>
  day<S>({
    ...row,
    pointsOut: (day, subject, sent) =>
      isToCome(day, subject)
        ? [also?.(day, subject, sent), noSchoolOn(day, subject)].filter(Boolean).join(' ') || undefined
        : undefined,
  });

/** A time of day, 14:30. */
export const time = <S = unknown>(row: NeededRow<S> & { readonly needed: Words<S> }): Question<string, S> =>
  byOneInput<string, S>(
    row,
    (own) => ({ ...own, kind: 'time', schema: () => z.string().refine(isLocalTime, own.needed) }),
    { stored: () => localTimeSchema, filled: (answer) => answer, said: (text) => ({ is: 'text', text }) },
  );
