import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { type Pupil, standingAlone } from '../../../src/domain/school/pupil.ts';
import { dueList } from '../../../src/domain/statute/due.ts';
import { press } from '../../../src/presentation/buttons.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { choosePlanCard } from '../../../src/presentation/screens/choose-plan.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { anAnnualReview, aPupilWithTwoPlans } from '../../support/annual-builders.ts';
import { aPupil, aReview, aSchool, SENCO } from '../../support/builders.ts';

const TODAY = '2026-11-24';
const school = aSchool();
const refused = {
  id: 'request-1',
  kind: 'ehcp',
  asker: 'parent',
  askedOn: '2026-10-12',
  why: 'She is bored',
  refusal: 'It is held in November',
  by: SENCO,
  at: '2026-10-14T09:00:00.000Z',
} as const;
const ada = aPupilWithTwoPlans({ refusedRequests: [refused] });
/** As she is once an import has taken her SEN Support away. */
const left: Pupil = { ...ada, plans: ada.plans.filter(({ kind }) => kind === 'ehcp') };

/** As she is once her SEN Support has become an EHC plan. */
const became = aPupil({ plan: 'ehcp', planMade: '2026-11-05' });

const support = aReview({ id: 'support-1', ref: 'S1' });
const annual = anAnnualReview({ id: 'annual-1', ref: 'A1', pupilId: ada.id });

const due = (pupil: Pupil, reviews: readonly Review[]) =>
  dueCard({
    schools: [
      {
        ...{ school, reviews, mayRun: true, list: dueList([pupil], reviews, TODAY, school) },
        alone: standingAlone(pupil, reviews).map((review) => ({ pupil, review })),
      },
    ],
    today: TODAY,
    page: 1,
  });

const status = (review: Review) => statusCard({ review, pupil: ada, school, today: TODAY, mayRun: true });

function digest(pupil: Pupil): CardMessage {
  const reviews = [support, annual];
  const owed = reviews.flatMap((review) =>
    obligationsOf(review, school, TODAY)
      .filter(({ who }) => who === SENCO)
      .map((obligation) => ({ obligation, review, pupil, reviews, school })),
  );
  return digestCard({ reader: SENCO, owed, today: TODAY });
}

const ofKind = (kind: 'sen-support' | 'ehcp') => ({ kind, send: press.pupil(ada.id, undefined, kind) });

/** The screens of a pupil with two plans, and of one whose other plan is gone, by the name of its golden file. */
export const TWO_PLANS_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'two-plans-due': due(ada, [annual]),
  'two-plans-due-one-gone': due(left, [support, annual]),
  'two-plans-due-changed': due(became, [support]),
  'two-plans-status': status(support),
  'two-plans-status-annual': status(annual),
  'two-plans-digest': digest(ada),
  'two-plans-digest-one-gone': digest(left),
  'choose-plan': choosePlanCard(ada, [ofKind('sen-support'), ofKind('ehcp')]),
  'choose-plan-one-gone': choosePlanCard(left, [ofKind('ehcp'), ofKind('sen-support')]),
  'choose-plan-changed': choosePlanCard(left, [ofKind('ehcp')]),
};
