import type { ModalView } from '@slack/types';
import { inParts } from '../../presentation/in-parts.ts';
import type { CardMessage } from '../../presentation/message.ts';
import { Untranslatable } from './limits.ts';
import { type ModalContext, toModal } from './translate.ts';

/** Whether Slack takes the card as a window. */
function fitsWindow(show: CardMessage, context: ModalContext): boolean {
  try {
    toModal(show, context);
    return true;
  } catch (error) {
    if (error instanceof Untranslatable) return false;
    throw error;
  }
}

/**
 * The card as a window; of a form that is too long for one, the first part: the next is shown once that is sent.
 * @throws {Untranslatable} where not even that fits
 */
export function windowOf(show: CardMessage, context: ModalContext): ModalView {
  const [first = show] = inParts(show, (card) => fitsWindow(card, context)) ?? [];
  return toModal(first, context);
}
