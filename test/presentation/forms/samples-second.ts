import type { Review } from '../../../src/domain/review/review.ts';
import { anEvidenceAnswer, anEvidenceRequest, aReview, TEACHER } from '../../support/builders.ts';
import { of, type Sample, subject } from './sample.ts';

/* The forms of a review that begins from the last one, and of its agenda. */

const PAIRED_READING = {
  what: 'Paired reading',
  who: 'Ann Assistant',
  howOften: '3 times a week',
  howLong: '15 minutes, for 10 weeks',
  groupSize: 'One to one',
  howReviewed: 'A tally each Friday',
  starts: '2026-11-25',
  owner: TEACHER,
};
const LOOKED_AT = {
  delivered: 'yes',
  difference: 'She picks up a book by herself',
  next: 'keep',
  whyNot: '',
  evidence: '',
  without: '',
} as const;
const ON_TARGET = {
  progress: 'some',
  evidence: '6 of 10 words',
  delivered: 'partly',
  difference: 'She picks up a book by herself',
  stillRight: 'keep',
} as const;

/** A review that ended, with support and an action of the teacher's that is done. */
const first = aReview({
  id: 'review-0',
  stage: 'closed',
  targetReviews: [{ targetId: 'target-1', ...ON_TARGET }],
  provision: [{ id: 'provision-0', ...PAIRED_READING }],
});
/** The next one of the same plan. */
const second = (given: Partial<Review>) =>
  aReview({ last: { review: first.id, heldOn: '2026-07-10', provision: first.provision }, ...given });
const meeting = second({
  stage: 'meeting',
  evidence: [
    anEvidenceRequest({
      answer: { at: '2026-11-12T16:20:00.000Z', late: false, said: anEvidenceAnswer() },
    }),
  ],
});
const withNote = aReview({ stage: 'meeting', agendaNotes: [{ point: 'needs', words: 'Writing tires her' }] });
const toReduce = [
  { provisionId: 'provision-0', ...LOOKED_AT, next: 'reduce', evidence: 'Four checks' } as const,
];

/** As `SAMPLES` has them; `samples` are those of a first review. */
export function secondSamples(samples: Readonly<Record<string, Sample>>): Readonly<Record<string, Sample>> {
  const as = (name: string, about: Sample['subject']): Sample => {
    const { form, answered, becomes } = samples[name] as Sample;
    return of(form, about, answered, becomes);
  };
  const both = (review: Review) => ({ reviews: [first, review] });
  const gathering = second({});
  const note = { point: 'wellbeing', words: 'She is “so tired on Mondays”' };
  const changed = 'Writing tires her, reading does not';
  return {
    'agenda-note': of('agenda-note', subject(aReview({ stage: 'meeting' })), note, {
      type: 'note-agenda-point',
      ...note,
    }),
    'agenda-note-changed': of(
      'agenda-note',
      subject(withNote, { about: 'needs' }),
      { words: changed },
      {
        type: 'note-agenda-point',
        point: 'needs',
        words: changed,
      },
    ),
    'provision-review': of(
      'provision-review',
      subject(meeting, { about: 'provision-0', ...both(meeting) }),
      { ...LOOKED_AT, whyNot: 'A trip', evidence: 'Four checks', without: 'Hears her on Mondays' },
      { type: 'review-provision', review: { provisionId: 'provision-0', ...LOOKED_AT } },
    ),
    'provision-from-before': of(
      'provision',
      subject({ ...meeting, provisionReviews: toReduce }, { about: 'provision-0' }),
      PAIRED_READING,
      { type: 'add-provision', provision: { id: 'provision-0', ...PAIRED_READING } },
    ),
    'target-review-second': as('target-review', subject(meeting, { about: 'target-1', ...both(meeting) })),
    'evidence-second': as('evidence', subject(gathering, { who: TEACHER, ...both(gathering) })),
  };
}
