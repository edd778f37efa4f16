import type { Answers } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';

/** Why a review will not be held. */
export const CANCEL = {
  why: longText({ label: 'Why is this review being cancelled?', needed: 'Please say why.' }),
} as const;

export interface CancelAnswer extends Answers<typeof CANCEL> {}
