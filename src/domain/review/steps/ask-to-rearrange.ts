import { isDeepStrictEqual } from 'node:util';
import { dayWords } from '../../language/days.ts';
import { checkWords } from '../checks.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, refusal, unless } from '../decision.ts';
import { rearrangementsOpen } from '../from-families.ts';
import { REARRANGE, type RearrangeAnswer } from '../questions/from-families.ts';
import { cancelled, held, instead, onceConcluded, planFirst } from './instead.ts';
import { type Stages, type Step, TAKES } from './step.ts';
import { stepForm } from './step-form.ts';

interface AskToRearrange extends RearrangeAnswer {
  readonly type: 'ask-to-rearrange';
  readonly id: string;
}

interface RearrangementAsked extends RearrangeAnswer {
  readonly type: 'rearrangement-asked';
  readonly id: string;
}

/** While the meeting is still to come. */
export const UNTIL_MEETING: Stages = {
  preparing: planFirst,
  gathering: TAKES,
  meeting: instead('The meeting has been opened, so it can no longer be moved.', 'agenda'),
  ...onceConcluded(held),
  cancelled,
};

/** Somebody invited asks to hold the meeting at another time. */
export const askToRearrange: Step<AskToRearrange, RearrangementAsked> = {
  type: 'ask-to-rearrange',
  giver: 'senco',
  stages: UNTIL_MEETING,
  decide: ({ review, today }, { type: _, id, ...said }) => {
    const isThere = rearrangementsOpen(review).some(({ id: _id, by: _by, at: _at, ...one }) =>
      isDeepStrictEqual(one, said),
    );
    if (isThere) return ASITIS;
    const off = 'The meeting is called off already. Set its new date with them.';
    return unless(
      (review.meeting ? undefined : refusal('not-now', off, { offer: { what: 'plan-meeting' } })) ??
        checkHasBeen(said.askedOn, today, 'askedOn') ??
        checkWords(said.why, 'why', 'Please write why they asked.'),
      { type: 'rearrangement-asked', id, ...said },
    );
  },
  facts: {
    'rearrangement-asked': {
      evolve: (review, { type: _, ...said }, { who: by, at }) => ({
        ...review,
        rearrangements: [...(review.rearrangements ?? []), { ...said, by, at }],
      }),
    },
  },
  forms: [
    stepForm({
      name: 'rearrange',
      title: 'Another time?',
      open: 'They ask to rearrange',
      send: 'Save',
      ask: ({ review: { meeting } }) =>
        `${meeting ? `The meeting is on ${dayWords(meeting.date)} at ${meeting.time}. ` : ''}What they ask is kept, and waits for you until the meeting is moved or you say why it stays.`,
      notification: ({ review }) => `Another time asked for: review ${review.ref}`,
      questions: REARRANGE,
      values: ({ today }) => ({ askedOn: today }),
      command: (said, _subject, newId) => ({ type: 'ask-to-rearrange', id: newId(), ...said }),
      onStatus: 'They ask to rearrange',
      offeredWhen: ({ review }) => review.meeting !== undefined,
      said: () => 'Kept: they ask for another time. Now move the meeting, or say why it stays.',
    }),
  ],
};
