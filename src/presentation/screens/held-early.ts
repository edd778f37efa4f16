import { dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { type FallsShort, fallsShortOn } from '../../domain/review/held-early.ts';
import { button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { explained, type OfReview, part, plain, reason, section } from '../parts.ts';

const WANTED: Readonly<Record<FallsShort['what'], string>> = {
  notice: 'Two weeks’ notice of the date',
  circulation: 'All advice sent round two weeks before',
};

/** What there would have been of it. */
function thereIs({ what, on, daysBefore, told }: FallsShort): string {
  if (on && told) return `on ${dayWords(on)} people were told of ${dayWords(told)}, not of today`;
  if (!on) return what === 'notice' ? 'nobody is invited yet' : 'it is not sent yet';
  const done = what === 'notice' ? 'people were invited' : 'it was sent';
  const before = daysBefore > 0 ? `${count(daysBefore, 'day')} before` : 'the same day';
  return `${done} on ${dayWords(on)}, ${before}`;
}

/**
 * Whether a meeting that is set for a later day is really held today, and of how many days of notice and circulation that
 * leaves an annual review short: asked before it is opened. `anyway`: what is missing was seen.
 */
export function heldEarlyCard(given: OfReview & { readonly anyway: boolean }): CardMessage {
  const { review, pupil, today, anyway } = given;
  const set = review.meeting ? dayWords(review.meeting.date) : '';
  const short = fallsShortOn(review, today).map((one) =>
    part([
      [plain(`${WANTED[one.what]}: ${thereIs(one)}.`)],
      [reason(`The regulations require it: ${one.by.rule.source}`)],
    ]),
  );
  const shown = explained({
    frame: {
      title: 'Is it held today?',
      line: lineOf(review, pupil),
      ask: `Held today, brought forward from ${set}? Every date that follows then counts from today.`,
    },
    sections: short.length ? [section('What that costs', short)] : [],
    buttons: [
      button('Yes, it is held today', press.openMeeting(review.id, anyway, true), 'positive'),
      button('Change its day', press.form(planRow(review.kind).forms.plan, review.id)),
      button('Back', press.show('status', review.id)),
    ],
  });
  return { ...shown, notification: `Is the meeting held today? Review ${review.ref}` };
}
