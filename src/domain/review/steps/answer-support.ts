import { plusDays } from '../../time.ts';
import { checkAhead, checkWords, dayInWords } from '../checks.ts';
import { runningIt } from '../concerned.ts';
import { ASITIS, type Refusal, refusal, unless } from '../decision.ts';
import { HAPPENING, type HappeningAnswer, provisionOf } from '../questions/happening.ts';
import type { Provision, SupportAnswer } from '../review.ts';
import { afterNo, afterYes, askedNext, lastAnswer } from '../support-days.ts';
import { OF_SUPPORT, ofSupport, supportOver, withSupport } from './of-support.ts';
import { type Given, type Step, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface AnswerSupport extends HappeningAnswer {
  readonly type: 'answer-support';
  readonly id: string;
}

interface SupportAnswered extends Pick<SupportAnswer, 'is' | 'why' | 'next'> {
  readonly type: 'support-answered';
  readonly id: string;
}

/** Whoever sees to support says whether it happens as agreed: yes, partly or not yet, and why. The SENCO hears of a no at once. */
export const answerSupport: Step<AnswerSupport, SupportAnswered> = {
  type: 'answer-support',
  giver: 'owner-or-senco',
  aboutSupport: true,
  stages: OF_SUPPORT,
  decide: (given, { id, is, why, again }) =>
    ofSupport(given, id, (provision) => {
      if (is === 'yes' && isSaid(given, provision)) return ASITIS;
      const { school, today } = given;
      const next = is === 'yes' ? afterYes(school, today) : again || afterNo(school, today);
      const refused = is === 'yes' ? checkBegun(given, provision) : checkNo(given, why, next);
      return unless(refused, { type: 'support-answered', id, is, why, next });
    }),
  facts: {
    'support-answered': {
      evolve: (review, { id, is, why, next }, { who, at }) =>
        withSupport(review, id, (one) => ({
          ...one,
          happening: [...(one.happening ?? []), { by: who, at, is, why, next }],
        })),
      tells: ({ review, fact: { id, is }, school }) =>
        is === 'yes' ? [] : tell('support-not-happening', runningIt(review, school), id),
    },
  },
  forms: [
    stepForm({
      name: 'support-happening',
      title: 'Is it happening?',
      open: 'Is it happening as agreed?',
      send: 'Send',
      ask: () => 'If something gets in the way, the SENCO is told, and can help.',
      notification: ({ review }) => `Is it happening as agreed? Review ${review.ref}`,
      questions: HAPPENING,
      values: ({ school, today }) => ({ again: afterNo(school, today) }),
      command: (answer, subject) => ({ type: 'answer-support', id: provisionOf(subject).id, ...answer }),
      forNothing: supportOver,
      said: ({ told, whenTold }) =>
        told['support-not-happening']
          ? `Thank you for saying so. The SENCO is told ${whenTold}.`
          : 'Thank you, it is noted.',
      leadsTo: 'support',
    }),
  ],
};

/** Whether it is known that it happens, and not asked again yet. */
function isSaid({ review, school, today }: Given, provision: Provision): boolean {
  const next = askedNext(provision, review.outcome?.at ?? review.startedAt, school);
  return lastAnswer(provision)?.is === 'yes' && next !== undefined && next > today;
}

function checkBegun({ today }: Given, { starts }: Provision): Refusal | undefined {
  if (starts === undefined || starts <= today) return undefined;
  return refusal(
    'not-now',
    `It starts on ${dayInWords(starts)}: from then on it can be said that it happens.`,
    {
      offer: { what: 'status' },
    },
  );
}

function checkNo({ today }: Given, why: string, again: string): Refusal | undefined {
  return (
    checkWords(why, 'why', 'Please say what gets in the way: the SENCO may be able to help.') ??
    checkAhead(again, plusDays(today, 1), 'again')
  );
}
