import { z } from 'zod';
import { storedAnswers } from './questions/stored-answers.ts';
import { EVIDENCE } from './review/questions/evidence.ts';
import { DELIVERED, PROGRESS } from './review/questions/options.ts';
import { codesOf, fields } from './stored.ts';

/* What people answer when they are asked about a pupil: staff, the family, the pupil. */

export type { EvidenceAnswer } from './review/questions/evidence.ts';
export type { Delivered, EvidenceSource, Progress } from './review/questions/options.ts';

export const progressSchema = codesOf(PROGRESS);
export const deliveredSchema = codesOf(DELIVERED);
export const evidenceAnswerSchema = storedAnswers(EVIDENCE);

export const parentViewsAnswerSchema = fields({
  goingWell: z.string(),
  difficult: z.string(),
  changed: z.string(),
  supportHappening: z.string(),
  supportHelping: z.string(),
  newConcerns: z.string(),
  childSays: z.string(),
  examples: z.string(),
  hopedFor: z.string(),
});
export interface ParentViewsAnswer extends z.infer<typeof parentViewsAnswerSchema> {}

const howGivenSchema = z.enum([
  'meeting',
  'part-of-meeting',
  'statement',
  'form',
  'drawing',
  'trusted-adult',
  'recording',
]);
export type HowGiven = z.infer<typeof howGivenSchema>;

export const pupilViewsAnswerSchema = fields({ how: howGivenSchema, views: z.string() });
export interface PupilViewsAnswer extends z.infer<typeof pupilViewsAnswerSchema> {}
