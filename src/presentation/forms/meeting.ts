import { withArticle } from '../../domain/language/words.ts';
import { filledFrom } from '../../domain/questions/form-answers.ts';
import { DISAGREEMENT } from '../../domain/review/questions/disagreement.ts';
import { PROVISION } from '../../domain/review/questions/provision.ts';
import { TARGET } from '../../domain/review/questions/target.ts';
import { TARGET_REVIEW, targetAbout } from '../../domain/review/questions/target-review.ts';
import type { Provision } from '../../domain/review/review.ts';
import { vagueInProvision } from '../../domain/review/vague-wording.ts';
import { button, press } from '../buttons.ts';
import { type FormSubject, NotThere, questionForm, TAKE_BACK } from './form.ts';
import { voiceIn } from './voice.ts';

/** What the meeting makes of one target, and whether it is still the right one. */
export const targetReview = questionForm({
  name: 'target-review',
  does: 'review-target',
  title: 'Review a target',
  open: 'Review this target',
  send: 'Save',
  words: (subject) => {
    const { goal } = voiceIn(subject);
    return { title: `Review ${withArticle(goal)}`, open: `Review this ${goal}` };
  },
  ask: (subject) =>
    `What does the meeting make of this ${voiceIn(subject).goal}, and is it still the right one?`,
  notification: (subject) => `Review ${withArticle(voiceIn(subject).goal)}: review ${subject.review.ref}`,
  questions: TARGET_REVIEW,
  values: (subject) => {
    const { id } = targetAbout(subject);
    const before = subject.review.targetReviews.find(({ targetId }) => targetId === id);
    return before ? filledFrom<FormSubject, typeof TARGET_REVIEW>(TARGET_REVIEW, before) : {};
  },
  written: ({ targetReviews }, about) => {
    const answers = targetReviews.find(({ targetId }) => targetId === about);
    return answers && { answers, change: 'Press “Change” beside it to put it right.' };
  },
  command: ({ newText, newMeasure, ...answer }, subject) => ({
    type: 'review-target',
    review: {
      targetId: targetAbout(subject).id,
      ...answer,
      ...(answer.stillRight === 'change' ? { newText, newMeasure } : {}),
    },
  }),
});

/** A new target agreed at the meeting. */
export const target = questionForm({
  name: 'target',
  does: 'add-target',
  title: 'Add a target',
  open: 'Add a target',
  send: 'Add it',
  words: (subject) => {
    const add = `Add ${withArticle(voiceIn(subject).goal)}`;
    return { title: add, open: add };
  },
  ask: () => 'Say what they will be able to do, so that anyone could tell whether it has been met.',
  notification: (subject) => `Add ${withArticle(voiceIn(subject).goal)}: review ${subject.review.ref}`,
  questions: TARGET,
  written: ({ newTargets }) => {
    const answers = newTargets.at(-1);
    return answers && { answers, change: TAKE_BACK };
  },
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
export const provision = questionForm({
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
  questions: PROVISION,
  values: (subject) => {
    const before = provisionOf(subject);
    return before ? filledFrom<FormSubject, typeof PROVISION>(PROVISION, before) : {};
  },
  written: (review, about) => {
    const answers = about ? review.provision.find(({ id }) => id === about) : review.provision.at(-1);
    return (
      answers && {
        answers,
        // What one part leaves open, another may say.
        vague: vagueInProvision(answers),
        change: button('Change this provision', press.form('provision', review.id, answers.id)),
      }
    );
  },
  command: (answer, subject, newId) => {
    const before = provisionOf(subject);
    return before
      ? { type: 'change-provision', provision: { id: before.id, ...answer } }
      : { type: 'add-provision', provision: { id: newId(), ...answer } };
  },
});

/** A disagreement, in the words of the person who disagrees. */
export const disagreement = questionForm({
  name: 'disagreement',
  does: 'record-disagreement',
  title: 'Record a disagreement',
  open: 'Record a disagreement',
  send: 'Record it',
  ask: () => 'Write it as they said it: the record keeps their own words.',
  notification: ({ review }) => `Record a disagreement: review ${review.ref}`,
  questions: DISAGREEMENT,
  command: (answer, _subject, newId) => ({ type: 'record-disagreement', id: newId(), ...answer }),
});
