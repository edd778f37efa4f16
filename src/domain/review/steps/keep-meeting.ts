import { dayWords } from '../../language/days.ts';
import { checkWords } from '../checks.ts';
import { refusal, unless } from '../decision.ts';
import { rearrangementsOpen } from '../from-families.ts';
import { KEEP_MEETING } from '../questions/from-families.ts';
import { UNTIL_MEETING } from './ask-to-rearrange.ts';
import type { Step } from './step.ts';
import { type FormSubject, stepForm } from './step-form.ts';

interface KeepMeeting {
  readonly type: 'keep-meeting';
  readonly why: string;
}

interface MeetingKept {
  readonly type: 'meeting-kept';
  readonly why: string;
}

const NOBODY = 'Nobody waits for an answer to a request for another time.';

/** The meeting stays as it is, with the reason, though somebody asked for another time. */
export const keepMeeting: Step<KeepMeeting, MeetingKept> = {
  type: 'keep-meeting',
  giver: 'senco',
  stages: UNTIL_MEETING,
  decide: ({ review }, { why }) =>
    unless(
      (rearrangementsOpen(review).length > 0
        ? undefined
        : refusal('already-done', NOBODY, { offer: { what: 'status' } })) ??
        checkWords(why, 'why', 'Please say why the meeting stays as it is.'),
      { type: 'meeting-kept', why },
    ),
  facts: {
    'meeting-kept': {
      evolve: (review, { why }, { who: by, at }) => {
        const open = rearrangementsOpen(review);
        return {
          ...review,
          rearrangements: (review.rearrangements ?? []).map((one) =>
            open.includes(one) ? { ...one, kept: { why, by, at } } : one,
          ),
        };
      },
    },
  },
  forms: [
    stepForm({
      name: 'keep-meeting',
      title: 'The meeting stays',
      open: 'Say why the meeting stays',
      send: 'Save the reason',
      ask: ({ review: { meeting } }: FormSubject) =>
        meeting ? `The meeting stays on ${dayWords(meeting.date)} at ${meeting.time}.` : '',
      notification: ({ review }) => `The meeting stays: review ${review.ref}`,
      questions: KEEP_MEETING,
      command: ({ why }) => ({ type: 'keep-meeting', why }),
      forNothing: ({ review }) =>
        rearrangementsOpen(review).length > 0 ? undefined : { say: NOBODY, look: 'status' },
      said: () => 'The reason is kept. Please tell whoever asked.',
    }),
  ],
};
