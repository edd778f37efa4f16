import type { Answers } from '../../questions/question.ts';
import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { CONSIDERED } from '../questions/considered.ts';
import { consideredDraft } from './considered-draft.ts';
import { atMeeting, recordStands } from './instead.ts';
import { asksTheLa } from './of-request.ts';
import type { Step } from './step.ts';
import { stepForm } from './step-form.ts';

interface RecordConsidered extends Answers<typeof CONSIDERED> {
  readonly type: 'record-considered';
}

interface ConsideredRecorded extends Answers<typeof CONSIDERED> {
  readonly type: 'considered-recorded';
}

/** What was considered and tried, before an EHC needs assessment is asked for; said again, it takes the place of what was said. */
export const recordConsidered: Step<RecordConsidered, ConsideredRecorded> = {
  type: 'record-considered',
  giver: 'senco',
  plans: asksTheLa,
  stages: atMeeting(recordStands),
  decide: (_given, { tried, advice, notEnough }) =>
    unless(
      checkWords(tried, 'tried', 'Please say what was tried, and what it did.') ??
        checkWords(notEnough, 'notEnough', 'Please say why what a school can usually give is not enough.'),
      { type: 'considered-recorded', tried, advice, notEnough },
    ),
  facts: {
    'considered-recorded': {
      evolve: (review, { type: _, ...said }, { who: by, at }) => ({
        ...review,
        considered: { ...said, by, at },
      }),
    },
  },
  forms: [
    // What the local authority looks at: Code of Practice 9.14.
    stepForm({
      name: 'considered',
      title: 'Considered and tried',
      open: 'What was considered and tried',
      send: 'Save',
      ask: () => 'What the reviews hold stands here already: change what is not right, and shorten it.',
      why: () => 'The Code expects the local authority to look at this (Code of Practice 9.14).',
      notification: ({ review }) => `What was considered and tried: review ${review.ref}`,
      questions: CONSIDERED,
      values: ({ review, reviews = [] }) => {
        const { tried, advice, notEnough } = review.considered ?? {
          ...consideredDraft(review, reviews),
          notEnough: '',
        };
        return { tried, advice, notEnough };
      },
      isKept: ({ review }) => review.considered !== undefined,
      command: (answer) => ({ type: 'record-considered', ...answer }),
      said: () => 'What was considered and tried is saved.',
      leadsTo: 'agenda',
    }),
  ],
};
