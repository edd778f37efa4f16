import { count } from '../../domain/language/words.ts';
import { type Missing, missingFor } from '../../domain/review/missing.ts';
import type { Review } from '../../domain/review/review.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { noticed, type OfReview, type Part, part, plain, section, sheetCard } from '../parts.ts';
import { untoldSection } from './tell-outside.ts';
import { unreachedSection } from './unreached.ts';

const OFFERS: Readonly<Partial<Record<Missing['offer'], (review: Review, about?: string) => Button>>> = {
  'plan-meeting': ({ id, meeting }) =>
    button(meeting ? 'Change who is asked' : 'Set the meeting', press.form('plan-meeting', id)),
  'parent-views': ({ id }) => button('Record them', press.form('parent-views', id)),
  'pupil-views': ({ id }) => button('Record them', press.form('pupil-views', id)),
  'target-review': ({ id }, about) => button('Review it', press.form('target-review', id, about)),
  action: ({ id }) => button('Add an action', press.form('action', id)),
  'plan-annual': ({ id, meeting }) =>
    button(meeting ? 'Change who is asked' : 'Set the meeting', press.form('plan-annual', id)),
  advice: ({ id }, about) => button('Record advice', press.form('advice', id, about)),
  circulate: ({ id }) => button('It was sent', press.form('circulate', id)),
};

function rowOf(review: Review, { offer, about, say }: Missing): Part {
  const puts = OFFERS[offer]?.(review, about);
  return part([[plain(say)]], { beside: puts ? [puts] : [] });
}

/** The first thing that can be put right here is the main one. */
function withMain(rows: readonly Part[]): Part[] {
  const first = rows.find(({ beside }) => beside.length > 0);
  const main = (one: Button): Button => ({ ...one, style: 'positive' });
  return rows.map((row) => (row === first ? { ...row, beside: row.beside.map(main) } : row));
}

// More would not fit on a card; those left out can be seen on the status card.
const ROWS = 20;

/** What is missing before the meeting opens, each with what puts it right; the meeting can be opened anyway. */
export function missingCard(given: OfReview): CardMessage {
  const { review, pupil, school } = given;
  const missing = missingFor(review, school);
  const rows = withMain(missing.slice(0, ROWS).map((one) => rowOf(review, one)));
  const more = missing.length - rows.length;
  const left = more > 0 ? [part([[plain(`And ${more} more, which “Back” shows.`)]])] : [];
  const card = sheetCard({
    frame: {
      title: 'Before you open the meeting',
      line: lineOf(review, pupil),
      ask: missing.length
        ? `${count(missing.length, 'thing is', 'things are')} missing. Late answers can still come in while the meeting is open.`
        : 'Nothing is missing: you can open the meeting.',
      ...noticed(given.notice),
    },
    sections: [
      section('', [...rows, ...left]),
      ...unreachedSection(given, true),
      ...untoldSection(given, true),
    ],
    buttons: [
      // Without a date there is nothing to open.
      ...(missing.some(({ what }) => what === 'plan-meeting')
        ? []
        : [openButton(review, missing.length > 0)]),
      button('Back', press.show('status', review.id)),
    ],
  });
  return { card, notification: `Before the meeting: review ${review.ref}` };
}

const openButton = (review: Review, anyway: boolean): Button =>
  button(
    anyway ? 'Open the meeting anyway' : 'Open the meeting',
    press.openMeeting(review.id, true),
    anyway ? 'default' : 'positive',
  );
