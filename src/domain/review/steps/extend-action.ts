import { dayWords } from '../../language/days.ts';
import { addSchoolDays } from '../../school/calendar.ts';
import { isLocalDate, type LocalDate } from '../../time.ts';
import { checkAhead, checkWords, dayInWords } from '../checks.ts';
import { ownerOf, runningIt } from '../concerned.ts';
import { type Refusal, refusal, unless } from '../decision.ts';
import { actionOf, MORE_TIME, type MoreTimeAnswer } from '../questions/actions.ts';
import {
  actionSettled,
  MORE_SCHOOL_DAYS,
  OF_ACTION,
  ofOpenAction,
  possible,
  settled,
  withAction,
} from './of-action.ts';
import { type Step, tell } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

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
  forms: [
    stepForm({
      name: 'action-extend',
      title: 'Need more time',
      open: 'Need more time',
      send: 'Move the day',
      ask: (subject) =>
        `It is due on ${dayWords(actionOf(subject).due)}. Which day can you do, and what got in the way?${aboutTheDay(subject)}`,
      notification: ({ review }) => `More time for an action: review ${review.ref}`,
      questions: MORE_TIME,
      values: (subject) => {
        const { due } = actionOf(subject);
        const from = due > subject.today ? due : subject.today;
        return { to: addSchoolDays(subject.school, from, MORE_SCHOOL_DAYS) };
      },
      command: (answer, subject) => ({ type: 'extend-action', id: actionOf(subject).id, ...answer }),
      forNothing: actionSettled,
      said: () => 'The day is moved.',
      leadsTo: 'action',
    }),
  ],
};

/** The day they have named already, with its weekday. */
function aboutTheDay(subject: FormSubject): string {
  const to = subject.said?.to ?? '';
  if (!isLocalDate(to)) return '';
  const youSaid = ` You said ${dayWords(to)}`;
  if (to <= actionOf(subject).due) return `${youSaid}: please choose a day after it is due.`;
  return `${youSaid}.`;
}

function checkLater(to: LocalDate, due: LocalDate, today: LocalDate): Refusal | undefined {
  const field = 'to';
  if (to <= today) return refusal('date-past', 'Please choose a day after today.', { field });
  if (to <= due) {
    return refusal('date-order', `It is due on ${dayInWords(due)}. Please choose a later day.`, { field });
  }
  return checkAhead(to, today, field);
}
