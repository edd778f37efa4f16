import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import { noticed, part, section, sheetCard, typed } from '../parts.ts';
import { familyText, type OfFamily } from './family-text.ts';

const HOW =
  'Copy it into a letter or an e-mail of the school’s own, and change what you would say otherwise.';

/** What the family gets, to be copied: how to prepare, or what was agreed; and who helps. `about` is the page ("page-2"). */
export function familyCard(given: OfFamily & { readonly about?: string | undefined }): CardMessage {
  const { review, pupil } = given;
  const sections = familyText(given).map(({ heading, lines }) =>
    section(
      heading,
      lines.map((line) => part(typed(line))),
    ),
  );
  const page = onPage(sections, given.about, (to) => press.show('family', review.id, `page-${to}`));
  const card = sheetCard({
    frame: {
      title: 'For the family',
      line: lineOf(review, pupil),
      ask: page.numbered(HOW),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: [button('How the review stands', press.show('status', review.id))],
  });
  return { card, notification: `For the family: review ${review.ref}` };
}
