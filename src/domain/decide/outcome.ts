import type { Command, Refusal, RefusalCode } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import { type Missing, type MissingPart, missingBefore } from '../guards.ts';
import { heldOn } from '../held.ts';
import { a } from '../language.ts';
import { latestNextReview } from '../next-review.ts';
import { outcomeChoice, outcomesFor } from '../outcomes.ts';
import { planRow } from '../plans/index.ts';
import type { ReportParts, Review } from '../review.ts';
import { localDate } from '../time.ts';
import { checkStaff, checkWords, dayInWords } from './checks.ts';
import { andClosing } from './closing.ts';
import { type Decider, type Given, refusal, unless } from './decision.ts';

type Outcome = Extract<Command, { type: 'decide-outcome' }>;

/**
 * What the review concludes or, an annual review, recommends. A plan that ends with nothing left to do is closed with it.
 */
export const decideOutcome: Decider<'decide-outcome'> = (given, command) => {
  const { review, school } = given;
  const missing = missingBefore('outcome', review, school, command.kind);
  const refused =
    checkKind(review, command) ??
    checkMissing(
      review,
      missing.filter(({ what }) => what !== 'action'),
    ) ??
    checkWords(command.inWords, 'inWords', 'Please say the outcome in your own words too.') ??
    checkWhatWillChange(command) ??
    checkReasons(command) ??
    checkAction(missing) ??
    checkStaff(
      review.actions.map(({ owner }) => owner),
      school,
      'owner',
    ) ??
    checkNextReview(given, command);
  const decided = refused ? [] : andClosing(given, outcomeOf(review, command));
  return unless(refused && ownersOffer(refused), ...decided);
};

const NOTHING_SAID: ReportParts = { healthAndCare: '', adulthood: '', personalBudget: '' };

function outcomeOf(review: Review, { type: _, report = NOTHING_SAID, ...outcome }: Outcome): ReviewEvent {
  return {
    type: 'outcome-decided',
    ...outcome,
    reasons: [...new Set(outcome.reasons)],
    ...(planRow(review.kind).decidedElsewhere && { report }),
  };
}

function checkKind({ kind }: Review, command: Outcome): Refusal | undefined {
  if (outcomesFor(kind).some(({ code }) => code === command.kind)) return undefined;
  return refusal('other-kind', planRow(kind).words.otherOutcome, {
    field: 'kind',
    offer: { what: 'outcome' },
  });
}

const CODES: Readonly<Partial<Record<MissingPart, RefusalCode>>> = {
  'parent-views': 'views-missing',
  'pupil-views': 'views-missing',
  'target-review': 'targets-missing',
  attendance: 'attendance-missing',
  'section-change': 'section-change-missing',
};

/** The first thing that is missing, and all else of its sort. */
function checkMissing(review: Review, missing: readonly Missing[]): Refusal | undefined {
  const [first] = missing;
  if (!first) return undefined;
  const code = CODES[first.what] ?? 'things-missing';
  const same = missing.filter(({ what }) => CODES[what] === CODES[first.what]);
  const { conclusion } = planRow(review.kind).words;
  const say = `Before ${a(conclusion)}: ${same.map((one) => one.say).join(' ')}`;
  const { offer: what, about } = first;
  return refusal(code, say, { offer: { what, ...(about !== undefined && { about }) } });
}

function checkAction(missing: readonly Missing[]): Refusal | undefined {
  const none = missing.find(({ what }) => what === 'action');
  return none && refusal('action-missing', none.say, { offer: { what: none.offer } });
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
  const last = latestNextReview(review.kind, meeting, localDate(review.startedAt));
  if (nextReviewBy <= last.date) return undefined;
  const say = `Please choose ${dayInWords(last.date)} or earlier: the next review is due by then (${last.rule.source}).`;
  return refusal('date-too-late', say, { field });
}
