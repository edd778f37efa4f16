import { dayWords } from '../../language/days.ts';
import { afterAgreed, refusalAppeal } from '../../statute/request-clock.ts';
import type { LocalDate } from '../../time.ts';
import { checkHasBeen, checkNotBefore } from '../days.ts';
import { ASITIS, type Refusal, refusal, unless } from '../decision.ts';
import { REQUEST_ANSWER, requestAbout } from '../questions/requests.ts';
import { requestOf } from '../requests.ts';
import type { LaRequest, RequestKind, RequestResult } from '../review.ts';
import { closedByIt } from './letters.ts';
import { asksTheLa, OF_REQUEST, ofRequest, REQUEST_WORDS, withRequest } from './of-request.ts';
import type { Given, Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface Answered {
  readonly kind: RequestKind;
  readonly result: RequestResult;
  readonly on: LocalDate;
  readonly words: string;
}
interface RecordRequestAnswer extends Answered {
  readonly type: 'record-request-answer';
}
interface RequestAnswered extends Answered {
  readonly type: 'request-answered';
}

/** The local authority's answer to a request, or that it was taken back. It may be the last thing wanted. */
export const recordRequestAnswer: Step<RecordRequestAnswer, RequestAnswered> = {
  type: 'record-request-answer',
  giver: 'senco',
  plans: asksTheLa,
  stages: OF_REQUEST,
  closes: { from: 'acting', when: 'it was the last thing wanted' },
  decide: (given, { type: _, ...command }) =>
    ofRequest(given, command.kind, (request) => {
      const { answer } = request;
      const { result, on, words } = command;
      if (answer?.result === result && answer.on === on && answer.words === words) return ASITIS;
      return unless(checkDays(given, request, command), { type: 'request-answered', ...command });
    }),
  facts: {
    'request-answered': {
      evolve: (review, { kind, result, on, words }, { who: by, at }) =>
        withRequest(review, kind, (request) => ({ ...request, answer: { result, on, words, by, at } })),
    },
  },
  forms: [
    stepForm({
      name: 'request-answer',
      title: 'The answer',
      open: 'Record the answer',
      send: 'Save',
      ask: (subject) =>
        `What the local authority answers to ${REQUEST_WORDS[requestAbout(subject).kind]}, by the day on its letter.`,
      notification: ({ review }) => `The local authority’s answer: review ${review.ref}`,
      questions: REQUEST_ANSWER,
      values: (subject) => {
        const { answer } = requestAbout(subject);
        return answer ? { result: answer.result, on: answer.on, words: answer.words } : {};
      },
      isKept: (subject) => requestAbout(subject).answer !== undefined,
      oneThing: true,
      command: (answer, subject) => ({
        type: 'record-request-answer',
        kind: requestAbout(subject).kind,
        ...answer,
      }),
      said: ({ review, about }) => {
        const request = requestOf(review, about);
        const appeal = request && refusalAppeal(review, request);
        const plan = request && afterAgreed(review, request).at(-1);
        return sentences(
          'The answer is recorded.',
          appeal ? `An appeal can be made until ${dayWords(appeal.date)}, and mediation comes first.` : '',
          plan ? `If a plan is made, it is final by ${dayWords(plan.date)}.` : '',
          closedByIt(review),
        );
      },
      leadsTo: 'requests',
    }),
  ],
};

function checkDays(
  { today }: Given,
  { kind, sent }: LaRequest,
  { result, on }: Answered,
): Refusal | undefined {
  if (result !== 'withdrawn' && !sent) {
    const say = 'It is not recorded yet that it was sent. Record that first.';
    return refusal('things-missing', say, { offer: { what: 'request-sent', about: kind } });
  }
  return checkHasBeen(on, today) ?? checkNotBefore(on, sent?.on, 'the day it was sent');
}
