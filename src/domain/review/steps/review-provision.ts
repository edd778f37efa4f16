import { isDeepStrictEqual } from 'node:util';
import { planRow } from '../../plans/index.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, type Refusal, unless } from '../decision.ts';
import { PROVISION_REVIEW, provisionAbout, WHY_PROPOSAL } from '../questions/provision-review.ts';
import type { ProvisionReview, Review } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkKnown } from './meeting-notes.ts';
import type { Step } from './step.ts';
import { type AskedSubject, stepForm, type Taken } from './step-form.ts';

interface ReviewProvision {
  readonly type: 'review-provision';
  readonly review: ProvisionReview;
}

interface ProvisionReviewed {
  readonly type: 'provision-reviewed';
  readonly review: ProvisionReview;
}

/**
 * What the meeting makes of one piece of the support that the last review left; said again, it takes the place of what was said
 * before. Support that is to change or be reduced then gets its new wording, by the form for provision.
 */
export const reviewProvision: Step<ReviewProvision, ProvisionReviewed> = {
  type: 'review-provision',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { review: said }) => {
    if (review.provisionReviews?.some((before) => isDeepStrictEqual(before, said))) return ASITIS;
    return unless(
      checkKnown(review.last?.provision ?? [], said.provisionId, 'provision') ?? checkReasons(said),
      { type: 'provision-reviewed', review: said },
    );
  },
  facts: {
    'provision-reviewed': {
      evolve: (review, { review: said }) => ({
        ...review,
        provisionReviews: withReview(review.provisionReviews ?? [], said),
        // A new wording is for support that goes on in another way.
        provision: isReworded(said)
          ? review.provision
          : review.provision.filter(({ id }) => id !== said.provisionId),
      }),
    },
  },
  forms: [
    stepForm({
      name: 'provision-review',
      title: 'Look at the support',
      open: 'Look at this support',
      send: 'Save',
      ask: () => 'Was it given as planned, did it help, and does it go on?',
      why: ({ review }) => (planRow(review.kind).proposesChanges ? WHY_PROPOSAL : ''),
      notification: ({ review }) => `Look at the support: review ${review.ref}`,
      questions: PROVISION_REVIEW,
      values: (subject) => {
        const before = reviewOf(subject.review, provisionAbout(subject).id);
        return before ? filledFrom<AskedSubject, typeof PROVISION_REVIEW>(PROVISION_REVIEW, before) : {};
      },
      isKept: ({ review: { provisionReviews = [] }, about }) =>
        provisionReviews.some(({ provisionId }) => provisionId === about),
      command: ({ whyNot, evidence, without, ...answer }, subject) => ({
        type: 'review-provision',
        review: {
          provisionId: provisionAbout(subject).id,
          ...answer,
          whyNot: answer.delivered === 'yes' ? '' : whyNot,
          evidence: isLess(answer) ? evidence : '',
          without: isLess(answer) ? without : '',
        },
      }),
      goesOn: ({ provisionReviews = [] }, about) =>
        provisionReviews.some(({ provisionId }) => provisionId === about) ? undefined : 'looking',
      said: ({ review, about }: Taken) =>
        isReworded(reviewOf(review, about)) && !review.provision.some(({ id }) => id === about)
          ? 'Saved. Now write how it is to be from now on.'
          : 'Saved.',
    }),
  ],
};

type Next = Pick<ProvisionReview, 'next'>;
const isLess = ({ next }: Next) => next === 'reduce' || next === 'stop';
const isReworded = (said: Next | undefined) => said?.next === 'change' || said?.next === 'reduce';

function reviewOf({ provisionReviews = [] }: Review, id: string | undefined): ProvisionReview | undefined {
  return provisionReviews.find(({ provisionId }) => provisionId === id);
}

/** Support that was not given as planned says why; support that is reduced or stopped says on what evidence. */
function checkReasons(said: ProvisionReview): Refusal | undefined {
  const { delivered, whyNot, evidence, without } = said;
  return (
    (delivered === 'yes' ? undefined : checkWords(whyNot, 'whyNot', 'Please say what got in the way.')) ??
    (isLess(said)
      ? (checkWords(evidence, 'evidence', 'Please say what evidence supports giving less.') ??
        checkWords(without, 'without', 'Please say how they will go on without it.'))
      : undefined)
  );
}

/** A second review of the same support takes the place of the first, where that stood. */
function withReview(all: readonly ProvisionReview[], one: ProvisionReview): readonly ProvisionReview[] {
  const seen = all.some(({ provisionId }) => provisionId === one.provisionId);
  return seen ? all.map((each) => (each.provisionId === one.provisionId ? one : each)) : [...all, one];
}
