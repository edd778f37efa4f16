import type { Review } from '../domain/review.ts';
import type { FormName } from './buttons.ts';

/*
 * Some forms are another for an annual review, which is asked more. Whatever offers such a form asks here which.
 */

type OfKind = Pick<Review, 'kind'>;

/** The form that sets the review's meeting. */
export const planForm = ({ kind }: OfKind): FormName => (kind === 'ehcp' ? 'plan-annual' : 'plan-meeting');

/** The form that ends its meeting. */
export const outcomeForm = ({ kind }: OfKind): FormName => (kind === 'ehcp' ? 'recommendation' : 'outcome');

/** The form of this name as it is for that review: one for another kind is taken for this kind's. */
export function formFor(name: FormName, review: OfKind): FormName {
  if (name === 'plan-meeting' || name === 'plan-annual') return planForm(review);
  return name === 'outcome' || name === 'recommendation' ? outcomeForm(review) : name;
}
