import { dayWords } from '../../language/days.ts';
import { schoolDayFrom } from '../../school/calendar.ts';
import { answerDue } from '../../statute/request-clock.ts';
import { type LocalDate, plusDays } from '../../time.ts';
import { checkHasBeen, checkNotBefore } from '../days.ts';
import { type Refusal, refusal, unless } from '../decision.ts';
import { heldOn } from '../held.ts';
import { REQUEST_SENT, requestAbout } from '../questions/requests.ts';
import { requestOf } from '../requests.ts';
import type { LaRequest, RequestKind } from '../review.ts';
import {
  asksTheLa,
  checkTheirs,
  OF_OPEN_REQUEST,
  ofRequest,
  REQUEST_WORDS,
  requestSettled,
  withRequest,
} from './of-request.ts';
import type { Given, Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface Sent {
  readonly kind: RequestKind;
  readonly on: LocalDate;
  /** The day the local authority had it; left out, the same day. */
  readonly received?: LocalDate;
  /** Of top-up funding: the day by which an answer is looked for. */
  readonly answerBy?: LocalDate;
  readonly words: string;
}
interface RecordRequestSent extends Sent {
  readonly type: 'record-request-sent';
}
interface RequestWasSent extends Sent {
  readonly type: 'request-sent';
}

/** The usual time to answer such things, where the local authority names no day. */
const ASK_IN_DAYS = 42;

const whyOver = ({ answer }: LaRequest): string | undefined =>
  answer ? 'The local authority’s answer is recorded, so this is settled.' : undefined;

/** A request was sent to the local authority; said again, it takes the place of what was recorded. */
export const recordRequestSent: Step<RecordRequestSent, RequestWasSent> = {
  type: 'record-request-sent',
  giver: 'sender-or-senco',
  plans: asksTheLa,
  stages: OF_OPEN_REQUEST,
  decide: (given, { type: _, ...command }) =>
    ofRequest(given, command.kind, (request) =>
      unless(checkTheirs(given, request) ?? checkOver(request) ?? checkDays(given, command), {
        type: 'request-sent',
        ...command,
      }),
    ),
  facts: {
    'request-sent': {
      evolve: (review, { kind, on, received = on, answerBy, words }, { who: by, at }) =>
        withRequest(review, kind, (request) => ({
          ...request,
          ...(answerBy && { answerBy }),
          sent: { on, received, words, by, at },
        })),
    },
  },
  forms: [
    stepForm({
      name: 'request-sent',
      title: 'It was sent',
      open: 'Record that it was sent',
      send: 'Save',
      ask: (subject) =>
        requestAbout(subject).kind === 'ehc-assessment'
          ? 'The local authority’s six weeks count from the day it has the request.'
          : 'No law sets a day for the answer: set the one it names, or the day you will ask.',
      notification: ({ review }) => `It was sent: review ${review.ref}`,
      questions: REQUEST_SENT,
      values: (subject) => {
        const { sent, answerBy } = requestAbout(subject);
        return {
          on: sent?.on ?? subject.today,
          received: sent && sent.received !== sent.on ? sent.received : '',
          answerBy: answerBy ?? schoolDayFrom(subject.school, plusDays(subject.today, ASK_IN_DAYS)),
          words: sent?.words ?? '',
        };
      },
      isKept: (subject) => requestAbout(subject).sent !== undefined,
      oneThing: true,
      command: ({ received, answerBy, ...answer }, subject) => ({
        type: 'record-request-sent',
        kind: requestAbout(subject).kind,
        ...answer,
        ...(received && { received }),
        ...(answerBy && { answerBy }),
      }),
      forNothing: requestSettled(whyOver),
      said: ({ review, about }) => {
        const request = requestOf(review, about);
        const due = request && answerDue(review, request);
        return sentences(
          request ? `It is recorded that ${REQUEST_WORDS[request.kind]} was sent.` : '',
          due ? `The answer is due by ${dayWords(due.date)}.` : '',
        );
      },
      leadsTo: 'requests',
    }),
  ],
};

function checkOver(request: LaRequest): Refusal | undefined {
  const over = whyOver(request);
  return over === undefined ? undefined : refusal('already-done', over, { offer: { what: 'status' } });
}

/** A letter is sent after the meeting and received after it is sent; an answer is looked for after that. */
function checkDays({ review, today }: Given, { on, received, answerBy }: Sent): Refusal | undefined {
  const inOrder =
    checkHasBeen(on, today) ??
    checkNotBefore(on, heldOn(review), 'the meeting') ??
    (received === undefined ? undefined : checkHasBeen(received, today, 'received'));
  if (inOrder) return inOrder;
  const order = (field: string, say: string) => refusal('date-order', say, { field });
  if (received !== undefined && received < on)
    return order('received', 'That is before the day it was sent. Choose that day or a later one.');
  if (answerBy !== undefined && answerBy <= on)
    return order('answerBy', 'Please choose a day after the day it was sent.');
  return undefined;
}
