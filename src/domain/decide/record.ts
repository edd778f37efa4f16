import { checkWords } from './checks.ts';
import { type Decider, unless } from './decision.ts';

/** A correction stands beside what was written, with its author. */
export const correctRecord: Decider<'correct-record'> = (_given, { part, words }) =>
  unless(
    checkWords(part, 'part', 'Please choose the part it corrects.') ??
      checkWords(words, 'words', 'Please write what it should say.'),
    { type: 'record-corrected', part, words },
  );

export const cancelReview: Decider<'cancel-review'> = (_given, { why }) =>
  unless(checkWords(why, 'why', 'Please say why the review is cancelled.'), {
    type: 'review-cancelled',
    why,
  });
