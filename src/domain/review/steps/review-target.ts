import { isDeepStrictEqual } from 'node:util';
import { withArticle } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { LONGEST } from '../../questions/text.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { TARGET_REVIEW, targetAbout } from '../questions/target-review.ts';
import type { TargetReview } from '../review.ts';
import { deliveredAgreed, progressAgreed, saidOfTarget } from '../staff-said.ts';
import { termsIn } from '../terms-of.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkKnown } from './meeting-notes.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface ReviewTarget {
  readonly type: 'review-target';
  readonly review: TargetReview;
}

interface TargetReviewed {
  readonly type: 'target-reviewed';
  readonly review: TargetReview;
}

/** What the meeting makes of one of the plan's targets; said again, it takes the place of what was said before. */
export const reviewTarget: Step<ReviewTarget, TargetReviewed> = {
  type: 'review-target',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { review: said }) => {
    if (review.targetReviews.some((before) => isDeepStrictEqual(before, said))) return ASITIS;
    const { goal } = planRow(review.kind);
    const reworded = isReworded(said);
    const whyMissing = said.stillRight !== 'keep' && !said.whyChanged?.length;
    const refused =
      checkKnown(review.targets, said.targetId, goal) ??
      (reworded
        ? checkWords(said.newText ?? '', 'newText', `Please write the ${goal}’s new wording.`)
        : undefined) ??
      (whyMissing
        ? refusal('reason-missing', `Please choose why the ${goal} does not stay as it is.`, {
            field: 'whyChanged',
          })
        : undefined);
    return unless(refused, { type: 'target-reviewed', review: said });
  },
  facts: {
    'target-reviewed': {
      evolve: (review, { review: said }) => ({
        ...review,
        targetReviews: withTargetReview(review.targetReviews, said),
      }),
    },
  },
  forms: [
    stepForm({
      name: 'target-review',
      title: 'Review a target',
      open: 'Review this target',
      send: 'Save',
      words: (subject) => {
        const { goal } = termsIn(subject);
        return { title: `Review ${withArticle(goal)}`, open: `Review this ${goal}` };
      },
      ask: (subject) =>
        `What does the meeting make of this ${termsIn(subject).goal}, and is it still the right one?`,
      notification: (subject) => `Review ${withArticle(termsIn(subject).goal)}: review ${subject.review.ref}`,
      questions: TARGET_REVIEW,
      values: (subject) => {
        const { id } = targetAbout(subject);
        const before = subject.review.targetReviews.find(({ targetId }) => targetId === id);
        return filledFrom<FormSubject, typeof TARGET_REVIEW>(
          TARGET_REVIEW,
          before ?? asStaffSay(subject, id),
        );
      },
      suggests: (subject) => {
        const { text, measure } = targetAbout(subject);
        return { newText: text, newMeasure: measure };
      },
      isKept: ({ review: { targetReviews }, about }) =>
        targetReviews.some(({ targetId }) => targetId === about),
      written: ({ targetReviews }, about) => {
        const answers = targetReviews.find(({ targetId }) => targetId === about);
        return answers && { answers, change: 'Press “Change” beside it to put it right.' };
      },
      command: ({ newText, newMeasure, whyChanged = [], ...answer }, subject) => ({
        type: 'review-target',
        review: {
          targetId: targetAbout(subject).id,
          ...answer,
          ...(answer.stillRight === 'keep' ? {} : { whyChanged }),
          ...(isReworded(answer) ? { newText, newMeasure } : {}),
        },
      }),
      goesOn: ({ targetReviews }, about) =>
        targetReviews.some(({ targetId }) => targetId === about) ? undefined : 'looking',
      said: () => 'Saved.',
    }),
  ],
};

/**
 * What the meeting's answer begins with: what the staff's evidence says where it agrees. A target that nobody calls met is kept
 * unless the meeting says otherwise; of one that is met, only the meeting can say what comes.
 */
function asStaffSay({ review, school }: FormSubject, id: string) {
  const [progress, delivered] = [progressAgreed(review, id), deliveredAgreed(review)];
  return {
    ...(progress && { progress }),
    evidence: saidOfTarget(review, id, school).slice(0, LONGEST),
    ...(delivered && { delivered }),
    ...(progress && progress !== 'met' && { stillRight: 'keep' as const }),
  };
}

/** Whether it has another wording from now on, of its own or of what comes in its place. */
const isReworded = ({ stillRight }: Pick<TargetReview, 'stillRight'>) =>
  stillRight === 'change' || stillRight === 'new';

/** A second review of the same target takes the place of the first, where that stood. */
function withTargetReview(all: readonly TargetReview[], one: TargetReview): readonly TargetReview[] {
  const seen = all.some(({ targetId }) => targetId === one.targetId);
  return seen ? all.map((each) => (each.targetId === one.targetId ? one : each)) : [...all, one];
}
