import { oneOf } from '../../questions/choice.ts';
import type { Answers } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import { HOW_GIVEN } from './options.ts';

/** The pupil's views, however they were given (Code of Practice 9.168). */
export const PUPIL_VIEWS = {
  how: oneOf({
    options: HOW_GIVEN,
    label: 'How did they give their views?',
    needed: 'Please choose how they gave their views.',
    called: 'How they gave them',
  }),
  views: longText({
    label: 'Their views, in their words where you can',
    needed: 'Please write what they said or showed.',
    called: '',
  }),
} as const;

export interface PupilViewsAnswer extends Answers<typeof PUPIL_VIEWS> {}
