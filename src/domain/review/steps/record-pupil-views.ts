import { isDeepStrictEqual } from 'node:util';
import { filledFrom } from '../../questions/form-answers.ts';
import { childOf } from '../addressee.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import { PUPIL_VIEWS } from '../questions/pupil-views.ts';
import type { PupilViewsAnswer } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { recordStands } from './instead.ts';
import { checkLate, isTakenLate, untilClosed } from './late.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';
import { neededBefore, noneGiven } from './views.ts';

interface RecordPupilViews {
  readonly type: 'record-pupil-views';
  readonly said: PupilViewsAnswer;
}

interface PupilViewsRecorded {
  readonly type: 'pupil-views-recorded';
  readonly said: PupilViewsAnswer;
}

/** What the pupil says, and how it was given; said again, it takes the place of what was recorded. */
export const recordPupilViews: Step<RecordPupilViews, PupilViewsRecorded> = {
  type: 'record-pupil-views',
  giver: 'senco',
  stages: untilClosed(recordStands),
  decide: ({ review }, { said }) => {
    const before = review.pupilViews;
    if (before?.given && isDeepStrictEqual(before.said, said)) return ASITIS;
    const say = `Please write what the ${childOf(review)}’s views were; or, if they were asked and no views were received, mark that instead.`;
    return unless(
      checkLate(review, before?.given ? before : undefined) ?? checkWords(said.views, 'views', say),
      { type: 'pupil-views-recorded', said },
    );
  },
  facts: {
    'pupil-views-recorded': {
      evolve: (review, { said }, { who, at }) => ({
        ...review,
        pupilViews: { recordedBy: who, at, given: true, said },
      }),
    },
  },
  forms: [
    stepForm({
      name: 'pupil-views',
      title: 'The pupil’s views',
      open: 'Record the pupil’s views',
      send: 'Save their views',
      words: (subject) => {
        const { child } = termsIn(subject);
        return { title: `The ${child}’s views`, open: `Record the ${child}’s views` };
      },
      ask: (subject) =>
        `What do they say, show or draw about ${termsIn(subject).setting}?${neededBefore(subject.review)}`,
      notification: (subject) => `The ${termsIn(subject).child}’s views: review ${subject.review.ref}`,
      onStatus: 'The pupil’s views came after the meeting',
      offeredWhen: ({ review }) => isTakenLate(review) && !review.pupilViews?.given,
      questions: PUPIL_VIEWS,
      values: ({ review: { pupilViews: views } }) =>
        views?.given ? filledFrom<FormSubject, typeof PUPIL_VIEWS>(PUPIL_VIEWS, views.said) : {},
      isKept: ({ review }) => review.pupilViews?.given === true,
      command: (said) => ({ type: 'record-pupil-views', said }),
      alternatives: [noneGiven('pupil', ({ review }) => !review.pupilViews?.given)],
      said: (taken) => `Saved: the ${termsIn(taken).child}’s views.`,
    }),
  ],
};
