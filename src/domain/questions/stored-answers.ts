import type { z } from 'zod';
import { fields } from '../stored.ts';
import type { Answers, Question, Questions } from './question.ts';

/** How the answer to a question is kept: one asked later than others may be left out, and was answered with nothing. */
function storedAnswer(id: string, { later, nothing, stored }: Question<unknown, never>): z.ZodType {
  if (!later) return stored();
  if (nothing === undefined)
    throw new Error(`${id} is asked later than others, so it must have an answer for nothing said`);
  return stored().default(nothing);
}

/** How the answers to questions are kept, by the questions' ids; lines to read are not among them. */
export function storedFields<Q extends Questions<never>>(questions: Q): StoredFields<Q> {
  const kept = Object.entries(questions).filter(([, { asks }]) => asks ?? true);
  // Each question says how its own answer is kept.
  return Object.fromEntries(
    kept.map(([id, question]) => [id, storedAnswer(id, question)]),
  ) as StoredFields<Q>;
}

type StoredFields<Q> = { readonly [Id in keyof Answers<Q>]: z.ZodType<Answers<Q>[Id]> };

/** The schema of the answers to questions, as they are kept: just these fields, each as its question has it. */
export const storedAnswers = <Q extends Questions<never>>(questions: Q) =>
  // The same type, with a name that stays short in errors.
  fields(storedFields(questions)) as unknown as z.ZodType<Answers<Q>>;
