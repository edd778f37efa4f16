import { refusal, unless } from '../decision.ts';
import { isSetForLater } from '../held-early.ts';
import { cancelled, held, instead, onceConcluded, planFirst } from './instead.ts';
import { type Step, TAKES } from './step.ts';

interface OpenMeeting {
  readonly type: 'open-meeting';
  /** The person was told what is missing. */
  readonly anyway: boolean;
  /** They say that it is held today, though it was set for a later day. */
  readonly early?: true;
}

interface MeetingOpened {
  readonly type: 'meeting-opened';
}

const NOT_TODAY = 'The meeting is set for a later day. If it is held today after all, say so.';
const offer = { offer: { what: 'status' } } as const;

/**
 * Opens the meeting; unless `anyway`, only when nothing is missing, and before the day it was set for only where it is said that
 * it is held `early`. A meeting without a date can't be opened.
 */
export const openMeeting: Step<OpenMeeting, MeetingOpened> = {
  type: 'open-meeting',
  giver: 'senco',
  stages: {
    preparing: planFirst,
    gathering: TAKES,
    meeting: instead('The meeting is open already.', 'agenda', 'already-done'),
    ...onceConcluded({ ...held, code: 'already-done' }),
    cancelled,
  },
  moves: [{ from: 'gathering', to: 'meeting' }],
  decide: ({ review, missing, today }, { anyway, early }) => {
    if (!review.meeting) {
      const say = 'The meeting was called off. Set its new date first; then it can be opened.';
      return unless(refusal('not-now', say, { offer: { what: 'plan-meeting' } }));
    }
    const all = anyway ? [] : missing('openMeeting');
    const [first] = all;
    if (!first) {
      const refused =
        isSetForLater(review, today) && !early ? refusal('held-early', NOT_TODAY, offer) : undefined;
      return unless(refused, { type: 'meeting-opened' });
    }
    const say = `Before the meeting opens: ${all.map((one) => one.say).join(' ')}`;
    return unless(refusal('things-missing', say, { offer: { what: first.offer } }));
  },
  facts: {
    'meeting-opened': {
      evolve: (review, _opened, { at }) => ({ ...review, stage: 'meeting', meetingOpenedAt: at }),
    },
  },
};
