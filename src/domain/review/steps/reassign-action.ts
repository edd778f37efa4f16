import { addSchoolDays } from '../../school/calendar.ts';
import type { PersonId } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import { checkAhead, checkStaff } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import { actionOf, NEW_OWNER } from '../questions/actions.ts';
import {
  actionSettled,
  MORE_SCHOOL_DAYS,
  OF_ACTION,
  ofOpenAction,
  settled,
  withAction,
} from './of-action.ts';
import { type Step, tell } from './step.ts';
import { stepForm } from './step-form.ts';

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
  forms: [
    stepForm({
      name: 'action-reassign',
      title: 'Find a new owner',
      open: 'Find a new owner',
      send: 'Give it to them',
      ask: () => 'They are told of it. The one who had it is no longer reminded.',
      notification: ({ review }) => `An action needs an owner: review ${review.ref}`,
      questions: NEW_OWNER,
      values: (subject) => {
        const { due, disowned } = actionOf(subject);
        const day =
          due >= subject.today ? due : addSchoolDays(subject.school, subject.today, MORE_SCHOOL_DAYS);
        return { owner: disowned?.suggested ?? '', due: day };
      },
      stored: (subject) => {
        const { owner, due } = actionOf(subject);
        return { owner, due };
      },
      isKept: () => true,
      oneThing: true,
      command: (answer, subject) => ({ type: 'reassign-action', id: actionOf(subject).id, ...answer }),
      forNothing: actionSettled,
      said: ({ told, whenTold }) =>
        told['action-given'] ? `The new owner is told ${whenTold}.` : 'Saved: the action has its owner.',
      leadsTo: 'action',
    }),
  ],
};
