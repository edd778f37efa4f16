import type { Command, Refusal, ReviewEvent } from '../commands.ts';
import { heldOn } from '../held.ts';
import { missingTargetReviews, missingViews } from '../missing.ts';
import { outcomeChoice } from '../outcomes.ts';
import type { Review } from '../review.ts';
import { REVIEW_RULES } from '../statute.ts';
import { type LocalDate, plusDays, plusMonths } from '../time.ts';
import { checkStaff, checkWords, dayInWords } from './checks.ts';
import { type Decider, type Given, refusal, unless } from './decision.ts';

type Outcome = Extract<Command, { type: 'decide-outcome' }>;

/** What the review concludes. A plan that ends with nothing left to do is closed with it. */
export const decideOutcome: Decider<'decide-outcome'> = (given, command) => {
  const { review, school } = given;
  const refused =
    checkViews(review) ??
    checkTargetsReviewed(review) ??
    checkWords(command.inWords, 'inWords', 'Please say the outcome in your own words too.') ??
    checkWhatWillChange(command) ??
    checkReasons(command) ??
    checkActions(review, command) ??
    checkStaff(
      review.actions.map(({ owner }) => owner),
      school,
      'owner',
    ) ??
    checkNextReview(given, command);
  const { type: _, ...outcome } = command;
  const decided: ReviewEvent = {
    type: 'outcome-decided',
    ...outcome,
    reasons: [...new Set(outcome.reasons)],
  };
  const closed: readonly ReviewEvent[] = review.actions.length === 0 ? [{ type: 'review-closed' }] : [];
  return unless(refused && ownersOffer(refused), decided, ...closed);
};

function checkViews(review: Review): Refusal | undefined {
  const [first, ...more] = missingViews(review);
  if (!first) return undefined;
  const say = `Before an outcome: ${[first, ...more].map((missing) => missing.say).join(' ')}`;
  return refusal('views-missing', say, { offer: { what: first.offer } });
}

function checkTargetsReviewed(review: Review): Refusal | undefined {
  const [first, ...more] = missingTargetReviews(review);
  if (first?.about === undefined) return undefined;
  const say = `Before an outcome: ${[first, ...more].map((missing) => missing.say).join(' ')}`;
  return refusal('targets-missing', say, { offer: { what: first.offer, about: first.about } });
}

function checkWhatWillChange({ whatWillChange }: Outcome): Refusal | undefined {
  if (whatWillChange.trim() !== '') return undefined;
  const say =
    'What will actually change for the child? Please answer in a sentence a parent would understand.';
  return refusal('what-will-change-missing', say, { field: 'whatWillChange', offer: { what: 'outcome' } });
}

function checkReasons({ kind, reasons }: Outcome): Refusal | undefined {
  if (!outcomeChoice(kind).needsReason || reasons.length > 0) return undefined;
  const say = 'Please choose at least one reason why there was little progress.';
  return refusal('reason-missing', say, { field: 'reasons', offer: { what: 'outcome' } });
}

function checkActions({ actions }: Review, { kind }: Outcome): Refusal | undefined {
  if (!outcomeChoice(kind).needsAction || actions.length > 0) return undefined;
  const say =
    'This outcome needs at least one action, with one owner and a date. Add it, then record the outcome.';
  return refusal('action-missing', say, { offer: { what: 'action' } });
}

/** An owner who has left is put right on the agenda, not in the outcome's form. */
function ownersOffer(refused: Refusal): Refusal {
  if (refused.code !== 'not-staff') return refused;
  const say = `${refused.say} Take their action back and add it for somebody else.`;
  return refusal('not-staff', say, { offer: { what: 'agenda' } });
}

function checkNextReview({ review, today }: Given, { kind, nextReviewBy }: Outcome): Refusal | undefined {
  if (nextReviewBy === undefined) return undefined;
  const field = 'nextReviewBy';
  if (!outcomeChoice(kind).continues) {
    return refusal('date-order', 'A plan that ends has no next review. Please leave this day empty.', {
      field,
    });
  }
  const meeting = heldOn(review);
  if (nextReviewBy <= today) return refusal('date-past', 'Please choose a day after today.', { field });
  if (nextReviewBy <= meeting)
    return refusal('date-order', 'Please choose a day after the meeting.', { field });
  const last = latestNextReview(review, meeting);
  if (nextReviewBy <= last) return undefined;
  const { what } = REVIEW_RULES[review.kind];
  return refusal('date-too-late', `${what}, so choose ${dayInWords(last)} or earlier.`, { field });
}

/** The last day on which the next review would not be overdue, counted from this one's meeting. */
function latestNextReview({ kind }: Review, meeting: LocalDate): LocalDate {
  const { months = 0, weeks = 0 } = REVIEW_RULES[kind].overdueAfter;
  return plusDays(plusMonths(meeting, months), 7 * weeks);
}
