import { answerDue } from '../../statute/request-clock.ts';
import { REQUEST } from '../questions/request-options.ts';
import { isAwaited, requestOf, requestsOf } from '../requests.ts';
import { recordedIf } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** Which of the review's requests it is about: there may be two. */
export const THE_REQUEST = {
  screen: 'requests',
  text: (review, about) => {
    const request = requestOf(review, about);
    return request && REQUEST[request.kind];
  },
} as const satisfies ObligationRow['thing'];

/** The local authority's answer to what the outcome asks of it: the SENCO records or chases it. */
export const requestAnswer: ObligationRow<'request-answer'> = {
  kind: 'request-answer',
  forFamily: 'To record, or ask after, the local authority’s answer to a request',
  stages: ['acting'],
  owed: ({ review, lead }) =>
    requestsOf(review)
      .filter(isAwaited)
      .flatMap((request) => {
        const why = answerDue(review, request);
        return why ? [{ who: lead, due: why.date, why, about: request.kind }] : [];
      }),
  words: () => 'The local authority’s answer to a request: record it, or chase it',
  brief: () => 'The local authority’s answer',
  help: () => 'chasing the local authority’s answer',
  answers: [
    { opens: 'form', name: 'request-answer', title: 'Record it', aboutIt: true },
    { opens: 'screen', name: 'requests', title: 'Chase', aboutIt: true },
  ],
  settled: ({ review, about }) => recordedIf(requestOf(review, about)?.answer),
  thing: THE_REQUEST,
  ofTheLa: () => 'the local authority’s answer to a request',
  missing: {
    before: ['close'],
    of: (review) =>
      requestsOf(review)
        .filter(isAwaited)
        .map(({ kind }) => ({
          what: 'request-answer',
          about: kind,
          offer: 'request-answer',
          say: 'The local authority’s answer to a request is not recorded.',
        })),
  },
};
