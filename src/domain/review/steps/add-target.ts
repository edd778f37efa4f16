import { planRow } from '../../plans/index.ts';
import type { Target } from '../../school/school.ts';
import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { atMeeting, recordStands } from './instead.ts';
import { allTargets, checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';

interface AddTarget {
  readonly type: 'add-target';
  readonly target: Target;
}

interface TargetAdded {
  readonly type: 'target-added';
  readonly target: Target;
}

/** A new target (an outcome, of an EHC plan) is agreed. */
export const addTarget: Step<AddTarget, TargetAdded> = {
  type: 'add-target',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { target }) =>
    unless(
      checkNew(allTargets(review), target.id) ??
        checkWords(target.text, 'text', `Please write the ${planRow(review.kind).goal}.`),
      { type: 'target-added', target },
    ),
  facts: {
    'target-added': {
      evolve: (review, { target }) => ({ ...review, newTargets: [...review.newTargets, target] }),
    },
  },
};
