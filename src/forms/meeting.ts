import { z } from 'zod';
import { choices, DELIVERED, PROGRESS, STILL_RIGHT } from '../cards/words.ts';
import { a } from '../domain/language.ts';
import type { Progress, Provision } from '../domain/review.ts';
import { besides, neededText, oneOf, text } from './fields.ts';
import { type FormSubject, makeForm, NotThere } from './form.ts';
import { voiceIn } from './voice.ts';

function targetOf({ review, about }: FormSubject) {
  const target = review.targets.find((one) => one.id === about);
  if (!target) throw new NotThere('no such target');
  return target;
}

const { 'not-seen': _, ...MEETING_PROGRESS } = PROGRESS;

/** What the meeting makes of one target, and whether it is still the right one. */
export const targetReview = makeForm({
  name: 'target-review',
  does: 'review-target',
  title: 'Review a target',
  open: 'Review this target',
  send: 'Save',
  words: (subject) => {
    const { goal } = voiceIn(subject);
    return { title: `Review ${a(goal)}`, open: `Review this ${goal}` };
  },
  ask: (subject) =>
    `What does the meeting make of this ${voiceIn(subject).goal}, and is it still the right one?`,
  notification: (subject) => `Review ${a(voiceIn(subject).goal)}: review ${subject.review.ref}`,
  data: (subject) => ({
    goal: voiceIn(subject).goal,
    targetText: targetOf(subject).text,
    targetMeasure: targetOf(subject).measure,
    progress: choices(MEETING_PROGRESS),
    delivered: choices(DELIVERED),
    stillRight: choices(STILL_RIGHT),
  }),
  values: (subject) => {
    const { targetId: _id, ...before } = subject.review.targetReviews.find(
      (one) => one.targetId === targetOf(subject).id,
    ) ?? { targetId: '' };
    return before;
  },
  schema: () =>
    z
      .object({
        progress: oneOf<Progress>(MEETING_PROGRESS),
        evidence: neededText('Please say what shows it.'),
        delivered: oneOf(DELIVERED),
        difference: text(),
        stillRight: oneOf(STILL_RIGHT),
        newText: text(1000),
        newMeasure: text(1000),
      })
      .refine((answer) => answer.stillRight !== 'change' || answer.newText !== '', {
        path: ['newText'],
        message: 'Please write the new wording.',
        ...besides,
      })
      .refine((answer) => answer.stillRight !== 'change' || answer.newMeasure !== '', {
        path: ['newMeasure'],
        message: 'Please say how it will be measured.',
        ...besides,
      }),
  command: ({ newText, newMeasure, ...answer }, subject) => ({
    type: 'review-target',
    review: {
      targetId: targetOf(subject).id,
      ...answer,
      ...(answer.stillRight === 'change' ? { newText, newMeasure } : {}),
    },
  }),
});

/** A new target agreed at the meeting. */
export const target = makeForm({
  name: 'target',
  does: 'add-target',
  title: 'Add a target',
  open: 'Add a target',
  send: 'Add it',
  words: (subject) => {
    const add = `Add ${a(voiceIn(subject).goal)}`;
    return { title: add, open: add };
  },
  ask: () => 'Say what they will be able to do, so that anyone could tell whether it has been met.',
  notification: (subject) => `Add ${a(voiceIn(subject).goal)}: review ${subject.review.ref}`,
  data: (subject) => ({ goal: voiceIn(subject).goal }),
  schema: (subject) =>
    z.object({
      text: neededText(`Please write the ${voiceIn(subject).goal}.`, 1000),
      measure: neededText('Please say how it will be measured.', 1000),
    }),
  command: (answer, { today }, newId) => ({
    type: 'add-target',
    target: { id: newId(), ...answer, setOn: today },
  }),
});

function provisionOf({ review, about }: FormSubject): Provision | undefined {
  if (about === undefined) return undefined;
  const found = review.provision.find(({ id }) => id === about);
  if (!found) throw new NotThere('no such provision');
  return found;
}

const newly = (subject: FormSubject) =>
  voiceIn(subject).setting === 'nursery' ? 'somebody new' : 'a supply teacher';

/**
 * Provision by its parts (Code of Practice 9.69): agreed now, or, where the form is about some that was noted at this
 * meeting, put right.
 */
export const provision = makeForm({
  name: 'provision',
  does: 'add-provision',
  title: 'Add provision',
  open: 'Add provision',
  send: 'Add it',
  words: (subject) =>
    provisionOf(subject) ? { title: 'Change provision', open: 'Change this provision', send: 'Save' } : {},
  ask: (subject) => `Be exact enough that ${newly(subject)} could carry it out on Monday.`,
  notification: (subject) => {
    const does = provisionOf(subject) ? 'Change' : 'Add';
    return `${does} provision: review ${subject.review.ref}`;
  },
  data: (subject) => ({
    post: voiceIn(subject).setting === 'nursery' ? 'key person' : 'teaching assistant',
  }),
  values: (subject) => {
    const { id: _, ...before } = provisionOf(subject) ?? { id: '' };
    return before;
  },
  schema: () =>
    z.object({
      what: neededText('Please say what.', 1000),
      who: neededText('Please say who.', 300),
      howOften: neededText('Please say how often.', 300),
      howLong: neededText('Please say how long.', 300),
      groupSize: neededText('Please say how many.', 300),
      howReviewed: neededText('Please say how it will be checked.', 1000),
    }),
  command: (answer, subject, newId) => {
    const before = provisionOf(subject);
    return before
      ? { type: 'change-provision', provision: { id: before.id, ...answer } }
      : { type: 'add-provision', provision: { id: newId(), ...answer } };
  },
});

/** A disagreement, in the words of the person who disagrees. */
export const disagreement = makeForm({
  name: 'disagreement',
  does: 'record-disagreement',
  title: 'Record a disagreement',
  open: 'Record a disagreement',
  send: 'Record it',
  ask: () => 'Write it as they said it: the record keeps their own words.',
  notification: ({ review }) => `Record a disagreement: review ${review.ref}`,
  data: () => ({}),
  schema: () =>
    z.object({
      who: neededText('Please say who.', 300),
      words: neededText('Please write what they said.'),
    }),
  command: (answer, _subject, newId) => ({ type: 'record-disagreement', id: newId(), ...answer }),
});
