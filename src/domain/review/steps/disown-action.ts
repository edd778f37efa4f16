import type { PersonId, School } from '../../school/school.ts';
import { checkStaff, checkWords } from '../checks.ts';
import { runningIt } from '../concerned.ts';
import { type Refusal, refusal, unless } from '../decision.ts';
import { actionOf, NOT_MINE } from '../questions/actions.ts';
import type { Disowned } from '../review.ts';
import { actionSettled, OF_ACTION, ofOpenAction, SENCO_KNOWS, seeStatus, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface DisownAction extends Disowned {
  readonly type: 'disown-action';
  readonly id: string;
}

interface ActionDisowned extends Disowned {
  readonly type: 'action-disowned';
  readonly id: string;
}

/** The owner says an action is not theirs; the SENCO finds it an owner. */
export const disownAction: Step<DisownAction, ActionDisowned> = {
  type: 'disown-action',
  giver: 'owner',
  aboutAction: true,
  stages: OF_ACTION,
  decide: (given, { type: _, id, ...said }) =>
    ofOpenAction(given, id, ({ owner, disowned }) => {
      const say = 'The SENCO has been told already, and will find it an owner.';
      const refused =
        (disowned && refusal('already-done', say, seeStatus)) ??
        checkWords(said.why, 'why', 'Please say why it is not yours.') ??
        checkSuggested(said.suggested, owner, given.school);
      return unless(refused, {
        type: 'action-disowned',
        id,
        ...said,
      });
    }),
  facts: {
    'action-disowned': {
      evolve: (review, { type: _, id, ...said }, { at }) =>
        withAction(review, id, (action) => ({ ...action, disowned: { at, ...said } })),
      tells: ({ review, fact, school }) => tell('action-not-mine', runningIt(review, school), fact.id),
    },
  },
  forms: [
    stepForm({
      name: 'action-not-mine',
      title: 'Not mine',
      open: 'Not mine',
      send: 'Tell the SENCO',
      ask: () => 'The SENCO is told and finds it an owner. Until then you will not be reminded of it.',
      notification: ({ review }) => `An action that is not yours: review ${review.ref}`,
      questions: NOT_MINE,
      command: ({ why, suggested }, subject) => {
        const { id } = actionOf(subject);
        return { type: 'disown-action', id, why, ...(suggested && { suggested }) };
      },
      forNothing: (given) => actionSettled(given, ({ disowned }) => disowned && SENCO_KNOWS),
      said: () => 'Thank you for saying so. The SENCO finds it an owner; you will not be reminded of it.',
      leadsTo: 'action',
    }),
  ],
};

function checkSuggested(
  suggested: PersonId | undefined,
  owner: PersonId,
  school: School,
): Refusal | undefined {
  if (suggested === undefined) return undefined;
  if (suggested !== owner) return checkStaff([suggested], school, 'suggested');
  return refusal('not-staff', 'Please suggest a colleague, or nobody.', { field: 'suggested' });
}
