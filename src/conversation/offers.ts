import type { Offer, Refusal } from '../domain/review/decision.ts';
import { offerIn } from '../domain/review/flow.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Button, button, press } from '../presentation/buttons.ts';
import { formNamed } from '../presentation/forms/index.ts';
import { whyNotNow } from './allowed.ts';
import type { Subject } from './review-access.ts';

/** The screens that a refusal can offer, and what stands on the button. */
export const SCREENS = { agenda: 'Go to the agenda', status: 'See how it stands' } as const;
const isScreen = (offer: Offer): offer is keyof typeof SCREENS => Object.hasOwn(SCREENS, offer);

/** The button to what puts a refusal right, where there is such a thing and this person may do it. */
export function offerButton(
  refusal: Refusal,
  subject: Subject,
  who: PersonId,
  today: LocalDate,
): Button | undefined {
  if (!refusal.offer) return undefined;
  const { review, scope } = subject;
  const { what, about } = refusal.offer;
  if (isScreen(what)) {
    // Who sees only a part of the review is shown that part, whichever screen is asked for.
    const screen = scope === 'all' ? what : 'status';
    return button(SCREENS[screen], press.show(screen, review.id), 'positive');
  }
  const form = formNamed(offerIn(review.kind, what));
  const atLarge = form?.row.offeredAtLarge;
  if (atLarge && !about && scope === 'all')
    return button(atLarge.title, press.show(atLarge.screen, review.id), 'positive');
  if (!form || whyNotNow(form, subject, who, about)) return undefined;
  return button(
    form.titleFor({ ...subject, who, today }),
    press.form(form.name, review.id, about),
    'positive',
  );
}
