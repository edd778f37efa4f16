import { STAGE_WORDS } from '../../domain/review/stage-words.ts';
import { button } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { bold, headed, type Notice, noticed, part, section, sheetCard, subtle } from '../parts.ts';

// A list longer than this is better made shorter by naming the pupil.
const ROWS = 10;

/** Several reviews could have an action whose words are `what`: each with the button that opens its form. */
export function chooseReviewCard(given: {
  readonly matches: readonly (Whose & { readonly send: ActionData })[];
  readonly what: string;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { matches, what, notice } = given;
  const shown = matches.slice(0, ROWS);
  const rows = shown.map(({ send, ...whose }) => {
    const line = [bold(whoseWords(whose)), subtle(` · ${STAGE_WORDS[whose.review.stage]}`)];
    return part([line], { beside: [{ ...button('Choose', send), says: `Choose ${whoseWords(whose)}` }] });
  });
  const more =
    shown.length < matches.length
      ? ` The first ${shown.length} of ${matches.length} are here: for any other, open its review and add the action there.`
      : '';
  const card = sheetCard({
    frame: {
      title: 'Which review is it for?',
      ask: `Nothing is kept until you send the form.${more}`,
      ...noticed(notice),
    },
    sections: [section('', [part(headed('', what))]), section('', rows)],
    buttons: [],
  });
  return { card, notification: 'SEND reviews: which review is it for?' };
}
