import type { Button } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { pagesOf, withPage } from '../paging.ts';
import { said, section, sheetCard } from '../parts.ts';

/**
 * Something typed could not be taken: `why` (ours) says so, and all that was typed stands below, by the label it was
 * typed at, to be copied. Usually one card; more than one when it is longer than a message may be, each of which has
 * to be shown, for what was typed is kept nowhere else.
 */
export function notSavedCards(given: {
  readonly why: string;
  readonly typed: readonly { readonly label: string; readonly text: string }[];
  readonly buttons?: readonly Button[] | undefined;
}): readonly [CardMessage, ...CardMessage[]] {
  const parts = given.typed.flatMap(({ label, text }) => said(label, text));
  const pages = pagesOf([section('', parts)]);
  const [first, ...others] = pages.map((sections, index): CardMessage => {
    const copy = parts.length ? 'Nothing you typed is lost: here it is, to copy.' : '';
    const card = sheetCard({
      frame: {
        title: 'Not saved',
        ask: withPage(copy, index + 1, pages.length),
        notice: { text: given.why, style: 'attention' },
      },
      sections,
      buttons: index === pages.length - 1 ? (given.buttons ?? []) : [],
    });
    return { card, notification: 'SEND review: not saved. Please have a look.' };
  });
  if (!first) throw new Error('there is always a page');
  return [first, ...others];
}
