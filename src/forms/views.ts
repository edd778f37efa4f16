import { z } from 'zod';
import { button, press } from '../cards/buttons.ts';
import { choices, dayWords, HOW_GIVEN } from '../cards/words.ts';
import type { Review } from '../domain/review.ts';
import { besides, day, neededText, oneOf, text } from './fields.ts';
import { makeForm } from './form.ts';

const before = (review: Review) =>
  review.meeting
    ? ` They are needed before the outcome; the meeting is on ${dayWords(review.meeting.date)}.`
    : '';

const noneGiven = (review: Review, whose: 'parent' | 'pupil') =>
  button('Asked, but none given', press.form('views-not-given', review.id, whose));

/** Parents' or carers' views, entered by the SENCO (seed 000, "How parents can prepare"). */
export const parentViews = makeForm({
  name: 'parent-views',
  does: 'record-parent-views',
  title: 'Parent or carer views',
  open: 'Record parent or carer views',
  send: 'Save their views',
  ask: ({ review }) => `Their words where you can; leave out what they did not speak of.${before(review)}`,
  notification: ({ review }) => `Parent or carer views: review ${review.ref}`,
  data: () => ({}),
  values: ({ review }) => (review.parentViews?.given ? { ...review.parentViews.said } : {}),
  schema: () =>
    z
      .object({
        goingWell: text(),
        difficult: text(),
        changed: text(),
        supportHappening: text(),
        supportHelping: text(),
        newConcerns: text(),
        childSays: text(),
        examples: text(),
        hopedFor: text(),
      })
      .refine((views) => Object.values(views).some((view) => view !== ''), {
        path: ['goingWell'],
        message: 'Please write what they said in at least one of these.',
        ...besides,
      }),
  command: (said) => ({ type: 'record-parent-views', said }),
  side: ({ review }) => (review.parentViews?.given ? [] : [noneGiven(review, 'parent')]),
});

/** The pupil's views, however they were given (Code of Practice 9.168; seed 000). */
export const pupilViews = makeForm({
  name: 'pupil-views',
  does: 'record-pupil-views',
  title: "The pupil's views",
  open: "Record the pupil's views",
  send: 'Save their views',
  ask: ({ review }) => `What do they say, show or draw about school?${before(review)}`,
  notification: ({ review }) => `The pupil's views: review ${review.ref}`,
  data: () => ({ how: choices(HOW_GIVEN) }),
  values: ({ review }) => (review.pupilViews?.given ? { ...review.pupilViews.said } : {}),
  schema: () =>
    z.object({
      how: oneOf(HOW_GIVEN, 'Please choose how they gave their views.'),
      views: neededText('Please write what they said or showed.'),
    }),
  command: (said) => ({ type: 'record-pupil-views', said }),
  side: ({ review }) => (review.pupilViews?.given ? [] : [noneGiven(review, 'pupil')]),
});

const whose = (about: string | undefined) => (about === 'pupil' ? 'pupil' : 'parent');

/** That views were sought and not given: when, and how. */
export const viewsNotGiven = makeForm({
  name: 'views-not-given',
  does: 'views-not-given',
  title: 'Asked, but none given',
  open: 'Asked, but none given',
  send: 'Save',
  ask: ({ about }) =>
    whose(about) === 'pupil'
      ? 'The pupil was asked for their views and gave none. The record will say who asked, when and how.'
      : 'Parents or carers were asked for their views and gave none. The record will say who asked, when and how.',
  notification: ({ review }) => `Views sought: review ${review.ref}`,
  data: () => ({}),
  schema: ({ today }) =>
    z.object({
      soughtOn: day('Please choose the day they were last asked.').refine(
        (date) => date <= today,
        'That day is still to come. When were they last asked?',
      ),
      howSought: neededText('Please say how they were asked.'),
    }),
  command: ({ soughtOn, howSought }, { about }) => ({
    type: 'views-not-given',
    whose: whose(about),
    soughtOn,
    howSought,
  }),
});
