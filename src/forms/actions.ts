import { z } from 'zod';
import { choices, choiceTitle, dayWords, HELPED, nameOf, staffChoices } from '../cards/words.ts';
import { addSchoolDays, isSchoolDay } from '../domain/calendar.ts';
import type { Action } from '../domain/review.ts';
import type { Target } from '../domain/school.ts';
import { isLocalDate, plusDays } from '../domain/time.ts';
import { day, neededText, oneAmong, oneAmongOrNone, oneOf, text } from './fields.ts';
import { type FormSubject, makeForm, NotThere } from './form.ts';
import { presentStaff } from './people.ts';
import { voiceIn } from './voice.ts';

const CHOOSE_ONE = 'Please choose one colleague from the staff list.';
/** Soon enough to matter, long enough to be done. */
const DUE_IN_DAYS = 14;
/** Room for what got in the way, without losing sight of it. */
const MORE_SCHOOL_DAYS = 5;
/** Somebody's name or role, not a text about them. */
const OUTSIDE_NAME = 200;

function actionOf({ review, about }: FormSubject): Action {
  const found = review.actions.find((one) => one.id === about);
  if (!found) throw new NotThere('no such action');
  return found;
}

const headOf = (subject: FormSubject) => {
  const { what, howWeWillKnow, onBehalfOf = '' } = actionOf(subject);
  return { what, howWeWillKnow, onBehalfOf };
};

/** A new action: what, for which target, one named owner, by when, and how we shall know. */
export const action = makeForm({
  name: 'action',
  does: 'add-action',
  title: 'Add an action',
  open: 'Add an action',
  send: 'Add it',
  ask: () => 'One thing, one owner, one day.',
  notification: ({ review }) => `Add an action: review ${review.ref}`,
  data: (subject) => ({
    goal: voiceIn(subject).goal,
    targets: targetChoices(subject.review.targets.concat(subject.review.newTargets)),
    staff: staffChoices(subject.school),
  }),
  values: ({ today }) => ({ due: plusDays(today, DUE_IN_DAYS) }),
  schema: ({ review, school }) => {
    const targets = [...review.targets, ...review.newTargets].map((one) => one.id);
    const fields = {
      what: neededText('Please say what will be done.', 1000),
      owner: oneAmong(presentStaff(school), CHOOSE_ONE),
      onBehalfOf: text(OUTSIDE_NAME),
      due: day('Please choose the day it is to be done by.'),
      howWeWillKnow: neededText('Please say how we will know.', 1000),
    };
    return targets.length ? z.object({ ...fields, targetId: oneAmongOrNone(targets) }) : z.object(fields);
  },
  command: (answer, _subject, newId) => {
    const { targetId, onBehalfOf, ...rest } = { targetId: '', ...answer };
    const more = { ...(targetId && { targetId }), ...(onBehalfOf && { onBehalfOf }) };
    return { type: 'add-action', id: newId(), ...rest, ...more };
  },
});

// The whole target stands on the agenda.
const targetChoices = (targets: readonly Target[]) =>
  targets.map(({ id, text }, index) => ({ value: id, title: choiceTitle(`${index + 1}. ${text}`) }));

/** An action is done: what was done, and whether it helped. */
export const actionDone = makeForm({
  name: 'action-done',
  does: 'complete-action',
  title: 'Done',
  open: 'Done',
  send: 'It is done',
  ask: () => 'Well done. What was done, and did it help?',
  notification: ({ review }) => `Close an action: review ${review.ref}`,
  data: (subject) => ({ ...headOf(subject), helped: choices(HELPED) }),
  schema: () => z.object({ what: neededText('Please say what was done.'), helped: oneOf(HELPED) }),
  command: (answer, subject) => ({ type: 'complete-action', id: actionOf(subject).id, ...answer }),
});

/** An action needs more time: until when, and why. */
export const actionExtend = makeForm({
  name: 'action-extend',
  does: 'extend-action',
  title: 'Need more time',
  open: 'Need more time',
  send: 'Move the day',
  ask: (subject) =>
    `It is due on ${dayWords(actionOf(subject).due)}. Which day can you do, and what got in the way?${aboutTheDay(subject)}`,
  notification: ({ review }) => `More time for an action: review ${review.ref}`,
  data: headOf,
  values: (subject) => {
    const { due } = actionOf(subject);
    const from = due > subject.today ? due : subject.today;
    return { to: addSchoolDays(subject.school, from, MORE_SCHOOL_DAYS) };
  },
  schema: () => z.object({ to: day('Please choose the new day.'), why: neededText('Please say why.') }),
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

/** An action is not this person's: why, and who might have it. The SENCO decides. */
export const actionNotMine = makeForm({
  name: 'action-not-mine',
  does: 'disown-action',
  title: 'Not mine',
  open: 'Not mine',
  send: 'Tell the SENCO',
  ask: () => 'The SENCO is told and finds it an owner. Until then you will not be reminded of it.',
  notification: ({ review }) => `An action that is not yours: review ${review.ref}`,
  data: (subject) => ({
    ...headOf(subject),
    staff: staffChoices(subject.school).filter((one) => one.value !== subject.who),
  }),
  schema: ({ school, who }) => {
    const others = presentStaff(school).filter((one) => one !== who);
    const fields = { why: neededText('Please say why.') };
    return others.length
      ? z.object({ ...fields, suggested: oneAmongOrNone(others, 'Please choose a colleague, or nobody.') })
      : z.object(fields);
  },
  command: (answer, subject) => {
    const { why, suggested } = { suggested: '', ...answer };
    const { id } = actionOf(subject);
    return { type: 'disown-action', id, why, ...(suggested ? { suggested } : {}) };
  },
});

/** An action can't be done, and why. The SENCO decides what becomes of it. */
export const actionCannot = makeForm({
  name: 'action-cannot',
  does: 'cannot-do-action',
  title: 'Can’t be done',
  open: 'Can’t be done',
  send: 'Tell the SENCO',
  ask: () =>
    'The SENCO is told, and decides: another owner, more time, or its end. Until then you will not be reminded of it.',
  notification: ({ review }) => `An action that can’t be done: review ${review.ref}`,
  data: headOf,
  schema: () => z.object({ why: neededText('Please say why it can’t be done.') }),
  command: ({ why }, subject) => ({ type: 'cannot-do-action', id: actionOf(subject).id, why }),
});

/** An action ends without being done, and why. */
export const actionWithdraw = makeForm({
  name: 'action-withdraw',
  does: 'withdraw-action',
  title: 'End it, not done',
  open: 'End it without being done',
  send: 'End it',
  ask: () => 'The record keeps that it was not done, and why. Its owner is told with your reason.',
  notification: ({ review }) => `End an action: review ${review.ref}`,
  data: (subject) => ({ ...headOf(subject), ...cannotOf(subject) }),
  schema: () => z.object({ why: neededText('Please say why it is not to be done any more.') }),
  command: ({ why }, subject) => ({ type: 'withdraw-action', id: actionOf(subject).id, why }),
});

/** Who says that it can't be done, and why. */
function cannotOf(subject: FormSubject) {
  const { cannotBeDone } = actionOf(subject);
  const cannotName = cannotBeDone ? nameOf(subject.school, cannotBeDone.by) : '';
  return { cannotName, cannotWhy: cannotBeDone?.why ?? '' };
}

/** A new owner for an action, and by when. */
export const actionReassign = makeForm({
  name: 'action-reassign',
  does: 'reassign-action',
  title: 'Find a new owner',
  open: 'Find a new owner',
  send: 'Give it to them',
  ask: () => 'They are told of it. The one who had it is no longer reminded.',
  notification: ({ review }) => `An action needs an owner: review ${review.ref}`,
  data: (subject) => {
    const { owner, disowned } = actionOf(subject);
    return {
      ...headOf(subject),
      ...cannotOf(subject),
      ownerName: nameOf(subject.school, owner),
      disownedWhy: disowned?.why ?? '',
      staff: staffChoices(subject.school),
    };
  },
  values: (subject) => {
    const { due, disowned } = actionOf(subject);
    const day = due >= subject.today ? due : addSchoolDays(subject.school, subject.today, MORE_SCHOOL_DAYS);
    return { owner: disowned?.suggested ?? '', due: day };
  },
  schema: ({ school }) =>
    z.object({ owner: oneAmong(presentStaff(school), CHOOSE_ONE), due: day('Please choose the day.') }),
  command: (answer, subject) => ({ type: 'reassign-action', id: actionOf(subject).id, ...answer }),
});
