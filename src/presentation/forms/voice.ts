import type { Terms } from '../../domain/language/terms.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import type { FormSubject } from './form.ts';

/** How people are spoken of in the review a form is about. */
export const voiceIn = ({ review, pupil, today }: Pick<FormSubject, 'review' | 'pupil' | 'today'>): Terms =>
  termsOf(review, pupil, today);
