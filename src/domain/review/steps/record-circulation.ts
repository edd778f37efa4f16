import { namesThatFit } from '../../language/words.ts';
import { LONGEST } from '../../questions/text.ts';
import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { adviceAwaited, type Letter } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, unless } from '../decision.ts';
import { CIRCULATION } from '../questions/annual-pack.ts';
import { adviceOver, untilConcluded } from './instead.ts';
import { dated, isSame } from './letters.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface RecordCirculation extends Letter {
  readonly type: 'record-circulation';
}

interface AdviceCirculated extends Letter {
  readonly type: 'advice-circulated';
}

/** All advice was sent to everybody invited; said again, it takes the place of what was recorded. */
export const recordCirculation: Step<RecordCirculation, AdviceCirculated> = {
  type: 'record-circulation',
  giver: 'senco',
  plans: ({ invitesOutsiders }) => invitesOutsiders,
  stages: untilConcluded(adviceOver),
  decide: ({ review, today }, command) => {
    if (isSame(annualPartOf(review).circulated, command)) return ASITIS;
    const { on, words } = command;
    return unless(checkHasBeen(on, today), { type: 'advice-circulated', on, words });
  },
  facts: {
    'advice-circulated': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, circulated: dated(letter, actor) })),
    },
  },
  forms: [
    // SEND Regulations 2014, reg 20(4).
    stepForm({
      name: 'circulate',
      title: 'Advice sent round',
      open: 'Record that the advice went round',
      send: 'Save',
      ask: ({ review, today }) =>
        sentences(
          dueSentence(review, 'circulate', 'It is to be sent to everybody invited by', today),
          'What comes later can still be sent on.',
        ),
      why: ({ review, today }) =>
        sentences(
          'The regulations require all advice to go to everybody invited.',
          dueAndWhy(review, 'circulate', 'It is to be sent by', today),
        ),
      notification: ({ review }) => `The advice is to go round: review ${review.ref}`,
      questions: CIRCULATION,
      values: (subject) => {
        const before = annualOf(subject).circulated;
        return { on: before?.on ?? subject.today, words: before?.words ?? howSent(subject) };
      },
      isKept: (subject) => annualOf(subject).circulated !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-circulation', ...answer }),
      said: () => 'It is recorded that the advice was sent round.',
      leadsTo: 'pack',
    }),
  ],
};

/** How it was sent, and who is still waited for: as likely as not. */
function howSent(subject: FormSubject): string {
  const missing = adviceAwaited(annualOf(subject).outsiders).map(({ name }) => name);
  const sent = 'By e-mail to everybody invited.';
  if (!missing.length) return sent;
  const yet = `${sent} Not there yet: `;
  return `${yet}${namesThatFit(missing, LONGEST - yet.length - 1)}.`;
}
