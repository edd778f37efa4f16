import { z } from 'zod';
import { type Filling, fillTerms } from '../language/terms.ts';
import { codesOf, listOf } from '../stored.ts';
import { byOneInput, type NeededRow } from './one-input.ts';
import type { Option, Options, Question, Row, SaidAnswer, Sent, Words } from './question.ts';

interface ChoiceRow<Code extends string, S> extends Row<S> {
  readonly options: Options<Code, S>;
  /** Left out: all stand below each other; 'compact': a list that opens. */
  readonly list?: 'compact';
  /**
   * How the one chosen is read out, where its title among the options is not enough: somebody who has left, a target in
   * full. Left out: by its title.
   */
  reads?(code: Code, subject: S): SaidAnswer;
  /** What there is to point out about what was chosen, taken all the same once it is sent again; undefined for nothing. */
  pointsOut?(chosen: string, subject: S, sent: Sent): string | undefined;
}

/** The codes of a table of ours as options, in its order, with the terms in their titles. */
export function optionsIn<Code extends string>(
  table: Readonly<Record<Code, string>>,
  filling: Filling = {},
): readonly Option<Code>[] {
  return Object.keys(table).map((value) => {
    // The keys of a table of codes are its codes.
    const code = value as Code;
    return { value: code, title: fillTerms(table[code], filling) };
  });
}

/** What a row's options are for this subject, our own words with their terms in them. */
function optionsOf<Code extends string, S>(
  options: Options<Code, S>,
  subject: S,
  filling: Filling,
): readonly Option<Code>[] {
  return typeof options === 'function' ? options(subject, filling) : optionsIn(options, filling);
}

/** The codes in what a choice of several sends: one string, joined by commas. */
export const chosenIn = (value: string): string[] => value.split(',').filter((one) => one !== '');

function titlesOf(codes: readonly string[], options: readonly Option[]): readonly string[] {
  return codes.map((code) => options.find(({ value }) => value === code)?.title ?? code);
}

function chosen<T, Code extends string, S>(
  row: NeededRow<S> & ChoiceRow<Code, S>,
  several: boolean,
  check: (codes: readonly string[], known: (code: string) => boolean, needed: string) => string | undefined,
  how: Pick<Question<T, S>, 'stored'> & {
    readonly codes: (answer: T) => readonly Code[];
    readonly nothing?: T;
  },
): Question<T, S> {
  const { options, list = 'expanded' } = row;
  return byOneInput<T, S>(
    row,
    (own, subject, filling) => {
      const there = optionsOf(options, subject, filling);
      const known = (code: string) => there.some(({ value }) => value === code);
      const schema = () => {
        const text = z.string().superRefine((value, context) => {
          const fault = check(several ? chosenIn(value) : value === '' ? [] : [value], known, own.needed);
          if (fault) context.addIssue({ code: 'custom', message: fault });
        });
        return several ? text.transform(chosenIn) : text;
      };
      const pointsOut =
        row.pointsOut && ((value: string, sent: Sent) => row.pointsOut?.(value, subject, sent));
      return {
        ...own,
        kind: 'choice',
        options: there,
        several,
        list,
        schema,
        ...(pointsOut && { pointsOut }),
      };
    },
    {
      stored: how.stored,
      ...(how.nothing !== undefined && { nothing: how.nothing }),
      filled: (answer) => how.codes(answer).join(','),
      said: (answer, subject, filling) => {
        const codes = how.codes(answer);
        const [first] = codes;
        if (first !== undefined && row.reads && !several) return row.reads(first, subject);
        const titles = titlesOf(codes, optionsOf(options, subject, filling));
        const [title] = titles;
        if (title === undefined) return undefined;
        return several ? { is: 'several', titles } : { is: 'chosen', title };
      },
    },
  );
}

/** What is kept of one chosen: a code of the table; of what is chosen from data, whatever it was then. */
const codeOf = <Code extends string, S>(options: Options<Code, S>): z.ZodType<Code> =>
  typeof options === 'function' ? z.custom<Code>((value) => typeof value === 'string') : codesOf(options);

const one = <Code extends string>(answer: Code | ''): readonly Code[] => (answer === '' ? [] : [answer]);

/** One of a few; missed with the sentence `needed`. */
export const oneOf = <Code extends string, S = unknown>(
  row: ChoiceRow<Code, S> & { readonly needed?: Words<S> },
): Question<Code, S> =>
  chosen<Code, Code, S>(
    { needed: 'Please choose one.', ...row },
    false,
    ([code], known, needed) => (code !== undefined && known(code) ? undefined : needed),
    { codes: one, stored: () => codeOf(row.options) },
  );

/** One of a few, or '' for none. */
export const oneOrNone = <Code extends string, S = unknown>(
  row: ChoiceRow<Code, S> & { readonly otherwise?: string },
): Question<Code | '', S> =>
  chosen<Code | '', Code, S>(
    row,
    false,
    ([code], known) =>
      code === undefined || known(code)
        ? undefined
        : (row.otherwise ?? 'Please choose one of these, or none.'),
    { codes: one, nothing: '', stored: () => z.union([z.literal(''), codeOf(row.options)]) },
  );

/** Any number of several; `needed` where it must be at least one. */
export const severalOf = <Code extends string, S = unknown>(
  row: ChoiceRow<Code, S> & { readonly needed?: Words<S>; readonly otherwise?: string },
): Question<readonly Code[], S> =>
  chosen<readonly Code[], Code, S>(
    row,
    true,
    (codes, known, needed) => {
      if (!codes.every(known)) return row.otherwise ?? 'Please choose from these.';
      return codes.length === 0 && needed ? needed : undefined;
    },
    { codes: (answer) => answer, nothing: [], stored: () => listOf(codeOf(row.options)) },
  );
