import { isDeepStrictEqual } from 'node:util';
import { checkWords } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import type { PupilViewsAnswer } from '../review.ts';
import { recordStands, untilConcluded } from './instead.ts';
import type { Step } from './step.ts';

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
  stages: untilConcluded(recordStands),
  decide: ({ review }, { said }) => {
    const before = review.pupilViews;
    if (before?.given && isDeepStrictEqual(before.said, said)) return ASITIS;
    const say = 'Please write what the pupil’s views were; or, if they gave none, mark that instead.';
    return unless(checkWords(said.views, 'views', say), { type: 'pupil-views-recorded', said });
  },
  facts: {
    'pupil-views-recorded': {
      evolve: (review, { said }, { who, at }) => ({
        ...review,
        pupilViews: { recordedBy: who, at, given: true, said },
      }),
    },
  },
};
