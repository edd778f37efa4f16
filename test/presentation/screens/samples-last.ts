import type { Review } from '../../../src/domain/review/review.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { agendaAddCard } from '../../../src/presentation/screens/agenda-add.ts';
import { pointsCard } from '../../../src/presentation/screens/agenda-points.ts';
import { familyCard } from '../../../src/presentation/screens/family.ts';
import { packCard } from '../../../src/presentation/screens/pack.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anOutcome,
  aPupil,
  aReview,
  aSchool,
} from '../../support/builders.ts';

/* A review that begins from the last one: what was agreed then stands in it, and what this meeting makes of it. */

const PAIRED_READING = {
  id: 'provision-1',
  what: 'Paired reading',
  who: 'Ann Assistant',
  howOften: '3 times a week',
  howLong: '15 minutes, for 10 weeks',
  groupSize: 'One to one',
  howReviewed: 'A tally each Friday',
};
const QUIET_TABLE = {
  ...PAIRED_READING,
  id: 'provision-2',
  what: 'A quiet table for writing',
  who: 'Tom Teacher',
  howOften: 'Every writing lesson',
  howLong: 'All of it',
};

const before: Partial<Review> = {
  id: 'review-0',
  provision: [PAIRED_READING, QUIET_TABLE],
  actions: [
    aDoneAction({
      done: { by: ASSISTANT, at: '2026-07-15T12:00:00.000Z', what: 'It is in her tray', helped: 'yes' },
    }),
    anAction({ id: 'action-2', what: 'Read together at home', doneBy: 'parent', onBehalfOf: 'Mum' }),
  ],
};
const last = { review: 'review-0', heldOn: '2026-07-10', provision: [PAIRED_READING, QUIET_TABLE] };
const looked: Partial<Review> = {
  provisionReviews: [
    {
      provisionId: 'provision-1',
      delivered: 'partly',
      whyNot: 'Ann was away for two weeks',
      difference: 'She picks up a book by herself',
      next: 'reduce',
      evidence: '9 of 10 words in four checks running',
      without: 'Her teacher hears her read on Mondays',
    },
    {
      provisionId: 'provision-2',
      delivered: 'yes',
      whyNot: '',
      difference: 'Two lines more in each lesson',
      next: 'keep',
      evidence: '',
      without: '',
    },
  ],
  provision: [{ ...PAIRED_READING, howOften: 'Once a week' }],
  targetReviews: [
    {
      targetId: 'target-1',
      progress: 'met',
      evidence: '10 of 10',
      delivered: 'yes',
      difference: 'Reads for fun',
      stillRight: 'retire',
      whyChanged: ['met', 'too-easy'],
    },
  ],
  agendaNotes: [
    { point: 'friendships', words: 'Lunch is loud; she eats with Bo now' },
    { point: 'wellbeing', words: 'Mum: “she is asleep by six”' },
  ],
};

const school = aSchool();
const pupil = aPupil();
const shown = (review: Review) => ({
  review,
  pupil,
  school,
  today: '2026-11-24',
  reviews: [aReview({ stage: 'closed', ...before }), review],
});
const run = { mayRun: true };
const meeting = (given: Partial<Review> = {}) => aReview({ stage: 'meeting', last, ...given });
const acting = aReview({
  stage: 'acting',
  last,
  ...looked,
  outcome: anOutcome(),
  actions: [anAction({ doneBy: 'pupil', onBehalfOf: 'the pupil', what: 'Choose a book on Fridays' })],
});
const annual = anAnnualReview({ last });
const ofAnnual = {
  ...shown(annual),
  pupil: anEhcpPupil(),
  reviews: [anAnnualReview({ stage: 'closed', ...before }), annual],
};

export const LAST_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'agenda-second': agendaCard({ ...shown(meeting()), ...run }),
  'agenda-second-looked-at': agendaCard({ ...shown(meeting(looked)), ...run }),
  'agenda-add': agendaAddCard({ ...ofAnnual, review: { ...ofAnnual.review, stage: 'meeting' } }),
  'agenda-points': pointsCard(shown(meeting(looked)), true),
  'agenda-points-to-a-leader': agendaCard({ ...shown(meeting(looked)), mayRun: false, about: 'points-1' }),
  'gathered-second': agendaCard({ ...shown(aReview({ last })), ...run, about: 'gathered-1' }),
  'family-second': familyCard(shown(acting)),
  'pack-second': packCard({ ...ofAnnual, ...run }),
  'record-second': recordCard({ ...shown(acting), ...run, scope: 'all' }),
  'record-second-staff': recordCard({ ...shown(acting), mayRun: false, scope: 'record' }),
};
