import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { provisionOf, SUPPORT_ENDED } from '../questions/happening.ts';
import { OF_SUPPORT, ofSupport, supportOver, withSupport } from './of-support.ts';
import { type Step, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface EndSupport {
  readonly type: 'end-support';
  readonly id: string;
  readonly why: string;
}

interface SupportEnded {
  readonly type: 'support-ended';
  readonly id: string;
  readonly why: string;
}

/** The SENCO says that support has ended, and why: it is not asked any more whether it happens. */
export const endSupport: Step<EndSupport, SupportEnded> = {
  type: 'end-support',
  giver: 'senco',
  stages: OF_SUPPORT,
  decide: (given, { id, why }) =>
    ofSupport(given, id, () =>
      unless(checkWords(why, 'why', 'Please say why it has ended.'), { type: 'support-ended', id, why }),
    ),
  facts: {
    'support-ended': {
      evolve: (review, { id, why }, { who, at }) =>
        withSupport(review, id, (one) => ({ ...one, ended: { by: who, at, why } })),
      tells: ({ review, fact: { id } }) => {
        const owner = review.provision.find((one) => one.id === id)?.owner;
        return owner === undefined ? [] : tell('support-ended', [owner], id);
      },
    },
  },
  forms: [
    stepForm({
      name: 'support-ended',
      title: 'This support has ended',
      open: 'This support has ended',
      send: 'It has ended',
      ask: () => 'Nobody is asked about it any more. What was heard of it stays, for the next review.',
      notification: ({ review }) => `Support that has ended: review ${review.ref}`,
      questions: SUPPORT_ENDED,
      command: ({ why }, subject) => ({ type: 'end-support', id: provisionOf(subject).id, why }),
      forNothing: supportOver,
      said: ({ told, whenTold }) =>
        told['support-ended']
          ? `Saved: it has ended. Whoever saw to it is told ${whenTold}.`
          : 'Saved: it has ended.',
      leadsTo: 'support',
    }),
  ],
};
