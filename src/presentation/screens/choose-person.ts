import { count } from '../../domain/language/words.ts';
import { button } from '../buttons.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { bold, part, section, sheetCard, subtle } from '../parts.ts';

// A list longer than this is better made shorter by typing more of the name.
const ROWS = 15;

/** Several people, colleagues and pupils, fit what was typed, or come near it: each with the button that goes on. */
export function choosePersonCard(given: {
  readonly matches: readonly { readonly name: string; readonly about: string; readonly send: ActionData }[];
  /** Set when none fits and these are only near. */
  readonly near?: boolean;
}): CardMessage {
  const { matches, near } = given;
  const shown = matches.slice(0, ROWS);
  const rows = shown.map(({ name, about, send }) =>
    part([[bold(name), subtle(` · ${about}`)]], { beside: [button('Choose', send)] }),
  );
  const more =
    matches.length > shown.length
      ? ` The first ${ROWS} of ${matches.length} are here: type more of the name to find the others.`
      : '';
  const found = near
    ? 'Nobody has that name. Did you mean one of these?'
    : `${count(matches.length, 'person fits', 'people fit')} what you typed. Whom do you mean?`;
  const card = sheetCard({
    frame: { title: 'Whose actions?', ask: `${found}${more}` },
    sections: [section('', rows)],
    buttons: [],
  });
  return { card, notification: 'SEND reviews: whose actions do you mean?' };
}
