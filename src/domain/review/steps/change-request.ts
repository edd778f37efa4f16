import { addSchoolDays } from '../../school/calendar.ts';
import type { PersonId } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import { checkAhead, checkStaff } from '../checks.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { requestAbout, SENDING } from '../questions/requests.ts';
import type { LaRequest, RequestKind } from '../review.ts';
import { MORE_SCHOOL_DAYS } from './of-action.ts';
import {
  asksTheLa,
  OF_OPEN_REQUEST,
  ofRequest,
  REQUEST_WORDS,
  requestSettled,
  withRequest,
} from './of-request.ts';
import { toldToSend } from './requests-asked.ts';
import type { Step } from './step.ts';
import { stepForm } from './step-form.ts';

interface Sends {
  readonly kind: RequestKind;
  readonly owner: PersonId;
  readonly sendBy: LocalDate;
}
interface ChangeRequest extends Sends {
  readonly type: 'change-request';
}
interface RequestChanged extends Sends {
  readonly type: 'request-changed';
}

const whyOver = ({ sent, answer }: LaRequest): string | undefined =>
  sent || answer ? 'This is sent or answered already, so there is nothing to give to anybody.' : undefined;

/** Somebody else sends a request, or by another day. */
export const changeRequest: Step<ChangeRequest, RequestChanged> = {
  type: 'change-request',
  giver: 'senco',
  plans: asksTheLa,
  stages: OF_OPEN_REQUEST,
  decide: (given, { kind, owner, sendBy }) =>
    ofRequest(given, kind, (request) => {
      const over = whyOver(request);
      if (over) return unless(refusal('already-done', over, { offer: { what: 'status' } }));
      if (request.owner === owner && request.sendBy === sendBy) return ASITIS;
      return unless(checkStaff([owner], given.school, 'owner') ?? checkAhead(sendBy, given.today, 'sendBy'), {
        type: 'request-changed',
        kind,
        owner,
        sendBy,
      });
    }),
  facts: {
    'request-changed': {
      evolve: (review, { kind, owner, sendBy }) =>
        withRequest(review, kind, (request) => ({ ...request, owner, sendBy })),
      tells: ({ fact }) => toldToSend([fact]),
    },
  },
  forms: [
    stepForm({
      name: 'request',
      title: 'Who sends it',
      open: 'Who sends it, and by when',
      send: 'Save',
      ask: (subject) => `Who sends ${REQUEST_WORDS[requestAbout(subject).kind]}, and by when.`,
      notification: ({ review }) => `Who sends it: review ${review.ref}`,
      questions: SENDING,
      values: (subject) => {
        const { owner, sendBy } = requestAbout(subject);
        const { today, school } = subject;
        return { owner, sendBy: sendBy >= today ? sendBy : addSchoolDays(school, today, MORE_SCHOOL_DAYS) };
      },
      stored: (subject) => {
        const { owner, sendBy } = requestAbout(subject);
        return { owner, sendBy };
      },
      isKept: () => true,
      oneThing: true,
      command: (answer, subject) => ({ type: 'change-request', kind: requestAbout(subject).kind, ...answer }),
      forNothing: requestSettled(whyOver),
      said: () => 'Saved. Whoever sends it finds it in their own list, and is reminded.',
      leadsTo: 'requests',
    }),
  ],
};
