import { isDeepStrictEqual } from 'node:util';
import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { outsiderOf } from '../invited.ts';
import { ADVICE } from '../questions/annual-pack.ts';
import { adviceOver } from './instead.ts';
import { checkLate, untilClosed } from './late.ts';
import type { Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface RecordAdvice extends Letter {
  readonly type: 'record-advice';
  /** Whose, of those invited from outside. */
  readonly id: string;
  /** False: none will come. */
  readonly given: boolean;
}

interface AdviceRecorded extends Omit<RecordAdvice, 'type'> {
  readonly type: 'advice-recorded';
}

/** Written advice from somebody outside has come, or will not; said again, it takes the place of what was recorded. */
export const recordAdvice: Step<RecordAdvice, AdviceRecorded> = {
  type: 'record-advice',
  giver: 'senco',
  plans: ({ invitesOutsiders }) => invitesOutsiders,
  stages: untilClosed(adviceOver),
  decide: ({ review, today }, { type: _, id, ...said }) => {
    const outsider = annualPartOf(review).outsiders.find((one) => one.id === id);
    if (!outsider) {
      const say = 'They are not, or no longer, among those invited from outside. Look at who is.';
      return unless(refusal('unknown-thing', say, { offer: { what: 'plan-annual' } }));
    }
    const { by: _by, at: _at, ...before } = outsider.advice ?? {};
    if (isDeepStrictEqual(before, said)) return ASITIS;
    const refused =
      checkLate(review, outsider.advice?.given ? outsider.advice : undefined) ??
      checkHasBeen(said.on, today) ??
      (said.given ? undefined : checkWords(said.words, 'words', 'Please say why there will be none.'));
    return unless(refused, { type: 'advice-recorded', id, ...said });
  },
  facts: {
    'advice-recorded': {
      evolve: (review, { id, on, given, words }, { who: by, at }) =>
        withAnnual(review, (annual) => ({
          ...annual,
          outsiders: annual.outsiders.map((one) =>
            one.id === id ? { ...one, advice: { on, given, words, by, at } } : one,
          ),
        })),
    },
  },
  forms: [
    // Written advice of somebody outside who was invited, or that none will come (SEND Regulations 2014, reg 20(4)).
    stepForm({
      name: 'advice',
      title: 'Written advice',
      open: 'Record written advice',
      send: 'Save the advice',
      ask: ({ review, today }) =>
        sentences('Has their written advice come?', dueSentence(review, 'advice', 'It is wanted by', today)),
      why: ({ review, today }) => dueAndWhy(review, 'advice', 'It is wanted by', today),
      notification: ({ review }) => `Written advice: review ${review.ref}`,
      questions: ADVICE,
      values: (subject) => {
        const { advice: before } = outsiderOf(subject);
        if (!before) return { on: subject.today };
        return { on: before.on, given: before.given ? 'given' : 'none', words: before.words };
      },
      isKept: (subject) => outsiderOf(subject).advice !== undefined,
      oneThing: true,
      command: ({ given, ...answer }, subject) => ({
        type: 'record-advice',
        id: outsiderOf(subject).id,
        given: given === 'given',
        ...answer,
      }),
      said: () => 'The advice is recorded.',
      leadsTo: 'pack',
      // Advice is somebody's: without saying whose, it is looked up who is asked.
      offeredAtLarge: { screen: 'pack', title: 'See who is invited' },
    }),
  ],
};
