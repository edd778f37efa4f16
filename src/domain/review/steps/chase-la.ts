import type { Letter } from '../annual.ts';
import { annualPartOf, isNeverDecided, isNoticeToCome, isPlanToCome, withAnnual } from '../annual-part.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { instead } from './instead.ts';
import { checkAfterMeeting, dated, isSame, LETTERS } from './letters.ts';
import type { Step } from './step.ts';

export interface ChaseLa extends Letter {
  readonly type: 'chase-la';
}

interface LaChased extends Letter {
  readonly type: 'la-chased';
}

/** The local authority was asked for what it owes: its decision or, where it amends the plan, the notice or final plan. */
export const chaseLa: Step<ChaseLa, LaChased> = {
  type: 'chase-la',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: {
    ...LETTERS,
    closed: instead(
      'This review is closed: the local authority’s decision is recorded, and nothing more is wanted. If something recorded is wrong, add a correction.',
      'correction',
      'already-done',
    ),
  },
  decide: (given, command) => {
    const { review } = given;
    const { decision, chases } = annualPartOf(review);
    if (isNeverDecided(review)) {
      const say = 'The decision is not waited for any more. If it has come after all, record it.';
      return unless(refusal('already-done', say, { offer: { what: 'la-decision' } }));
    }
    if (decision && !isNoticeToCome(review) && !isPlanToCome(review)) {
      const say = 'All that the local authority owes is recorded already.';
      return unless(refusal('already-done', say, { offer: { what: 'la-decision' } }));
    }
    if (chases.some((one) => isSame(one, command))) return ASITIS;
    const { on, words } = command;
    const refused = checkHasBeen(on, given.today) ?? checkAfterMeeting(given, on);
    return unless(refused, { type: 'la-chased', on, words });
  },
  facts: {
    'la-chased': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, chases: [...annual.chases, dated(letter, actor)] })),
    },
  },
};
