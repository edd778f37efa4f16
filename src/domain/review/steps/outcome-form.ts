import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { schoolDayFrom } from '../../school/calendar.ts';
import { plusDays } from '../../time.ts';
import { heldOn } from '../held.ts';
import { outcomesFor } from '../outcomes.ts';
import { OUTCOME } from '../questions/outcome.ts';
import type { Review } from '../review.ts';
import { SEND_IN_DAYS } from './requests-asked.ts';
import { type FormGiven, type ForNothing, stepForm } from './step-form.ts';

/** Said before anything is typed, so that nobody types for nothing. */
const whatFollows = ({ actions }: Review) =>
  actions.length
    ? 'The record then goes to the colleagues concerned, and each owner is told of their action.'
    : 'No action has been added: unless the plan ends, add one first.';

/** Why no outcome would be taken, whatever is chosen: something is missing. Only an action is not needed by all. */
export function notReady({ review, missing }: FormGiven): ForNothing | undefined {
  if (missing('outcome').every(({ what }) => what === 'action')) return undefined;
  return { look: 'agenda', say: planRow(review.kind).words.notReady };
}

/** The words of an outcome that is decided anew, where the review was opened again for it. */
function saidBefore({ reopened = [] }: Review): Record<string, string> {
  const { inWords, whatWillChange } = reopened.at(-1)?.outcome ?? {};
  return { ...(inWords && { inWords }), ...(whatWillChange && { whatWillChange }) };
}

/** The outcome decision: one of four, why, and what will change for the child (seeds 000 and 003). */
export const outcomeForm = stepForm({
  name: 'outcome',
  title: 'Outcome of the review',
  open: 'Decide the outcome',
  send: 'Record the outcome',
  ask: ({ review }) => `This ends the meeting of ${dayWords(heldOn(review))}. ${whatFollows(review)}`,
  notification: ({ review }) => `Decide the outcome: review ${review.ref}`,
  questions: OUTCOME,
  values: ({ review }) => saidBefore(review),
  suggests: ({ who, school, today }) => ({
    sends: who,
    sendBy: schoolDayFrom(school, plusDays(today, SEND_IN_DAYS)),
  }),
  command: ({ topUpFunding, nextReviewBy, sends, sendBy, parentsThere, ...answer }) => ({
    type: 'decide-outcome',
    ...answer,
    topUpFunding: topUpFunding === 'yes',
    ...(nextReviewBy ? { nextReviewBy } : {}),
    ...(parentsThere && { parentsThere }),
    ...(sends && { sends }),
    ...(sendBy && { sendBy }),
  }),
  alternatives: [
    { title: () => 'Add another action', opens: 'action', when: ({ review }) => review.actions.length > 0 },
    {
      title: () => 'What was considered and tried',
      opens: 'considered',
      when: ({ review }) => !review.considered && outcomesFor(review.kind).some(({ asksFor }) => asksFor),
    },
  ],
  forNothing: notReady,
  said: ({ review, whenTold }) =>
    review.stage === 'closed'
      ? 'The outcome is recorded, and with nothing left to do the review is closed.'
      : `The outcome is recorded. Colleagues concerned get the record, and owners their actions, ${whenTold}.`,
  leadsTo: 'record',
});
