import { capital } from '../../language/words.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { isAsOrdered } from '../../statute/appeal.ts';
import { dueSentence } from '../../statute/clock-words.ts';
import { AGAINST_THE_TRIBUNAL } from '../../statute/rules/appeal.ts';
import type { OrderedPlan } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, firstAppealOn, isAmending } from '../annual-part.ts';
import { withSupportAmended } from '../carry-over.ts';
import { checkNotBefore } from '../days.ts';
import { ORDERED_PLAN } from '../questions/annual-since.ts';
import { termsIn } from '../terms-of.ts';
import {
  answered,
  checkDecided,
  closedByIt,
  dated,
  forDecidedOnly,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface Ordered extends LetterGiven, Pick<OrderedPlan, 'nextPlace' | 'cameBy'> {}

interface RecordOrderedPlan extends Ordered {
  readonly type: 'record-ordered-plan';
}

interface OrderedPlanRecorded extends Ordered {
  readonly type: 'ordered-plan-recorded';
}

/**
 * An amended plan came that no notice went before, by order of the Tribunal, say; whatever the local authority had decided.
 * It does not restart the twelve months.
 */
export const recordOrderedPlan: Step<RecordOrderedPlan, OrderedPlanRecorded> = {
  type: 'record-ordered-plan',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) => {
    const { on, cameBy } = command;
    const { orderedPlan: before, decision } = annualPartOf(given.review);
    const check = () =>
      checkDecided(given) ??
      checkNotBefore(on, decision?.on, 'the local authority’s decision') ??
      (cameBy === 'tribunal' ? checkNotBefore(on, firstAppealOn(given.review), 'the appeal') : undefined);
    return letterRecorded(given, 'ordered-plan-recorded', command, before, check, ['cameBy', 'nextPlace']);
  },
  facts: {
    'ordered-plan-recorded': {
      evolve: (review, letter, actor) => {
        const { nextPlace, cameBy } = letter;
        const plan = { ...dated(letter, actor), cameBy, ...(nextPlace && { nextPlace }) };
        return withSupportAmended(withLetter(review, 'orderedPlan', plan, letter));
      },
    },
  },
  forms: [
    stepForm({
      name: 'ordered-plan',
      title: 'Plan without a notice',
      open: 'Record a plan that came without a notice',
      send: 'Save',
      ask: () =>
        'An amended plan that no notice of changes went before: because the Tribunal ordered it, say. The next review counts from the local authority’s decision all the same.',
      notification: ({ review }) => `An amended plan: review ${review.ref}`,
      questions: ORDERED_PLAN,
      values: (subject) => {
        const { orderedPlan, appeal } = annualOf(subject);
        const before = orderedPlan ?? (appeal ? { cameBy: 'tribunal' as const } : {});
        return filledFrom<FormSubject, typeof ORDERED_PLAN>(ORDERED_PLAN, before);
      },
      isKept: (subject) => annualOf(subject).orderedPlan !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-ordered-plan', ...answered(answer) }),
      forNothing: forDecidedOnly,
      onStatus: 'An amended plan came without a notice',
      offeredWhen: ({ review }) => {
        const { decision, appeal, orderedPlan } = annualPartOf(review);
        return !orderedPlan && decision !== undefined && (appeal !== undefined || !isAmending(review));
      },
      said: (taken) =>
        sentences(
          'The amended plan is recorded. It does not restart the twelve months to the next review.',
          isAsOrdered(annualPartOf(taken.review))
            ? `${AGAINST_THE_TRIBUNAL.words}.`
            : dueSentence(
                taken.review,
                'appeal',
                `${capital(termsIn(taken).addressed)} may appeal against it until`,
              ),
          movedSentence(taken, 'orderedPlan'),
          closedByIt(taken.review),
        ),
    }),
  ],
};
