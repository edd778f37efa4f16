import { z } from 'zod';
import { choices } from '../cards/words.ts';
import { adviceAwaited } from '../domain/annual.ts';
import { ROLE } from '../domain/review/questions/annual-options.ts';
import { besides, LONGEST, oneOf, pastDay, text } from './fields.ts';
import { type FormSubject, makeForm } from './form.ts';
import { annualOf, namesThatFit, outsiderOf } from './invited.ts';
import { dueSentence } from './lawful.ts';

const GIVEN = { given: 'Written advice has come', none: 'They will give none' };

/** Written advice of somebody outside who was invited, or that none will come (SEND Regulations 2014, reg 20(4)). */
export const advice = makeForm({
  name: 'advice',
  does: 'record-advice',
  title: 'Written advice',
  open: 'Record written advice',
  send: 'Save the advice',
  ask: ({ review }) => `Has their written advice come?${dueSentence(review, 'advice', 'It is wanted by')}`,
  notification: ({ review }) => `Written advice: review ${review.ref}`,
  data: (subject) => {
    const { name, role } = outsiderOf(subject);
    return { name, role: ROLE[role], given: choices(GIVEN) };
  },
  values: (subject) => {
    const { advice: before } = outsiderOf(subject);
    if (!before) return { on: subject.today };
    return { on: before.on, given: before.given ? 'given' : 'none', words: before.words };
  },
  schema: ({ today }) =>
    z
      .object({
        given: oneOf(GIVEN, 'Please choose whether it has come.'),
        on: pastDay(today, 'Please choose the day it came, or they said so.'),
        words: text(),
      })
      .refine(({ given, words }) => given !== 'none' || words !== '', {
        path: ['words'],
        message: 'Please say why there will be none.',
        ...besides,
      }),
  command: ({ given, ...answer }, subject) => ({
    type: 'record-advice',
    id: outsiderOf(subject).id,
    given: given === 'given',
    ...answer,
  }),
});

/** How it was sent, and who is still waited for: as likely as not. */
function howSent(subject: FormSubject): string {
  const missing = adviceAwaited(annualOf(subject).outsiders).map(({ name }) => name);
  const sent = 'By e-mail to everybody invited.';
  if (!missing.length) return sent;
  const yet = `${sent} Not there yet: `;
  return `${yet}${namesThatFit(missing, LONGEST - yet.length - 1)}.`;
}

/** All advice was sent to everybody invited (SEND Regulations 2014, reg 20(4)). */
export const circulate = makeForm({
  name: 'circulate',
  does: 'record-circulation',
  title: 'Advice sent round',
  open: 'Record that the advice went round',
  send: 'Save',
  ask: ({ review }) =>
    `All advice goes to everybody invited.${dueSentence(review, 'circulate', 'It is to be sent by')} What comes later can still be sent on.`,
  notification: ({ review }) => `The advice is to go round: review ${review.ref}`,
  data: () => ({}),
  values: (subject) => {
    const before = annualOf(subject).circulated;
    return { on: before?.on ?? subject.today, words: before?.words ?? howSent(subject) };
  },
  schema: ({ today }) =>
    z.object({
      on: pastDay(today, 'Please choose the day it was sent.'),
      words: text(),
    }),
  command: (answer) => ({ type: 'record-circulation', ...answer }),
});
