import type { LocalDate } from '../../time.ts';
import { checkAhead, checkWords, dayInWords } from '../checks.ts';
import { ownerOf, runningIt } from '../concerned.ts';
import { type Refusal, refusal, unless } from '../decision.ts';
import type { MoreTimeAnswer } from '../questions/actions.ts';
import { OF_ACTION, ofOpenAction, possible, settled, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';

interface ExtendAction extends MoreTimeAnswer {
  readonly type: 'extend-action';
  readonly id: string;
}

interface ActionExtended extends MoreTimeAnswer {
  readonly type: 'action-extended';
  readonly id: string;
  readonly from: LocalDate;
  readonly times: number;
  /** It had been said that it can't be done; with more time it is its owner's again. */
  readonly resumes?: true;
}

/** An action gets a later day, with the reason. */
export const extendAction: Step<ExtendAction, ActionExtended> = {
  type: 'extend-action',
  giver: 'owner-or-senco',
  aboutAction: true,
  stages: OF_ACTION,
  decide: (given, { type: _, id, ...said }) =>
    ofOpenAction(given, id, ({ due, extensions, cannotBeDone, disowned }) =>
      unless(
        checkLater(said.to, due, given.today) ??
          checkWords(said.why, 'why', 'Please say what got in the way.'),
        {
          type: 'action-extended',
          id,
          from: due,
          ...said,
          times: extensions.length + 1,
          ...(cannotBeDone && !disowned && { resumes: true }),
        },
      ),
    ),
  facts: {
    'action-extended': {
      evolve: (review, { type: _, id, times: _times, resumes: _resumes, ...said }, { who, at }) =>
        withAction(review, id, (action) => ({
          // An owner who asks for more time takes it as theirs after all; a SENCO who gives it has not said whose it is.
          ...(action.owner === who ? settled(action) : possible(action)),
          due: said.to,
          extensions: [...action.extensions, { by: who, at, ...said }],
        })),
      tells: ({ review, fact: { id, resumes, times }, school }) => [
        ...(resumes ? tell('action-given', ownerOf(review, id), id) : []),
        ...(times > 1 ? tell('action-extended-again', runningIt(review, school), id) : []),
      ],
    },
  },
};

function checkLater(to: LocalDate, due: LocalDate, today: LocalDate): Refusal | undefined {
  const field = 'to';
  if (to <= today) return refusal('date-past', 'Please choose a day after today.', { field });
  if (to <= due) {
    return refusal('date-order', `It is due on ${dayInWords(due)}. Please choose a later day.`, { field });
  }
  return checkAhead(to, today, field);
}
