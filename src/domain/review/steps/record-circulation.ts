import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, unless } from '../decision.ts';
import { adviceOver, untilConcluded } from './instead.ts';
import { dated, isSame } from './letters.ts';
import type { Step } from './step.ts';

interface RecordCirculation extends Letter {
  readonly type: 'record-circulation';
}

interface AdviceCirculated extends Letter {
  readonly type: 'advice-circulated';
}

/** All advice was sent to everybody invited; said again, it takes the place of what was recorded. */
export const recordCirculation: Step<RecordCirculation, AdviceCirculated> = {
  type: 'record-circulation',
  giver: 'senco',
  plans: ({ invitesOutsiders }) => invitesOutsiders,
  stages: untilConcluded(adviceOver),
  decide: ({ review, today }, command) => {
    if (isSame(annualPartOf(review).circulated, command)) return ASITIS;
    const { on, words } = command;
    return unless(checkHasBeen(on, today), { type: 'advice-circulated', on, words });
  },
  facts: {
    'advice-circulated': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, circulated: dated(letter, actor) })),
    },
  },
};
