import { dayWords } from '../../domain/language/days.ts';
import { filledFrom } from '../../domain/questions/form-answers.ts';
import { PARENT_VIEWS } from '../../domain/review/questions/parent-views.ts';
import { PUPIL_VIEWS } from '../../domain/review/questions/pupil-views.ts';
import { VIEWS_NOT_GIVEN } from '../../domain/review/questions/views-not-given.ts';
import type { Review } from '../../domain/review/review.ts';
import { button, press } from '../buttons.ts';
import { type FormSubject, questionForm } from './form.ts';
import { voiceIn } from './voice.ts';

const before = (review: Review) =>
  review.meeting
    ? ` They are needed before the outcome; the meeting is on ${dayWords(review.meeting.date)}.`
    : '';

/** A young person's own say comes first. */
const whoseSay = (subject: FormSubject) =>
  voiceIn(subject).child === 'young person'
    ? 'The young person is the one addressed: ask their parents or carers where they agree. '
    : '';

const noneGiven = (review: Review, whose: 'parent' | 'pupil') =>
  button('Asked, but none given', press.form('views-not-given', review.id, whose));

/** Parents' or carers' views, entered by the SENCO (seed 000, "How parents can prepare"). */
export const parentViews = questionForm({
  name: 'parent-views',
  does: 'record-parent-views',
  title: 'Parent or carer views',
  open: 'Record parent or carer views',
  send: 'Save their views',
  ask: (subject) =>
    `${whoseSay(subject)}Their words where you can; leave out what they did not speak of.${before(subject.review)}`,
  notification: ({ review }) => `Parent or carer views: review ${review.ref}`,
  questions: PARENT_VIEWS,
  values: ({ review: { parentViews: views } }) =>
    views?.given ? filledFrom<FormSubject, typeof PARENT_VIEWS>(PARENT_VIEWS, views.said) : {},
  command: (said) => ({ type: 'record-parent-views', said }),
  side: ({ review }) => (review.parentViews?.given ? [] : [noneGiven(review, 'parent')]),
});

/** The pupil's views, however they were given (Code of Practice 9.168; seed 000). */
export const pupilViews = questionForm({
  name: 'pupil-views',
  does: 'record-pupil-views',
  title: "The pupil's views",
  open: "Record the pupil's views",
  send: 'Save their views',
  words: (subject) => {
    const { child } = voiceIn(subject);
    return { title: `The ${child}'s views`, open: `Record the ${child}'s views` };
  },
  ask: (subject) =>
    `What do they say, show or draw about ${voiceIn(subject).setting}?${before(subject.review)}`,
  notification: (subject) => `The ${voiceIn(subject).child}'s views: review ${subject.review.ref}`,
  questions: PUPIL_VIEWS,
  values: ({ review: { pupilViews: views } }) =>
    views?.given ? filledFrom<FormSubject, typeof PUPIL_VIEWS>(PUPIL_VIEWS, views.said) : {},
  command: (said) => ({ type: 'record-pupil-views', said }),
  side: ({ review }) => (review.pupilViews?.given ? [] : [noneGiven(review, 'pupil')]),
});

const whose = (about: string | undefined) => (about === 'pupil' ? 'pupil' : 'parent');

/** That views were sought and not given: when, and how. */
export const viewsNotGiven = questionForm({
  name: 'views-not-given',
  does: 'views-not-given',
  title: 'Asked, but none given',
  open: 'Asked, but none given',
  send: 'Save',
  ask: (subject) => {
    const asked =
      whose(subject.about) === 'pupil' ? `The ${voiceIn(subject).child} was` : 'Parents or carers were';
    return `${asked} asked for their views and gave none. The record will say who asked, when and how.`;
  },
  notification: ({ review }) => `Views sought: review ${review.ref}`,
  questions: VIEWS_NOT_GIVEN,
  command: (asked, { about }) => ({ type: 'views-not-given', whose: whose(about), ...asked }),
});
