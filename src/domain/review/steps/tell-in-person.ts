import type { PersonId } from '../../school/school.ts';
import { ASITIS, unless } from '../decision.ts';
import { isToTell } from '../unreached.ts';
import { cancelled, held, instead, onceConcluded, planFirst } from './instead.ts';
import { type Step, TAKES } from './step.ts';

interface TellInPerson {
  readonly type: 'tell-in-person';
  readonly who: PersonId;
}

interface ToldInPerson {
  readonly type: 'told-in-person';
  readonly who: PersonId;
}

/** The SENCO has told a colleague of the meeting, whom no message about it reached. */
export const tellInPerson: Step<TellInPerson, ToldInPerson> = {
  type: 'tell-in-person',
  giver: 'senco',
  stages: {
    preparing: planFirst,
    gathering: TAKES,
    meeting: instead('The meeting has been opened, so there is nobody to tell of it any more.', 'agenda'),
    ...onceConcluded(held),
    cancelled,
  },
  // Told by a colleague meanwhile: it is as it should be. One whom a message reached meanwhile has heard it twice.
  decide: ({ review }, { who }) =>
    isToTell(review, who) ? unless(undefined, { type: 'told-in-person', who }) : ASITIS,
  facts: {
    'told-in-person': {
      evolve: (review, { who }, { who: by, at }) => ({
        ...review,
        toldInPerson: [...(review.toldInPerson ?? []), { who, by, at }],
      }),
    },
  },
};
