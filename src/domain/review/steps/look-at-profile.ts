import { ASITIS, unless } from '../decision.ts';
import { beforeMeeting, cancelled, openFirst } from './instead.ts';
import { type Step, TAKES } from './step.ts';

interface LookAtProfile {
  readonly type: 'look-at-profile';
}

interface ProfileLookedAt {
  readonly type: 'profile-looked-at';
}

/** The one-page profile was looked at and is still right. Brought up to date, it is kept on the pupil. */
export const lookAtProfile: Step<LookAtProfile, ProfileLookedAt> = {
  type: 'look-at-profile',
  giver: 'senco',
  stages: { ...beforeMeeting(openFirst), meeting: TAKES, acting: TAKES, closed: TAKES, cancelled },
  decide: ({ review }) =>
    review.profileLookedAt ? ASITIS : unless(undefined, { type: 'profile-looked-at' }),
  facts: {
    'profile-looked-at': {
      evolve: (review, _fact, { who, at }) => ({ ...review, profileLookedAt: { by: who, at } }),
    },
  },
};
