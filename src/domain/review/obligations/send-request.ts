import { requestOf, requestsOf } from '../requests.ts';
import type { LaRequest } from '../review.ts';
import { THE_REQUEST } from './request-answer.ts';
import type { ObligationRow } from './row.ts';

const isUnsent = ({ sent, answer }: LaRequest) => !sent && !answer;

/** Send what the outcome asks of the local authority: whoever it was given to; the SENCO, where they have left. */
export const sendRequest: ObligationRow<'send-request'> = {
  kind: 'send-request',
  forFamily: 'To send a request to the local authority',
  stages: ['acting'],
  owed: ({ review, hasLeft, lead }) =>
    requestsOf(review)
      .filter(isUnsent)
      .map(({ kind, owner, sendBy }) => ({ who: hasLeft(owner) ? lead : owner, due: sendBy, about: kind })),
  words: () => 'A request to the local authority: send it',
  brief: () => 'Request to send',
  help: () => 'a request to the local authority',
  answers: [
    { opens: 'form', name: 'request-sent', title: 'It was sent', aboutIt: true },
    { opens: 'screen', name: 'requests', title: 'Look', aboutIt: true },
  ],
  settled: ({ review, who, about }) => {
    const request = requestOf(review, about);
    if (!request || request.answer?.result === 'withdrawn') return { is: 'over' };
    if (request.sent) return { is: 'done', by: request.sent.by };
    return request.owner === who ? { is: 'moved', to: request.sendBy } : { is: 'given', to: request.owner };
  },
  thing: THE_REQUEST,
  missing: {
    before: ['close'],
    of: (review) =>
      requestsOf(review)
        .filter(isUnsent)
        .map(({ kind }) => ({
          what: 'send-request',
          about: kind,
          offer: 'request-sent',
          say: 'A request to the local authority is not sent yet.',
        })),
  },
};
