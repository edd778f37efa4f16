import type { Instant } from '../../time.ts';
import { ASITIS, unless } from '../decision.ts';
import { untoldOutside } from '../untold-outside.ts';
import { cancelled, held, instead, onceConcluded, planFirst } from './instead.ts';
import { type Step, TAKES } from './step.ts';

interface TellOutside {
  readonly type: 'tell-outside';
  /** Of which change of the meeting they were told: when it was made. */
  readonly since: Instant;
}

interface ToldOutside {
  readonly type: 'told-outside';
}

/** Those invited from outside have been told that the meeting has moved, or is called off. */
export const tellOutside: Step<TellOutside, ToldOutside> = {
  type: 'tell-outside',
  giver: 'senco',
  stages: {
    preparing: planFirst,
    gathering: TAKES,
    meeting: instead('The meeting has been opened, so there is nobody to tell of it any more.', 'agenda'),
    ...onceConcluded(held),
    cancelled,
  },
  // Said already, by a colleague too: it is as it should be. Of what has changed since, nobody was told by that.
  decide: ({ review }, { since }) =>
    untoldOutside(review)?.since === since ? unless(undefined, { type: 'told-outside' }) : ASITIS,
  facts: {
    'told-outside': {
      evolve: (review, _, { who: by, at }) => ({
        ...review,
        toldOutside: [...(review.toldOutside ?? []), { by, at }],
      }),
    },
  },
};
