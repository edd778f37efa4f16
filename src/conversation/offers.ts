import { type Button, button, press } from '../cards/buttons.ts';
import type { Offer, Refusal } from '../domain/commands.ts';
import { FORMS } from '../forms/index.ts';

const SCREENS = { agenda: 'Go to the agenda', status: 'See how it stands' } as const;
const isScreen = (offer: Offer): offer is keyof typeof SCREENS => Object.hasOwn(SCREENS, offer);

/** The button to what puts a refusal right, where there is such a thing. */
export function offerButton(refusal: Refusal, review: string): Button | undefined {
  if (!refusal.offer) return undefined;
  const { what, about } = refusal.offer;
  if (isScreen(what)) return button(SCREENS[what], press.show(what, review), 'positive');
  return button(FORMS[what].title, press.form(what, review, about), 'positive');
}
