import type { LaDecisionKind } from '../annual.ts';
import { annualPartOf, firstAppealOn, isPlanToCome } from '../annual-part.ts';
import { staffToldOfOutcome } from '../concerned.ts';
import { checkNotAfter } from '../days.ts';
import type { Review } from '../review.ts';
import type { ChaseLa } from './chase-la.ts';
import { laDecisionForm } from './la-decision-form.ts';
import {
  checkAfterMeeting,
  dated,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { type Step, tell } from './step.ts';

interface RecordLaDecision extends LetterGiven {
  readonly type: 'record-la-decision';
  readonly kind: LaDecisionKind;
}

interface LaDecided extends LetterGiven {
  readonly type: 'la-decided';
  readonly kind: LaDecisionKind;
}

/**
 * The local authority's decision. Where it is not to amend the plan, it may be the last thing wanted. One that comes after
 * the review was closed without, or with another, opens it again where a final plan is then to come.
 */
export const recordLaDecision: Step<RecordLaDecision, LaDecided, RecordLaDecision | ChaseLa> = {
  type: 'record-la-decision',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  moves: [{ from: 'closed', to: 'acting', when: 'a final plan is now to come' }],
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) => {
    const { on } = command;
    const { decision, mediation } = annualPartOf(given.review);
    const check = () =>
      checkAfterMeeting(given, on) ??
      checkNotAfter(on, mediation?.on, 'the mediation certificate') ??
      checkNotAfter(on, firstAppealOn(given.review), 'the appeal');
    return letterRecorded(given, 'la-decided', command, decision, check, ['kind']);
  },
  facts: {
    'la-decided': {
      evolve: ({ decidedInData: _, ...review }, letter, actor) =>
        reopened(withLetter(review, 'decision', { ...dated(letter, actor), kind: letter.kind }, letter)),
      // A slip put right once all is over is no news.
      tells: ({ review }) =>
        review.stage === 'closed' ? [] : tell('la-decided', staffToldOfOutcome(review)),
    },
  },
  forms: [laDecisionForm],
};

/** Closed, and yet the final plan is to come: then it is waited for again. */
function reopened(review: Review): Review {
  if (review.stage !== 'closed' || !isPlanToCome(review)) return review;
  const { closedAt: _, ...open } = review;
  return { ...open, stage: 'acting' };
}
