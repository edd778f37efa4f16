import { type Voice, voiceOf } from '../terminology.ts';
import type { FormSubject } from './form.ts';

/** How people are spoken of in the review a form is about. */
export const voiceIn = ({ review, pupil, today }: Pick<FormSubject, 'review' | 'pupil' | 'today'>): Voice =>
  voiceOf(review, pupil, today);
