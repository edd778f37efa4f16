import { dayWords } from '../../domain/language/days.ts';
import {
  ACTION,
  ACTION_DONE,
  actionOf,
  CANNOT_BE_DONE,
  MORE_TIME,
  NEW_OWNER,
  NOT_MINE,
  WITHDRAWN,
} from '../../domain/review/questions/actions.ts';
import { addSchoolDays, isSchoolDay } from '../../domain/school/calendar.ts';
import { isLocalDate, plusDays } from '../../domain/time.ts';
import { type FormSubject, questionForm, TAKE_BACK } from './form.ts';

/** Soon enough to matter, long enough to be done. */
const DUE_IN_DAYS = 14;
/** Room for what got in the way, without losing sight of it. */
const MORE_SCHOOL_DAYS = 5;

/** A new action of the review. */
export const action = questionForm({
  name: 'action',
  does: 'add-action',
  title: 'Add an action',
  open: 'Add an action',
  send: 'Add it',
  ask: () => 'One thing, one owner, one day.',
  notification: ({ review }) => `Add an action: review ${review.ref}`,
  questions: ACTION,
  values: ({ today }) => ({ due: plusDays(today, DUE_IN_DAYS) }),
  written: ({ actions, stage }) => {
    const answers = actions.at(-1);
    return answers && { answers, change: stage === 'meeting' ? TAKE_BACK : '' };
  },
  command: ({ targetId, onBehalfOf, ...rest }, _subject, newId) => {
    const more = { ...(targetId && { targetId }), ...(onBehalfOf && { onBehalfOf }) };
    return { type: 'add-action', id: newId(), ...rest, ...more };
  },
});

/** An action is done. */
export const actionDone = questionForm({
  name: 'action-done',
  does: 'complete-action',
  title: 'Done',
  open: 'Done',
  send: 'It is done',
  ask: () => 'Well done. What was done, and did it help?',
  notification: ({ review }) => `Close an action: review ${review.ref}`,
  questions: ACTION_DONE,
  command: (answer, subject) => ({ type: 'complete-action', id: actionOf(subject).id, ...answer }),
});

/** An action needs more time. */
export const actionExtend = questionForm({
  name: 'action-extend',
  does: 'extend-action',
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
});

/** What there is to know about the day they have named already. */
function aboutTheDay(subject: FormSubject): string {
  const to = subject.said?.to ?? '';
  if (!isLocalDate(to)) return '';
  if (to <= actionOf(subject).due) return ` You said ${dayWords(to)}: please choose a day after it is due.`;
  return isSchoolDay(subject.school, to)
    ? ''
    : ` ${dayWords(to)} is no school day; that is for you to choose.`;
}

/** An action is not this person's. The SENCO decides. */
export const actionNotMine = questionForm({
  name: 'action-not-mine',
  does: 'disown-action',
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
});

/** An action can't be done. The SENCO decides what becomes of it. */
export const actionCannot = questionForm({
  name: 'action-cannot',
  does: 'cannot-do-action',
  title: 'Can’t be done',
  open: 'Can’t be done',
  send: 'Tell the SENCO',
  ask: () =>
    'The SENCO is told, and decides: another owner, more time, or its end. Until then you will not be reminded of it.',
  notification: ({ review }) => `An action that can’t be done: review ${review.ref}`,
  questions: CANNOT_BE_DONE,
  command: (answer, subject) => ({ type: 'cannot-do-action', id: actionOf(subject).id, ...answer }),
});

/** An action ends without being done. */
export const actionWithdraw = questionForm({
  name: 'action-withdraw',
  does: 'withdraw-action',
  title: 'End it, not done',
  open: 'End it without being done',
  send: 'End it',
  ask: () => 'The record keeps that it was not done, and why. Its owner is told with your reason.',
  notification: ({ review }) => `End an action: review ${review.ref}`,
  questions: WITHDRAWN,
  command: (answer, subject) => ({ type: 'withdraw-action', id: actionOf(subject).id, ...answer }),
});

/** A new owner for an action. */
export const actionReassign = questionForm({
  name: 'action-reassign',
  does: 'reassign-action',
  title: 'Find a new owner',
  open: 'Find a new owner',
  send: 'Give it to them',
  ask: () => 'They are told of it. The one who had it is no longer reminded.',
  notification: ({ review }) => `An action needs an owner: review ${review.ref}`,
  questions: NEW_OWNER,
  values: (subject) => {
    const { due, disowned } = actionOf(subject);
    const day = due >= subject.today ? due : addSchoolDays(subject.school, subject.today, MORE_SCHOOL_DAYS);
    return { owner: disowned?.suggested ?? '', due: day };
  },
  command: (answer, subject) => ({ type: 'reassign-action', id: actionOf(subject).id, ...answer }),
});
