import { isDeepStrictEqual } from 'node:util';
import { filledFrom } from '../../questions/form-answers.ts';
import type { Addressee } from '../../school/addressee.ts';
import { addresseeAt, familyViews } from '../addressee.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import { PARENT_VIEWS } from '../questions/parent-views.ts';
import type { ParentViewsAnswer } from '../review.ts';
import { recordStands } from './instead.ts';
import { checkLate, isTakenLate, untilClosed } from './late.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';
import { neededBefore, noneGiven } from './views.ts';

interface RecordParentViews {
  readonly type: 'record-parent-views';
  readonly said: ParentViewsAnswer;
}

interface ParentViewsRecorded {
  readonly type: 'parent-views-recorded';
  readonly said: ParentViewsAnswer;
}

/** What the parents or carers, or a representative, say; said again, it takes the place of what was recorded. */
export const recordParentViews: Step<RecordParentViews, ParentViewsRecorded> = {
  type: 'record-parent-views',
  giver: 'senco',
  stages: untilClosed(recordStands),
  decide: ({ review }, { said }) => {
    const before = review.parentViews;
    if (before?.given && isDeepStrictEqual(before.said, said)) return ASITIS;
    const say =
      'Please write what they said; or, if they were asked and no views were received, mark that instead.';
    return unless(
      checkLate(review, before?.given ? before : undefined) ??
        checkWords(Object.values(said).join(''), 'goingWell', say),
      {
        type: 'parent-views-recorded',
        said,
      },
    );
  },
  facts: {
    'parent-views-recorded': {
      evolve: (review, { said }, { who, at }) => ({
        ...review,
        parentViews: { recordedBy: who, at, given: true, said },
      }),
    },
  },
  forms: [
    stepForm({
      name: 'parent-views',
      title: 'Parent or carer views',
      open: 'Record parent or carer views',
      send: 'Save their views',
      words: ({ review }) => {
        const { title, brief } = familyViews(review);
        return { title, open: `Record ${brief}` };
      },
      ask: (subject) =>
        `${whoseSay(subject)}Their words where you can; leave out what they did not speak of.${neededBefore(subject.review, familyViews(subject.review).required)}`,
      notification: ({ review }) => `${familyViews(review).title}: review ${review.ref}`,
      onStatus: 'Their views came after the meeting',
      offeredWhen: ({ review }) => isTakenLate(review) && !review.parentViews?.given,
      questions: PARENT_VIEWS,
      values: ({ review: { parentViews: views } }) =>
        views?.given ? filledFrom<FormSubject, typeof PARENT_VIEWS>(PARENT_VIEWS, views.said) : {},
      isKept: ({ review }) => review.parentViews?.given === true,
      command: (said) => ({ type: 'record-parent-views', said }),
      alternatives: [noneGiven('parent', ({ review }) => !review.parentViews?.given)],
      said: ({ review }) => `Saved: ${familyViews(review).whose}.`,
    }),
  ],
};

/** A young person's own say comes first. */
const WHOSE_SAY: Readonly<Record<Addressee, string>> = {
  parents: '',
  'young-person':
    'The young person is the one addressed: ask their parents or carers where they agree. Their views are welcome, not required. ',
  representative: 'The young person’s own views are sought all the same, on their own form. ',
};

const whoseSay = ({ review }: FormSubject) => WHOSE_SAY[addresseeAt(review)];
