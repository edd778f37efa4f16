import { familyViews } from '../addressee.ts';
import { checkWords, dayInWords } from '../checks.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { VIEWS_NOT_GIVEN, type ViewsNotGivenAnswer } from '../questions/views-not-given.ts';
import { termsIn } from '../terms-of.ts';
import { recordStands, untilConcluded } from './instead.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface ViewsNotGiven extends ViewsNotGivenAnswer {
  readonly type: 'views-not-given';
  readonly whose: 'parent' | 'pupil';
}

interface ViewsSought extends Omit<ViewsNotGiven, 'type'> {
  readonly type: 'views-sought';
}

/** Views were sought and not given. Never in the place of views that were given. */
export const viewsNotGiven: Step<ViewsNotGiven, ViewsSought> = {
  type: 'views-not-given',
  giver: 'senco',
  stages: untilConcluded(recordStands),
  decide: ({ review, today }, { whose, soughtOn, howSought }) => {
    const before = whose === 'parent' ? review.parentViews : review.pupilViews;
    if (before?.given) {
      const say = 'These views are recorded already. Change what is recorded.';
      const offer = whose === 'parent' ? { what: 'parent-views' } : { what: 'pupil-views' };
      return unless(refusal('already-done', say, { offer }));
    }
    if (before && before.soughtOn === soughtOn && before.howSought === howSought) return ASITIS;
    const say = `Choose the day they were asked: ${dayInWords(today)} or earlier.`;
    const tooLate = soughtOn > today ? refusal('date-order', say, { field: 'soughtOn' }) : undefined;
    return unless(tooLate ?? checkWords(howSought, 'howSought', 'Please say how they were asked.'), {
      type: 'views-sought',
      whose,
      soughtOn,
      howSought,
    });
  },
  facts: {
    'views-sought': {
      evolve: (review, { whose, soughtOn, howSought }, { who, at }) => {
        const sought = { recordedBy: who, at, given: false, soughtOn, howSought } as const;
        return whose === 'parent' ? { ...review, parentViews: sought } : { ...review, pupilViews: sought };
      },
    },
  },
  forms: [
    stepForm({
      name: 'views-not-given',
      title: 'No views received',
      open: 'No views received',
      send: 'Save',
      ask: (subject) => {
        const asked =
          whoseOf(subject.about) === 'pupil'
            ? `The ${termsIn(subject).child}`
            : familyViews(subject.review).who;
        return `${asked} ${asked.endsWith('s') ? 'were' : 'was'} asked for their views, and none were received. The record will say who asked, when and how.`;
      },
      notification: ({ review }) => `Views sought: review ${review.ref}`,
      questions: VIEWS_NOT_GIVEN,
      values: (subject): Record<string, string> => {
        const before = soughtBefore(subject);
        return before ? { soughtOn: before.soughtOn, howSought: before.howSought } : {};
      },
      isKept: (subject) => soughtBefore(subject) !== undefined,
      command: (asked, { about }) => ({ type: 'views-not-given', whose: whoseOf(about), ...asked }),
      said: () => 'Saved: they were asked, and no views were received.',
    }),
  ],
};

/** That they were asked already, and how. */
function soughtBefore({ review, about }: FormSubject) {
  const before = whoseOf(about) === 'pupil' ? review.pupilViews : review.parentViews;
  return before && !before.given ? before : undefined;
}

const whoseOf = (about: string | undefined) => (about === 'pupil' ? 'pupil' : 'parent');
