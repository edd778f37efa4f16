import type { ActionData, CardMessage } from '../presentation/message.ts';

const WHOSE = ['review', 'pupil', 'school'] as const;

/** Under way, a review stands as its agenda; else as its status: both are how it stands. */
const asPurpose = (screen: string | undefined) => (screen === 'agenda' ? 'status' : screen);

/** What a screen is about, where that is no page of it. */
const thingOf = ({ about }: ActionData) => (about !== undefined && /^\d+$/.test(about) ? undefined : about);

/**
 * What a card is for, by opaque ids: of one purpose, one card is enough. '' where several may stand side by side: a form, in
 * which something may have been typed, or a sentence.
 */
export function purposeOf({ here, form }: CardMessage): string {
  if (!here || form) return '';
  const { do: does, screen } = here;
  const parts = [does, asPurpose(screen), ...WHOSE.map((id) => here[id]), screen && thingOf(here)];
  return parts.map((part) => encodeURIComponent(part ?? '')).join('/');
}
