import { lateBy } from '../../statute/clock.ts';
import { dueSentence } from '../../statute/clock-words.ts';
import { reckon, ruleOn } from '../../statute/statute.ts';
import { type LocalDate, localDate } from '../../time.ts';
import { annualPartOf, isNeverDecided, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { heldOn } from '../held.ts';
import { NEVER_DECIDED } from '../questions/annual-since.ts';
import type { Review } from '../review.ts';
import { instead } from './instead.ts';
import { closedByIt, LETTERS } from './letters.ts';
import type { Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface NeverDecided {
  readonly type: 'never-decided';
  readonly why: string;
}

interface DecisionGivenUp extends Omit<NeverDecided, 'type'> {
  readonly type: 'decision-given-up';
}

/** Whether it is time to offer that a decision is not waited for any more: some months after the meeting. */
export function isNeverDecidedOffered(review: Review, today: LocalDate): boolean {
  if (annualPartOf(review).decision || isNeverDecided(review)) return false;
  return today > reckon(ruleOn('never-decided', localDate(review.startedAt)), heldOn(review)).date;
}

/**
 * The local authority never decided: its decision is no longer waited for anywhere, and the review closes where nothing else
 * is wanted. Only once its four weeks are over. A decision that comes after all can still be recorded.
 */
export const neverDecided: Step<NeverDecided, DecisionGivenUp> = {
  type: 'never-decided',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: {
    ...LETTERS,
    closed: instead(
      'This review is closed. A decision that comes after all can still be recorded.',
      'la-decision',
      'already-done',
    ),
  },
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: ({ review, today }, { why }) => {
    if (annualPartOf(review).neverDecided?.why === why) return ASITIS;
    if (annualPartOf(review).decision) {
      const say = 'The local authority’s decision is recorded. If it is wrong, put it right there.';
      return unless(refusal('already-done', say, { offer: { what: 'la-decision' } }));
    }
    const early =
      lateBy(review, 'la-decision', today) === 0 && !isNeverDecided(review)
        ? refusal(
            'not-now',
            sentences(
              'The local authority still has time to decide.',
              dueSentence(review, 'la-decision', 'It is due by'),
            ),
            { offer: { what: 'la-decision' } },
          )
        : undefined;
    return unless(early ?? checkWords(why, 'why', 'Please say why, in a few words.'), {
      type: 'decision-given-up',
      why,
    });
  },
  facts: {
    'decision-given-up': {
      evolve: (review, { why }, { who: by, at }) =>
        withAnnual(review, (annual) => ({ ...annual, neverDecided: { by, at, why } })),
    },
  },
  forms: [
    stepForm({
      name: 'never-decided',
      title: 'No decision came',
      open: 'No decision ever came',
      send: 'Wait no longer',
      ask: () =>
        'It is then waited for nowhere any more. If a decision comes after all, it can be recorded here.',
      why: () =>
        'The regulations require a decision, but none can be made to come. The day the review is due stays, and may show as overdue: it counts from the last decision, or the plan being made. Your next meeting counts from the one held.',
      notification: ({ review }) => `No decision came: review ${review.ref}`,
      questions: NEVER_DECIDED,
      values: ({ review }) => ({ why: annualPartOf(review).neverDecided?.why ?? '' }),
      isKept: ({ review }) => isNeverDecided(review),
      command: ({ why }) => ({ type: 'never-decided', why }),
      forNothing: ({ review, today }) =>
        annualPartOf(review).decision ||
        (!isNeverDecided(review) && lateBy(review, 'la-decision', today) === 0)
          ? {
              look: 'chase',
              say: 'The decision is recorded, or the local authority still has time to decide.',
            }
          : undefined,
      said: ({ review }) =>
        sentences('It is recorded that no decision came: nobody waits for it any more.', closedByIt(review)),
    }),
  ],
};
