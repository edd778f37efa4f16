import type { Review } from '../../../src/domain/review/review.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import { anAnnualReview, anEhcpPupil, readyToRecommend } from '../../support/annual-builders.ts';
import { anAction, aPupil, aReview, TEACHER, withSupport } from '../../support/builders.ts';
import { of, type Sample, subject } from './sample.ts';

/** Three years old, in the nursery class; four, in Reception; seventeen. */
const inNursery = aPupil({ dateOfBirth: '2023-03-03', yearGroup: 'N2', plan: 'early-years-iep' });
const inReception = aPupil({ dateOfBirth: '2022-03-03', yearGroup: 'R', plan: 'early-years-iep' });
const young = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' });
const early = (given: Partial<Review> = {}) => aReview({ kind: 'early-years-iep', ...given });

/** No later than an early years plan is to be reviewed again. */
const SOON = '2027-01-15';

/** Of a young child's plan it is not asked whether the parents were at the meeting. */
const unasked = <T extends object>(answers: T & { readonly parentsThere?: unknown }) => {
  const { parentsThere: _, ...others } = answers;
  return others;
};

/** What the forms of every review are answered, as `SAMPLES` has it for SEN Support. */
export function kindSamples(samples: Readonly<Record<string, Sample>>): Readonly<Record<string, Sample>> {
  const as = (name: string, about: Sample['subject']): Sample => {
    const { form, answered, becomes } = samples[name] as Sample;
    return of(form, about, answered, becomes);
  };
  const nursery = (given: Partial<Review> = {}, more: Parameters<typeof subject>[1] = {}) =>
    subject(early(given), { pupil: inNursery, ...more });
  const meeting = readyToRecommend();
  const { outcome } = samples;
  return {
    'plan-meeting-nursery': as('plan-meeting', nursery({ stage: 'preparing' })),
    'evidence-nursery': as('evidence', nursery(withSupport(), { who: TEACHER })),
    'evidence-annual': as('evidence', subject(anAnnualReview(), { who: TEACHER })),
    'parent-views-nursery': as('parent-views', nursery()),
    'parent-views-young-person': as('parent-views', subject(anAnnualReview(), { pupil: young })),
    'pupil-views-nursery': as('pupil-views', nursery()),
    'pupil-views-reception': as('pupil-views', subject(early(), { pupil: inReception })),
    'pupil-views-young-person': as('pupil-views', subject(anAnnualReview(), { pupil: young })),
    'views-not-given-young-person': as(
      'views-not-given-pupil',
      subject(anAnnualReview(), { pupil: young, about: 'pupil' }),
    ),
    'target-review-annual': as('target-review', subject(meeting, { about: 'target-1' })),
    'target-annual': as('target', subject(meeting)),
    'action-annual': as('action', subject(meeting)),
    'provision-nursery': as('provision', nursery({ stage: 'meeting' })),
    'outcome-nursery': of(
      'outcome',
      nursery({ stage: 'meeting', actions: [anAction()] }),
      unasked({ ...outcome?.answered, nextReviewBy: SOON }),
      unasked({ ...outcome?.becomes, nextReviewBy: SOON }) as Command,
    ),
    'correction-annual': as('correction', subject(anAnnualReview({ stage: 'acting' }))),
    'cancel-young-person': as('cancel', subject(anAnnualReview(), { pupil: young })),
  };
}
