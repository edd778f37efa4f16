import { z } from 'zod';
import { byOneInput, type NeededRow } from './one-input.ts';
import type { Question, Sent, TextRows } from './question.ts';

/** The longest text any of the chats takes in one box. */
export const LONGEST = 3000;

interface TextRow<S> extends NeededRow<S> {
  /** Characters; left out: as many as any chat takes. */
  readonly longest?: number;
  /** What was said of it when it is no good, besides its length. */
  check?(text: string): string | undefined;
  /** What there is to point out about a text that is taken all the same, once it is sent again; undefined for nothing. */
  pointsOut?(text: string, subject: S, sent: Sent): string | undefined;
  /** Where it is a list. */
  rows?(subject: S): TextRows;
}

// Each thing that is asked of a schema makes another: so little is, for a form is read with each change of it.
const trimmed = z.string().trim();

const textOf =
  (lines: 'one' | 'many') =>
  <S = unknown>(row: TextRow<S>): Question<string, S> =>
    byOneInput<string, S>(
      row,
      (own, subject) => {
        const longest = row.longest ?? LONGEST;
        const faultOf = (value: string) => {
          if (value.length > longest) return `That is too long: please keep it to ${longest} characters.`;
          return value === '' ? own.needed : row.check?.(value);
        };
        const schema = () =>
          trimmed.superRefine((value, context) => {
            const fault = faultOf(value);
            if (fault) context.addIssue({ code: 'custom', message: fault });
          });
        const pointsOut =
          row.pointsOut && ((said: string, sent: Sent) => row.pointsOut?.(said, subject, sent));
        const rows = row.rows?.(subject);
        return {
          ...{ ...own, kind: 'text', longest, lines, schema },
          ...(pointsOut && { pointsOut }),
          ...(rows && { rows }),
        };
      },
      {
        typed: true,
        stored: () => z.string(),
        nothing: '',
        filled: (answer) => answer,
        said: (text) => (text.trim() === '' ? undefined : { is: 'text', text }),
      },
    );

/** A few words on one line; '' where nothing was said. */
export const shortText = textOf('one');
/** Text of any length in a box; '' where nothing was said. */
export const longText = textOf('many');

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** A web address (http or https), or ''. */
export const link = <S = unknown>(row: NeededRow<S>): Question<string, S> =>
  shortText<S>({
    ...row,
    longest: 500,
    check: (text) =>
      isWebAddress(text)
        ? undefined
        : 'That is not a link. Please give one that begins with https://, or leave it out.',
  });
