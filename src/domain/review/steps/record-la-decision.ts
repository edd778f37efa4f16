import type { LaDecisionKind, Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { staffConcerned } from '../concerned.ts';
import { checkHasBeen, checkNotAfter } from '../days.ts';
import { ASITIS, type Refusal, refusal, unless } from '../decision.ts';
import type { ChaseLa } from './chase-la.ts';
import { laDecisionForm } from './la-decision-form.ts';
import { checkAfterMeeting, dated, isSame, LETTERS } from './letters.ts';
import { type Given, type Step, tell } from './step.ts';

interface RecordLaDecision extends Letter {
  readonly type: 'record-la-decision';
  readonly kind: LaDecisionKind;
}

interface LaDecided extends Letter {
  readonly type: 'la-decided';
  readonly kind: LaDecisionKind;
}

/** The local authority's decision. Where it is not to amend the plan, it may be the last thing wanted. */
export const recordLaDecision: Step<RecordLaDecision, LaDecided, RecordLaDecision | ChaseLa> = {
  type: 'record-la-decision',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) => {
    const { kind, on, words } = command;
    const { decision, mediation } = annualPartOf(given.review);
    if (decision?.kind === kind && isSame(decision, command)) return ASITIS;
    const refused =
      checkSameOnceClosed(given, kind) ??
      checkHasBeen(on, given.today) ??
      checkAfterMeeting(given, on) ??
      checkNotAfter(on, mediation?.on, 'the mediation certificate');
    return unless(refused, { type: 'la-decided', kind, on, words });
  },
  facts: {
    'la-decided': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({
          ...annual,
          decision: { ...dated(letter, actor), kind: letter.kind },
        })),
      // A slip put right once all is over is no news.
      tells: ({ review }) => (review.stage === 'closed' ? [] : tell('la-decided', staffConcerned(review))),
    },
  },
  forms: [laDecisionForm],
};

/** A closed review can have the day of its decision put right; another decision would want other things before it closed. */
function checkSameOnceClosed({ review }: Given, kind: LaDecisionKind): Refusal | undefined {
  if (review.stage !== 'closed' || annualPartOf(review).decision?.kind === kind) return undefined;
  const say =
    'This review is closed with another decision. Its day can be put right here; for another decision, add a correction to the record.';
  return refusal('not-now', say, { field: 'kind', offer: { what: 'correction' } });
}
