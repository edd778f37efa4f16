import { withArticle } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import type { Target } from '../../school/school.ts';
import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { TARGET } from '../questions/target.ts';
import { termsIn } from '../terms-of.ts';
import { atMeeting, recordStands } from './instead.ts';
import { allTargets, checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';
import { stepForm, TAKE_BACK } from './step-form.ts';

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
  forms: [
    stepForm({
      name: 'target',
      title: 'Add a target',
      open: 'Add a target',
      send: 'Add it',
      words: (subject) => {
        const add = `Add ${withArticle(termsIn(subject).goal)}`;
        return { title: add, open: add };
      },
      ask: () => 'Say what they will be able to do, so that anyone could tell whether it has been met.',
      notification: (subject) => `Add ${withArticle(termsIn(subject).goal)}: review ${subject.review.ref}`,
      questions: TARGET,
      written: ({ newTargets }) => {
        const answers = newTargets.at(-1);
        return answers && { answers, change: TAKE_BACK };
      },
      command: (answer, { today }, newId) => ({
        type: 'add-target',
        target: { id: newId(), ...answer, setOn: today },
      }),
      said: ({ review }) => `The new ${planRow(review.kind).goal} is added.`,
    }),
  ],
};
