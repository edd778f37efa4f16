import type { z } from 'zod';
import { fields } from '../stored.ts';
import type { Answers, Questions } from './question.ts';

/** How the answers to questions are kept, by the questions' ids; lines to read are not among them. */
export function storedFields(questions: Questions<never>): Readonly<Record<string, z.ZodType>> {
  const kept = Object.entries(questions).filter(([, { keeps }]) => keeps !== false);
  return Object.fromEntries(kept.map(([id, question]) => [id, question.stored()]));
}

/** The schema of the answers to questions, as they are kept: just these fields, each as its question has it. */
export const storedAnswers = <Q extends Questions<never>>(questions: Q): z.ZodType<Answers<Q>> =>
  // Each question says how its own answer is kept.
  fields(storedFields(questions)) as unknown as z.ZodType<Answers<Q>>;
