import type { z } from 'zod';
import { fields, optional } from '../stored.ts';
import type { Answers, LaterIds, Questions } from './question.ts';

/** What is asked where an answer is kept, by the answer's schema; and the schema as the question has it. */
const ASKED = new WeakMap<object, { readonly called: string | undefined; readonly schema: z.ZodType }>();

/**
 * What an answer with this schema is called where it is read out, and how it is kept by its question; undefined for what is no
 * answer. `called` is undefined where that goes by what the form is about; it may hold `{terms}`.
 */
export const askedFor = (schema: object) => ASKED.get(schema);

/** How the answers to questions are kept, by the questions' ids; lines to read are not among them. */
export function storedFields<Q extends Questions<never>>(questions: Q): StoredFields<Q> {
  const kept = Object.entries(questions).filter(([, { asks }]) => asks ?? true);
  const fieldOf = ({ later, stored, called, label }: Questions<never>[string]) => {
    const schema = stored();
    const words = called ?? label;
    const own = schema.clone();
    ASKED.set(own, { called: typeof words === 'string' ? words : undefined, schema });
    return later ? optional(own) : own;
  };
  // Each question says how its own answer is kept.
  return Object.fromEntries(kept.map(([id, question]) => [id, fieldOf(question)])) as StoredFields<Q>;
}

type StoredFields<Q> = {
  readonly [Id in keyof Answers<Q>]-?: Id extends LaterIds<Q>
    ? z.ZodExactOptional<z.ZodType<NonNullable<Answers<Q>[Id]>>>
    : z.ZodType<Answers<Q>[Id]>;
};

/** The schema of the answers to questions, as they are kept: just these fields, each as its question has it. */
export const storedAnswers = <Q extends Questions<never>>(questions: Q) =>
  // The same type, with a name that stays short in errors.
  fields(storedFields(questions)) as unknown as z.ZodType<Answers<Q>>;
