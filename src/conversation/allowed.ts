import type { Refusal } from '../domain/commands.ts';
import { refusalFor } from '../domain/flow.ts';
import { mayRun } from '../domain/permissions.ts';
import type { PersonId } from '../domain/school.ts';
import type { Form } from '../forms/form.ts';
import type { Subject } from './subject.ts';

/**
 * Why this person can't fill in a form now, if they can't. `about` is the action it is about, for forms about one. What is
 * in it is checked when it is sent.
 */
export function whyNotNow(
  form: Form,
  { review, school }: Subject,
  who: PersonId,
  about?: string,
): Refusal | 'not-yours' | undefined {
  const action = form.name.startsWith('action-') ? about : undefined;
  if (!mayRun(review, form.does, who, school, action)) return 'not-yours';
  return refusalFor(review, form.does);
}
