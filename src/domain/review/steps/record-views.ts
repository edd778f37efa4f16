import { listed } from '../../language/words.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { familyViews } from '../addressee.ts';
import { ASITIS, unless } from '../decision.ts';
import { BOTH_VIEWS, type BothViewsAnswer } from '../questions/both-views.ts';
import { PARENT_VIEWS, saysNothingOfTheirs } from '../questions/parent-views.ts';
import { PUPIL_VIEWS } from '../questions/pupil-views.ts';
import type { ParentViewsAnswer, PupilViewsAnswer } from '../review.ts';
import { termsIn } from '../terms-of.ts';
import { recordStands } from './instead.ts';
import { untilClosed } from './late.ts';
import { recordParentViews } from './record-parent-views.ts';
import { recordPupilViews } from './record-pupil-views.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';
import { neededBefore, noneGiven } from './views.ts';

/** Who has said nothing yet is left out. */
interface BothViews {
  readonly parents?: ParentViewsAnswer;
  readonly pupil?: PupilViewsAnswer;
}
interface RecordViews extends BothViews {
  readonly type: 'record-views';
}
interface ViewsRecorded extends BothViews {
  readonly type: 'views-recorded';
}

/** What the parents or carers say, and what the pupil says, recorded at once: each as the step for it alone has it. */
export const recordViews: Step<RecordViews, ViewsRecorded> = {
  type: 'record-views',
  giver: 'senco',
  stages: untilClosed(recordStands),
  decide: (given, { parents, pupil }) => {
    const theirs = parents
      ? recordParentViews.decide(given, { type: 'record-parent-views', said: parents })
      : ASITIS;
    const own = pupil ? recordPupilViews.decide(given, { type: 'record-pupil-views', said: pupil }) : ASITIS;
    if (!theirs.ok) return theirs;
    if (!own.ok) return own;
    const isNew = { parents: theirs.facts.length > 0, pupil: own.facts.length > 0 };
    if (!isNew.parents && !isNew.pupil) return ASITIS;
    return unless(undefined, {
      type: 'views-recorded',
      ...(parents && isNew.parents && { parents }),
      ...(pupil && isNew.pupil && { pupil }),
    });
  },
  facts: {
    'views-recorded': {
      evolve: (review, { parents, pupil }, { who, at }) => ({
        ...review,
        ...(parents && { parentViews: { recordedBy: who, at, given: true, said: parents } }),
        ...(pupil && { pupilViews: { recordedBy: who, at, given: true, said: pupil } }),
      }),
    },
  },
  forms: [
    stepForm({
      name: 'views',
      title: 'Their views',
      open: 'Record both views',
      send: 'Save their views',
      ask: ({ review }) =>
        `Their words where you can; leave out what they did not speak of, and who has not been asked yet.${neededBefore(review)}`,
      notification: ({ review }) => `Views: review ${review.ref}`,
      questions: BOTH_VIEWS,
      values: ({ review: { parentViews, pupilViews } }) => ({
        ...(parentViews?.given &&
          filledFrom<FormSubject, typeof PARENT_VIEWS>(PARENT_VIEWS, parentViews.said)),
        ...(pupilViews?.given && filledFrom<FormSubject, typeof PUPIL_VIEWS>(PUPIL_VIEWS, pupilViews.said)),
      }),
      isKept: ({ review }) => review.parentViews?.given === true || review.pupilViews?.given === true,
      command: ({ how, views, ...said }: BothViewsAnswer) => ({
        type: 'record-views',
        ...(!saysNothingOfTheirs(said) && { parents: said }),
        ...(how !== '' && { pupil: { how, views } }),
      }),
      alternatives: [
        noneGiven(
          'parent',
          ({ review }) => !review.parentViews?.given,
          ({ review }) => `${familyViews(review).title}: none received`,
        ),
        noneGiven(
          'pupil',
          ({ review }) => !review.pupilViews?.given,
          (subject) => `The ${termsIn(subject).child}’s views: none received`,
        ),
      ],
      said: (taken) => {
        const { answers, review } = taken;
        const theirs = saysNothingOfTheirs(answers) ? [] : [familyViews(review).whose];
        const own = (answers.how ?? '') === '' ? [] : [`the ${termsIn(taken).child}’s views`];
        return `Saved: ${listed([...theirs, ...own])}.`;
      },
    }),
  ],
};
