import type { RuleDate } from '../../domain/statute/statute.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import {
  noticed,
  type OfReview,
  pageButtons,
  pageNumber,
  pagesOf,
  part,
  section,
  sheetCard,
  typed,
  withPage,
} from '../parts.ts';
import { familyText } from './family-text.ts';

const HOW =
  'Copy it into a letter or an e-mail of the school’s own, and change what you would say otherwise.';

/** What the family gets, to be copied: how to prepare, or what was agreed; and who helps. `about` is the page ("page-2"). */
export function familyCard(
  given: OfReview & { readonly next?: RuleDate | undefined; readonly about?: string | undefined },
): CardMessage {
  const { review, pupil } = given;
  const sections = familyText(given).map(({ heading, lines }) =>
    section(
      heading,
      lines.map((line) => part(typed(line))),
    ),
  );
  const pages = pagesOf(sections);
  const page = pageNumber(given.about, pages.length);
  const card = sheetCard({
    frame: {
      title: 'For the family',
      line: lineOf(review, pupil),
      ask: withPage(HOW, page, pages.length),
      ...noticed(given.notice),
    },
    sections: pages[page - 1] ?? [],
    buttons: [
      ...pageButtons(page, pages.length, (to) => press.show('family', review.id, `page-${to}`)),
      button('How the review stands', press.show('status', review.id)),
    ],
  });
  return { card, notification: `For the family: review ${review.ref}` };
}
