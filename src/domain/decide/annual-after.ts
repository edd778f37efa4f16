import type { Dated, LaDecisionKind, Letter } from '../annual.ts';
import { annualPartOf } from '../annual-part.ts';
import type { Command, Refusal } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import { heldOn } from '../held.ts';
import type { LocalDate } from '../time.ts';
import { checkWords } from './checks.ts';
import { andClosing } from './closing.ts';
import { checkHasBeen, checkNotAfter, checkNotBefore } from './days.ts';
import { ASITIS, type Decider, type Decision, type Given, refusal, unless } from './decision.ts';

/*
 * What follows the meeting of an annual review. Each day is the one on the letter; recorded again, it takes the place of
 * what was recorded, so that a slip can be put right, as long as one day still follows the other.
 */

export const recordReport: Decider<'record-report'> = (given, command) =>
  letter(given, command, annualPartOf(given.review).report, 'report-sent', () => {
    const say = 'Please say to whom it was sent: everybody who was invited.';
    return afterMeeting(given, command.on) ?? checkWords(command.words, 'words', say);
  });

/** The local authority's decision. Where it is not to amend the plan, it may be the last thing wanted. */
export const recordLaDecision: Decider<'record-la-decision'> = (given, command) => {
  const { kind, on, words } = command;
  const { decision, mediation } = annualPartOf(given.review);
  if (decision && decision.kind === kind && same(decision, command)) return ASITIS;
  const refused =
    checkSameOnceClosed(given, kind) ??
    checkHasBeen(on, given.today) ??
    afterMeeting(given, on) ??
    checkNotAfter(on, mediation?.on, 'the mediation certificate');
  return refused
    ? unless(refused)
    : unless(undefined, ...andClosing(given, { type: 'la-decided', kind, on, words }));
};

/** A closed review can have the day of its decision put right; another decision would want other things before it closed. */
function checkSameOnceClosed({ review }: Given, kind: LaDecisionKind): Refusal | undefined {
  if (review.stage !== 'closed' || annualPartOf(review).decision?.kind === kind) return undefined;
  const say =
    'This review is closed with another decision. Its day can be put right here; for another decision, add a correction to the record.';
  return refusal('not-now', say, { field: 'kind', offer: { what: 'correction' } });
}

/** The local authority was asked for what it owes: its decision or, where it amends the plan, the notice or final plan. */
export const chaseLa: Decider<'chase-la'> = (given, command) => {
  const { decision, notice, finalPlan, chases } = annualPartOf(given.review);
  if (decision && (decision.kind !== 'amend' || (notice && finalPlan))) {
    const say = 'All that the local authority owes is recorded already.';
    return unless(refusal('already-done', say, { offer: { what: 'la-decision' } }));
  }
  if (chases.some((one) => same(one, command))) return ASITIS;
  const { on, words } = command;
  const refused = checkHasBeen(on, given.today) ?? afterMeeting(given, on);
  return unless(refused, { type: 'la-chased', on, words });
};

export const recordNotice: Decider<'record-notice'> = (given, command) => {
  const { notice, comments, finalPlan } = annualPartOf(given.review);
  return letter(
    given,
    command,
    notice,
    'notice-recorded',
    () =>
      checkAmending(given) ??
      afterMeeting(given, command.on) ??
      checkNotAfter(command.on, comments?.on, 'the answer to it') ??
      checkNotAfter(command.on, finalPlan?.on, 'the final plan'),
  );
};

/** What the parents or the young person answer to the amendments proposed, or that they have nothing to say. */
export const recordComments: Decider<'record-comments'> = (given, command) => {
  const { notice, comments } = annualPartOf(given.review);
  return letter(given, command, comments, 'comments-recorded', () => {
    const say = 'Please write what they answered, or that they had nothing to say.';
    return (
      checkAmending(given) ??
      checkNotice(notice) ??
      checkNotBefore(command.on, notice?.on, 'the notice') ??
      checkWords(command.words, 'words', say)
    );
  });
};

export const recordFinalPlan: Decider<'record-final-plan'> = (given, command) => {
  const { notice, finalPlan } = annualPartOf(given.review);
  return letter(
    given,
    command,
    finalPlan,
    'final-plan-recorded',
    () => checkAmending(given) ?? checkNotice(notice) ?? checkNotBefore(command.on, notice?.on, 'the notice'),
  );
};

/** A mediation certificate: the day on it. It may give longer to appeal. */
export const recordMediation: Decider<'record-mediation'> = (given, command) => {
  const { decision, mediation } = annualPartOf(given.review);
  return letter(given, command, mediation, 'mediation-recorded', () => {
    const say = 'Mediation comes after the local authority’s decision. Record that first.';
    if (!decision) return refusal('things-missing', say, { offer: { what: 'la-decision' } });
    return checkNotBefore(command.on, decision.on, 'the local authority’s decision');
  });
};

type LetterEvent = Extract<
  ReviewEvent,
  {
    type:
      | 'report-sent'
      | 'notice-recorded'
      | 'comments-recorded'
      | 'final-plan-recorded'
      | 'mediation-recorded';
  }
>;

function letter(
  given: Given,
  command: Extract<Command, Letter>,
  before: Dated | undefined,
  type: LetterEvent['type'],
  check: () => Refusal | undefined,
): Decision {
  if (before && same(before, command)) return ASITIS;
  const { on, words } = command;
  const refused = checkHasBeen(on, given.today) ?? check();
  return refused ? unless(refused) : unless(undefined, ...andClosing(given, { type, on, words }));
}

function same(before: Letter, { on, words }: Letter): boolean {
  return before.on === on && before.words === words;
}

function afterMeeting({ review }: Given, on: LocalDate): Refusal | undefined {
  return checkNotBefore(on, heldOn(review), 'the meeting');
}

function checkAmending({ review }: Given): Refusal | undefined {
  const decision = annualPartOf(review).decision;
  if (decision?.kind === 'amend') return undefined;
  const offer = { what: 'la-decision' } as const;
  if (!decision) {
    const say = 'The local authority’s decision is not recorded yet. Record first that it amends the plan.';
    return refusal('things-missing', say, { offer });
  }
  const say =
    'The decision recorded is not to amend the plan. If that is wrong, record the decision again first.';
  return refusal('not-now', say, { offer });
}

function checkNotice(notice: Dated | undefined): Refusal | undefined {
  if (notice) return undefined;
  const say =
    'The local authority’s notice with the proposed amendments is not recorded yet. Record it first.';
  return refusal('things-missing', say, { offer: { what: 'notice' } });
}
