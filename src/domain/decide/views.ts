import { isDeepStrictEqual } from 'node:util';
import { checkWords, dayInWords } from './checks.ts';
import { ASITIS, type Decider, refusal, unless } from './decision.ts';

/** What the parents or carers say; said again, it takes the place of what was recorded. */
export const recordParentViews: Decider<'record-parent-views'> = ({ review }, { said }) => {
  const before = review.parentViews;
  if (before?.given && isDeepStrictEqual(before.said, said)) return ASITIS;
  const say = 'Please write what they said; or, if they were asked and gave none, mark that instead.';
  return unless(checkWords(Object.values(said).join(''), 'goingWell', say), {
    type: 'parent-views-recorded',
    said,
  });
};

/** What the pupil says, and how it was given; said again, it takes the place of what was recorded. */
export const recordPupilViews: Decider<'record-pupil-views'> = ({ review }, { said }) => {
  const before = review.pupilViews;
  if (before?.given && isDeepStrictEqual(before.said, said)) return ASITIS;
  const say = 'Please write what the pupil’s views were; or, if they gave none, mark that instead.';
  return unless(checkWords(said.views, 'views', say), { type: 'pupil-views-recorded', said });
};

/** Views were sought and not given. Never in the place of views that were given. */
export const viewsNotGiven: Decider<'views-not-given'> = ({ review, today }, command) => {
  const { whose, soughtOn, howSought } = command;
  const before = whose === 'parent' ? review.parentViews : review.pupilViews;
  if (before?.given) {
    const offer = { what: whose === 'parent' ? 'parent-views' : 'pupil-views' } as const;
    return unless(
      refusal('already-done', 'These views are recorded already. Change what is recorded.', { offer }),
    );
  }
  if (before && before.soughtOn === soughtOn && before.howSought === howSought) return ASITIS;
  const tooEarly =
    soughtOn > today
      ? refusal('date-order', `Choose the day they were asked: ${dayInWords(today)} or earlier.`, {
          field: 'soughtOn',
        })
      : undefined;
  const refused = tooEarly ?? checkWords(howSought, 'howSought', 'Please say how they were asked.');
  return unless(refused, { type: 'views-sought', whose, soughtOn, howSought });
};
