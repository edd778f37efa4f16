import { type Filling, fillTerms } from '../language/terms.ts';
import type { Input, Question, Row, Words } from './question.ts';

/** A row, and the sentence for when it is left out: then it is needed. */
export interface NeededRow<S> extends Row<S> {
  readonly needed?: Words<S>;
}

/** Words of ours for a subject, with the terms of its review in them. */
export function worded<S>(words: Words<S> | undefined, subject: S, filling: Filling): string {
  if (words === undefined) return '';
  return typeof words === 'string' ? fillTerms(words, filling) : words(subject, filling);
}

/** What every input has, whatever is typed or chosen in it. */
type Base = Pick<Input, 'id' | 'label' | 'hint' | 'needed' | 'more' | 'ahead'>;

function base<S>(
  { label, hint, needed, more, neededWhen, rule }: NeededRow<S>,
  id: string,
  subject: S,
  filling: Filling,
): Base {
  return {
    ...(more && { more: neededWhen || rule ? 'in-place' : 'below' }),
    ...(neededWhen?.ahead && {
      ahead: { below: neededWhen.question, say: worded(neededWhen.ahead, subject, filling) },
    }),
    id,
    label: worded(label, subject, filling),
    hint: worded(hint, subject, filling),
    needed: worded(needed, subject, filling),
  };
}

/** A question asked by one input, whose checked value is its answer. */
export function byOneInput<T, S>(
  row: NeededRow<S>,
  input: (base: Base, subject: S, filling: Filling) => Input,
  more: Pick<Question<T, S>, 'said' | 'nothing' | 'stored'> & {
    readonly typed?: true;
    readonly filled: (answer: T) => string;
  },
): Question<T, S> {
  return {
    ...row,
    blocks: (id, subject, filling) => [input(base(row, id, subject, filling), subject, filling)],
    // The value has been read by the schema of the very input that this row made.
    answer: (id, values) => values[id] as T,
    isTyped: (id, input) => more.typed === true && input === id,
    filled: (id, answer) => ({ [id]: more.filled(answer) }),
    said: more.said,
    stored: more.stored,
    ...(more.nothing !== undefined && { nothing: more.nothing }),
  };
}
