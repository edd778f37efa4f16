import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { EXCEPTION, REQUEST, REQUEST_RESULT } from '../../domain/review/questions/request-options.ts';
import { requestsOf } from '../../domain/review/requests.ts';
import type { LaRequest, Review } from '../../domain/review/review.ts';
import type { School } from '../../domain/school/school.ts';
import { whyInFull } from '../../domain/statute/date-reasons.ts';
import { answerDue, requestLate, sixWeeks } from '../../domain/statute/request-clock.ts';
import { compare, type LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import {
  bold,
  type OfReview,
  type Part,
  part,
  plain,
  type Run,
  reason,
  type Section,
  section,
  subtle,
  typed,
  urgent,
} from '../parts.ts';

/** How a request stands: to be sent by whom, sent and answered by when and why, or what came of it. */
export function requestStands(given: OfReview, request: LaRequest): Run[][] {
  const { review, school, today } = given;
  const { sent, answer, sendBy, owner } = request;
  if (answer)
    return [
      [bold(REQUEST_RESULT[answer.result]), subtle(` · letter of ${dayWords(answer.on)}`)],
      ...typed(answer.words),
    ];
  if (!sent) {
    const by = `to be sent by ${nameOf(school, owner)} by ${dayWords(sendBy)}`;
    return [[sendBy < today ? urgent(`Overdue: ${by}`) : plain(`Still ${by}`)]];
  }
  const due = answerDue(review, request);
  const late = requestLate(review, request, today);
  return [
    [
      plain(`Sent ${dayWords(sent.on)}`),
      ...(sent.received === sent.on ? [] : [subtle(` · received ${dayWords(sent.received)}`)]),
    ],
    ...(due
      ? [
          [
            late
              ? urgent(`The answer is ${count(late, 'day')} late: was due ${dayWords(due.date)}`)
              : plain(`The answer is due by ${dayWords(due.date)}`),
          ],
          [reason(whyInFull(due))],
        ]
      : []),
    ...exceptionRuns(given, request),
    ...typed(sent.words),
  ];
}

/** The exception the local authority relies on, with the six weeks it would else have had. */
function exceptionRuns({ review }: OfReview, request: LaRequest): Run[][] {
  const lawful = sixWeeks(review, request);
  if (!request.exception || !lawful) return [];
  const say = `It relies on an exception: ${EXCEPTION[request.exception]}. The six weeks end on ${dayWords(lawful.date)}`;
  return [[subtle(say), reason(` (${lawful.rule.source})`), subtle('.')]];
}

/** What of a review is still to be sent to the local authority, by whom and when. */
export interface ToSend extends Whose {
  readonly school: School;
  readonly requests: readonly LaRequest[];
  readonly today: LocalDate;
}

/** The requests that a review has still to send. */
export const toSendIn = (review: Review): readonly LaRequest[] =>
  review.stage === 'acting' ? requestsOf(review).filter(({ sent, answer }) => !sent && !answer) : [];

/** The day by which the first of them is to be sent. */
export function firstToSend({ requests }: ToSend): LocalDate {
  const [first = ''] = requests.map(({ sendBy }) => sendBy).sort(compare);
  return first;
}

/** It in a list of several pupils': whose it is, and the way to it. */
export function toSendPart(one: ToSend): Part {
  const { review, requests } = one;
  const each = requests.flatMap((request) => [
    [plain(REQUEST[request.kind])],
    ...requestStands(one, request),
  ]);
  return part([[bold(whoseWords(one))], ...each], {
    beside: [button('Look', press.show('requests', review.id))],
  });
}

/** Each request of the review and how it stands; nothing in most. `look`: with a button to all of it. */
export function requestsSection(given: OfReview, look: boolean): Section[] {
  const parts = requestsOf(given.review).map((request) =>
    part([[bold(REQUEST[request.kind])], ...requestStands(given, request)]),
  );
  if (parts.length === 0) return [];
  const open = button('See or record', press.show('requests', given.review.id));
  return [
    section('Asked of the local authority', [...parts, ...(look ? [part([], { below: [open] })] : [])]),
  ];
}

/** What is still to do of a review the school decides itself, and what it waits for. */
export function supportAsk({ review, today }: OfReview, open: number): string {
  const requests = requestsOf(review);
  const late = Math.max(0, ...requests.map((one) => requestLate(review, one, today)));
  const unsent = requests.filter(({ sent, answer }) => !sent && !answer).length;
  return [
    'The outcome is decided.',
    ...(open ? [`${count(open, 'action')} still to do.`] : []),
    ...(unsent ? [`${count(unsent, 'request')} to the local authority still to be sent.`] : []),
    ...(late ? [`The local authority is ${count(late, 'day')} late.`] : []),
  ].join(' ');
}
