import type { PersonId } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import { checkAhead, checkStaff } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import { OF_ACTION, ofOpenAction, settled, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';

interface ReassignAction {
  readonly type: 'reassign-action';
  readonly id: string;
  readonly owner: PersonId;
  /** Left out, the day stays. */
  readonly due?: LocalDate;
}

interface ActionReassigned {
  readonly type: 'action-reassigned';
  readonly id: string;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly due: LocalDate;
}

/** The SENCO gives an action to somebody, perhaps with a new day; or back to its owner. */
export const reassignAction: Step<ReassignAction, ActionReassigned> = {
  type: 'reassign-action',
  giver: 'senco',
  aboutAction: true,
  stages: OF_ACTION,
  decide: (given, { id, owner, due }) =>
    ofOpenAction(given, id, (action) => {
      const day = due ?? action.due;
      const undecided = action.disowned || action.cannotBeDone;
      if (owner === action.owner && day === action.due && !undecided) return ASITIS;
      return unless(checkStaff([owner], given.school, 'owner') ?? checkAhead(day, given.today, 'due'), {
        type: 'action-reassigned',
        id,
        from: action.owner,
        to: owner,
        due: day,
      });
    }),
  facts: {
    'action-reassigned': {
      evolve: (review, { id, to, due }) =>
        withAction(review, id, (action) => ({ ...settled(action), owner: to, due })),
      tells: ({ fact: { id, from, to } }) => [
        ...tell('action-given', [to], id),
        ...(from === to ? [] : tell('action-passed-on', [from], id)),
      ],
    },
  },
};
