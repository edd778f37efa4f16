import { dayWords } from '../../language/days.ts';
import { clockOf, type Step } from '../../statute/clock.ts';
import { dueWith } from '../../statute/due.ts';
import type { RuleDate } from '../../statute/statute.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import type { LetterName } from '../questions/annual-options.ts';
import type { Review } from '../review.ts';
import { sentences, type Taken } from './step-form.ts';

/** What became of one day: "“Report to everyone invited”: from Tue 8 Dec 2026 to Wed 9 Dec 2026". */
function moved(what: string, was: RuleDate | undefined, is: RuleDate | undefined): string[] {
  if (was?.date === is?.date) return [];
  if (!is) return was ? [`“${was.rule.what}” (${dayWords(was.date)}) falls away`] : [];
  const now = was ? `from ${dayWords(was.date)} to ${dayWords(is.date)}` : `now ${dayWords(is.date)}`;
  return [`“${what}”: ${now}`];
}

/** The review with the letter as it was before it was last put right. */
function asItWas(review: Review, which: LetterName): Review | undefined {
  const last = annualPartOf(review).corrected?.findLast((one) => one.which === which);
  return last && withAnnual(review, (annual) => ({ ...annual, [which]: last.was }));
}

/**
 * Which days moved from what to what by putting right the letter just sent, so that none moves in silence; '' where nothing
 * was put right. The next review's is among them.
 */
export function movedSentence(taken: Taken, which: LetterName): string {
  const { review, pupil, school, today, reviews = [] } = taken;
  const before = taken.answers.whyCorrected?.trim() ? asItWas(review, which) : undefined;
  if (!before) return '';
  const [was, is] = [clockOf(before), clockOf(review)];
  const steps = [...new Set([...Object.keys(was), ...Object.keys(is)])] as Step[];
  const [dueWas, dueIs] = [before, review].map((one) => dueWith(one, pupil, reviews, today, school)?.why);
  const all = [
    ...steps.flatMap((step) => moved(is[step]?.rule.what ?? '', was[step], is[step])),
    ...moved(dueIs?.rule.what ?? '', dueWas, dueIs),
  ];
  return sentences(
    'What was recorded before is kept with it.',
    all.length ? `What moves: ${all.join('; ')}.` : 'No other date moves.',
  );
}
