import type { Refusal } from '../domain/review/decision.ts';
import { refusalFor } from '../domain/review/flow.ts';
import { isAboutThing, mayRun } from '../domain/review/permissions.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { Form } from '../presentation/forms/form.ts';
import type { Subject } from './review-access.ts';

type OfReview = Pick<Subject, 'review' | 'school'>;

/** Whether a form is this person's to fill in, at whatever stage. `about` as in `whyNotNow`. */
export function isTheirs(form: Form, { review, school }: OfReview, who: PersonId, about?: string): boolean {
  const { step } = form.row;
  return mayRun(review, step, who, school, isAboutThing(step) ? about : undefined);
}

/**
 * Why this person can't fill in a form now, if they can't. `about` is the action it is about, for forms about one. What is
 * in it is checked when it is sent.
 */
export function whyNotNow(
  form: Form,
  subject: OfReview,
  who: PersonId,
  about?: string,
): Refusal | 'not-yours' | undefined {
  return isTheirs(form, subject, who, about) ? refusalFor(subject.review, form.row.step) : 'not-yours';
}
