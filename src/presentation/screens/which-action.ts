import { count } from '../../domain/language/words.ts';
import type { Action } from '../../domain/review/review.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { pagesOf } from '../paging.ts';
import { headed, type Notice, noticed, part, section, sheetCard, subtle } from '../parts.ts';
import { actionDue } from './actions.ts';

export type Because = 'several-fit' | 'none-fits' | 'none-named';

const FOUND: Readonly<Record<Because, (number: number) => string>> = {
  'several-fit': (number) => `${count(number, 'action fits', 'actions fit')} what you typed.`,
  'none-fits': () => 'None of your actions has these words.',
  'none-named': (number) => `You have ${count(number, 'open action')}.`,
};

/** Some of a person's actions fit what they said: each with the button that goes on with it, in the words of `press`. */
export function whichActionCard(given: {
  readonly matches: readonly (Whose & { readonly action: Action; readonly send: ActionData })[];
  readonly press: string;
  /** How these came to be asked about: the words typed fit them all, or none; or there were no such words. */
  readonly because: Because;
  readonly today: LocalDate;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { matches, press, because, today } = given;
  const rows = matches.map(({ action, send, ...whose }) =>
    part([...headed('', action.what), [subtle(`${whoseWords(whose)} · `), actionDue(action, today)]], {
      beside: [button(press, send)],
    }),
  );
  const [shown = []] = pagesOf([section('', rows)]);
  const held = shown.reduce((sum, { parts }) => sum + parts.filter(({ beside }) => beside.length).length, 0);
  const found = `${FOUND[because](matches.length)} Which do you mean?`;
  const more =
    held < matches.length
      ? ` The first ${held} of ${matches.length} are here: a word of its text finds any other.`
      : '';
  const card = sheetCard({
    frame: { title: 'Which action?', ask: `${found}${more}`, ...noticed(given.notice) },
    sections: shown,
    buttons: [],
  });
  return { card, notification: 'SEND reviews: which action do you mean?' };
}
