import { z } from 'zod';
import { ASKER } from '../cards/annual-words.ts';
import { choices, planWords, pupilName } from '../cards/words.ts';
import { besides, neededText, oneOf, pastDay, text } from './fields.ts';
import { makePupilForm } from './pupil-form.ts';

const ANSWER = { agree: 'Agree: begin a review now', refuse: 'Refuse, and keep the reason' };

/** A review is asked for before its time: who asked, when and why, and whether it is agreed (seed 000). */
export const earlyReview = makePupilForm({
  name: 'early-review',
  title: 'Early review asked for',
  open: 'An early review was asked for',
  send: 'Save the answer',
  line: ({ pupil }) => `${pupilName(pupil)} · ${planWords(pupil)}`,
  ask: () =>
    'A parent, a young person or the school may ask for one at any time, with a reason. The reason is kept, whatever the answer.',
  notification: () => 'SEND reviews: an early review was asked for',
  data: () => ({ askers: choices(ASKER), answers: choices(ANSWER) }),
  values: ({ today }) => ({ askedOn: today }),
  schema: ({ today }) =>
    z
      .object({
        asker: oneOf(ASKER, 'Please choose who asked.'),
        askedOn: pastDay(today, 'Please choose the day they asked.'),
        why: neededText('Please write why they asked.'),
        answer: oneOf(ANSWER, 'Please choose your answer.'),
        refusal: text(),
      })
      .refine(({ answer, refusal }) => answer !== 'refuse' || refusal !== '', {
        path: ['refusal'],
        message: 'Please say why it is refused.',
        ...besides,
      }),
  command: ({ answer, refusal, ...asked }) => ({
    type: 'early-review',
    ...asked,
    agree: answer === 'agree',
    refusal: answer === 'refuse' ? refusal : '',
  }),
});
