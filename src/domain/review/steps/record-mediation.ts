import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkNotBefore } from '../days.ts';
import { refusal } from '../decision.ts';
import { beforeMeeting, instead } from './instead.ts';
import { dated, LETTERS, letterRecorded } from './letters.ts';
import type { Step } from './step.ts';

const decisionFirst = instead(
  'Mediation comes after the local authority’s decision. Once that is recorded, this can be done.',
  'status',
);

interface RecordMediation extends Letter {
  readonly type: 'record-mediation';
}

interface MediationRecorded extends Letter {
  readonly type: 'mediation-recorded';
}

/** A mediation certificate: the day on it. It may give longer to appeal. */
export const recordMediation: Step<RecordMediation, MediationRecorded> = {
  type: 'record-mediation',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: { ...LETTERS, ...beforeMeeting(decisionFirst), meeting: decisionFirst },
  decide: (given, command) => {
    const { decision, mediation } = annualPartOf(given.review);
    return letterRecorded(given, 'mediation-recorded', command, mediation, () => {
      const say = 'Mediation comes after the local authority’s decision. Record that first.';
      if (!decision) return refusal('things-missing', say, { offer: { what: 'la-decision' } });
      return checkNotBefore(command.on, decision.on, 'the local authority’s decision');
    });
  },
  facts: {
    'mediation-recorded': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, mediation: dated(letter, actor) })),
    },
  },
};
