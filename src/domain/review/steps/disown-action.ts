import type { PersonId, School } from '../../school/school.ts';
import { checkStaff, checkWords } from '../checks.ts';
import { runningIt } from '../concerned.ts';
import { type Refusal, refusal, unless } from '../decision.ts';
import type { Disowned } from '../review.ts';
import { OF_ACTION, ofOpenAction, seeStatus, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';

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
