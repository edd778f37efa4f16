import { oneOf, optionsIn } from '../../questions/choice.ts';
import { schoolDayFrom } from '../../school/calendar.ts';
import type { PersonId } from '../../school/school.ts';
import { type LocalDate, plusDays } from '../../time.ts';
import { checkAhead, checkStaff } from '../checks.ts';
import { refusal, unless } from '../decision.ts';
import { REQUEST } from '../questions/request-options.ts';
import { REQUEST_ADDED, REQUEST_KIND } from '../questions/requests.ts';
import { requestOf, requestsOf } from '../requests.ts';
import type { LaRequest, RequestKind, Review } from '../review.ts';
import { asksTheLa, OF_OPEN_REQUEST, REQUEST_WORDS } from './of-request.ts';
import { mayStillAsk, SEND_IN_DAYS, toldToSend } from './requests-asked.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface AddRequest {
  readonly type: 'add-request';
  readonly kind: RequestKind;
  readonly owner: PersonId;
  readonly sendBy: LocalDate;
}
interface RequestAdded {
  readonly type: 'request-added';
  readonly request: LaRequest;
}

const nothingToAsk = (review: Review) =>
  requestsOf(review).length > 0
    ? 'All that this outcome can ask of the local authority is asked already.'
    : 'The outcome of this review asks nothing of the local authority. Where that has changed, the next review can be held early.';

/** Only what is not asked already, and what the outcome can ask. */
const kind = oneOf({
  ...REQUEST_KIND,
  options: ({ review }: FormSubject) =>
    optionsIn<RequestKind>(REQUEST).filter(({ value }) => mayStillAsk(review).includes(value)),
});

/** Something is asked of the local authority that the outcome could have asked, once it is recorded: nobody thought of it then. */
export const addRequest: Step<AddRequest, RequestAdded> = {
  type: 'add-request',
  giver: 'senco',
  plans: asksTheLa,
  stages: OF_OPEN_REQUEST,
  decide: ({ review, school, today }, { kind, owner, sendBy }) => {
    const seeStatus = { offer: { what: 'status' } };
    const there = requestOf(review, kind);
    const open = mayStillAsk(review).includes(kind);
    const refused = there
      ? refusal('already-done', `This review has ${REQUEST_WORDS[kind]} already.`, seeStatus)
      : open
        ? undefined
        : refusal('other-kind', nothingToAsk(review), seeStatus);
    return unless(refused ?? checkStaff([owner], school, 'owner') ?? checkAhead(sendBy, today, 'sendBy'), {
      type: 'request-added',
      request: { kind, owner, sendBy, notes: [] },
    });
  },
  facts: {
    'request-added': {
      evolve: (review, { request }) => ({ ...review, requests: [...requestsOf(review), request] }),
      tells: ({ fact: { request } }) => toldToSend([request]),
    },
  },
  forms: [
    stepForm({
      name: 'request-add',
      title: 'Ask the local authority',
      open: 'Ask the local authority',
      send: 'Save',
      ask: () => 'For what the outcome calls for and nobody has asked yet: who sends it, and by when.',
      notification: ({ review }) => `Ask the local authority: review ${review.ref}`,
      questions: { ...REQUEST_ADDED, kind },
      values: ({ review, who, school, today }) => ({
        kind: mayStillAsk(review)[0] ?? '',
        owner: who,
        sendBy: schoolDayFrom(school, plusDays(today, SEND_IN_DAYS)),
      }),
      command: (answer) => ({ type: 'add-request', ...answer }),
      forNothing: ({ review }) =>
        mayStillAsk(review).length ? undefined : { look: 'requests', say: nothingToAsk(review) },
      said: () => 'Saved. Whoever sends it finds it in their own list, and is reminded.',
      onStatus: 'Ask the local authority',
      offeredWhen: ({ review }) => mayStillAsk(review).length > 0,
      leadsTo: 'requests',
    }),
  ],
};
