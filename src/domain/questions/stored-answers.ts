import type { z } from 'zod';
import { fields, optional } from '../stored.ts';
import type { Answers, LaterIds, Questions } from './question.ts';

/** How the answers to questions are kept, by the questions' ids; lines to read are not among them. */
export function storedFields<Q extends Questions<never>>(questions: Q): StoredFields<Q> {
  const kept = Object.entries(questions).filter(([, { asks }]) => asks ?? true);
  const fieldOf = ({ later, stored }: Questions<never>[string]) => (later ? optional(stored()) : stored());
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
