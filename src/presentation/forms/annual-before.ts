import { namesThatFit } from '../../domain/language/words.ts';
import { LONGEST } from '../../domain/questions/text.ts';
import { adviceAwaited } from '../../domain/review/annual.ts';
import { outsiderOf } from '../../domain/review/invited.ts';
import { ADVICE, CIRCULATION } from '../../domain/review/questions/annual-pack.ts';
import { type FormSubject, questionForm } from './form.ts';
import { annualOf } from './invited.ts';
import { dueSentence } from './lawful.ts';

/** Written advice of somebody outside who was invited, or that none will come (SEND Regulations 2014, reg 20(4)). */
export const advice = questionForm({
  name: 'advice',
  does: 'record-advice',
  title: 'Written advice',
  open: 'Record written advice',
  send: 'Save the advice',
  ask: ({ review }) => `Has their written advice come?${dueSentence(review, 'advice', 'It is wanted by')}`,
  notification: ({ review }) => `Written advice: review ${review.ref}`,
  questions: ADVICE,
  values: (subject) => {
    const { advice: before } = outsiderOf(subject);
    if (!before) return { on: subject.today };
    return { on: before.on, given: before.given ? 'given' : 'none', words: before.words };
  },
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
export const circulate = questionForm({
  name: 'circulate',
  does: 'record-circulation',
  title: 'Advice sent round',
  open: 'Record that the advice went round',
  send: 'Save',
  ask: ({ review }) =>
    `All advice goes to everybody invited.${dueSentence(review, 'circulate', 'It is to be sent by')} What comes later can still be sent on.`,
  notification: ({ review }) => `The advice is to go round: review ${review.ref}`,
  questions: CIRCULATION,
  values: (subject) => {
    const before = annualOf(subject).circulated;
    return { on: before?.on ?? subject.today, words: before?.words ?? howSent(subject) };
  },
  command: (answer) => ({ type: 'record-circulation', ...answer }),
});
