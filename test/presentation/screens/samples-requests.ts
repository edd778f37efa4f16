import type { guidePage } from '../../../src/domain/guide/guide.ts';
import { owedBy } from '../../../src/domain/nudges/obligations.ts';
import { planRow } from '../../../src/domain/plans/index.ts';
import type { LaRequest, Review } from '../../../src/domain/review/review.ts';
import { familyTermsOf, readerOf } from '../../../src/domain/review/terms-of.ts';
import { localAuthorityOf } from '../../../src/domain/school/local-authority.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { press } from '../../../src/presentation/buttons.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { familyCard } from '../../../src/presentation/screens/family.ts';
import { guideCard } from '../../../src/presentation/screens/guide.ts';
import { overviewCard } from '../../../src/presentation/screens/overview.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { requestGivenCard } from '../../../src/presentation/screens/request-given.ts';
import { requestsCard } from '../../../src/presentation/screens/requests.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { ASSISTANT, anAction, anOutcome, aPupil, aReview, aSchool, SENCO } from '../../support/builders.ts';
import { aRequest, REFUSED, SENT } from '../forms/samples-requests.ts';

/** The local authority of the samples, with who helps families there. */
const school = aSchool({
  localAuthorities: [
    {
      name: 'Elmshire',
      sendiass: { name: 'SENDIASS Elmshire', contact: '01632 960123' },
      mediation: { name: 'Elm Mediation', contact: '01632 960456' },
    },
  ],
});
const TODAY = '2027-01-13';

const asked = (...requests: readonly LaRequest[]): Review =>
  aReview({
    stage: 'acting',
    actions: [anAction()],
    outcome: anOutcome({ kind: 'ehc-assessment' }),
    considered: {
      tried: 'Paired reading for two terms: 8 of 10 words',
      advice: 'Speech therapist, March 2026: done',
      notEnough: 'She needs an adult beside her in each lesson',
      by: SENCO,
      at: '2026-11-24T15:00:00.000Z',
    },
    requests,
  });
const of = (review: Review, today = TODAY) => ({ review, pupil: aPupil(), school, today });
const seen = (review: Review, today = TODAY) =>
  requestsCard({ ...of(review, today), who: SENCO, mayRun: true, all: true });

const topUp = aRequest({ kind: 'top-up', owner: ASSISTANT });
const refused = aRequest({ sent: SENT, answer: REFUSED });

const toSend = asked(aRequest({ owner: ASSISTANT }), topUp);

const YOUNG = anEhcpPupil({ dateOfBirth: '2009-01-10', yearGroup: '13' });
const YOUNG_ON_SUPPORT = aPupil({ dateOfBirth: '2009-01-10', yearGroup: '13' });
const REPRESENTED: Pupil = {
  ...YOUNG,
  people: {
    ...{
      interpreter: '',
      supporter: '',
      lookedAfter: 'no',
      socialWorker: '',
      virtualHead: '',
      jointReviewOn: '',
    },
    ...{ representative: 'Dee Deputy', ground: 'deputy', capacity: 'Assessed on 1 September' },
    ...{ by: SENCO, at: '2026-11-02T09:00:00.000Z' },
  },
};
const ofPlan = (kind: Review['kind'], pupil: Pupil, today = '2026-11-24') => ({
  terms: familyTermsOf({ kind }, pupil, today),
  reader: readerOf(pupil, today),
  la: localAuthorityOf(school),
  decidedElsewhere: planRow(kind).decidedElsewhere,
});
type Page = Parameters<typeof guidePage>[0];
const guide = (page: Page, kind: Review['kind'], pupil: Pupil) =>
  guideCard({
    page,
    line: `${planRow(kind).name} · Oakfield Primary School`,
    of: ofPlan(kind, pupil),
    to: (to) => press.guide(to, kind, pupil.id),
    others: [],
  });

/** What was asked of the local authority; the guide; what families get. */
export const REQUEST_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'requests-to-send': seen(asked(aRequest(), topUp), '2026-12-01'),
  'requests-mine': requestsCard({
    ...of(asked(aRequest(), topUp), '2026-12-01'),
    ...{ who: ASSISTANT, mayRun: false, all: false },
  }),
  'requests-late': seen(asked(aRequest({ sent: SENT }))),
  'requests-exception': seen(asked(aRequest({ sent: SENT, exception: 'closed', answerBy: '2027-02-01' }))),
  'requests-refused': seen(asked(refused)),
  'requests-agreed': seen(asked(aRequest({ sent: SENT, answer: { ...REFUSED, result: 'agreed' } }))),
  'requests-top-up-refused': seen(asked({ ...topUp, sent: SENT, answerBy: '2027-01-08', answer: REFUSED })),
  'requests-status': statusCard({ ...of(asked(aRequest({ sent: SENT }), topUp)), mayRun: true }),
  'requests-overview': overviewCard({
    ...{ open: [], closed: [], own: false, today: TODAY },
    first: {
      late: [],
      toSend: [
        {
          ...of(toSend),
          reviews: [toSend],
          requests: [
            { ...aRequest(), sendBy: '2027-01-12' },
            { ...topUp, sendBy: '2027-01-20' },
          ],
        },
      ],
      heldUp: [],
    },
    view: { which: 'open', by: 'owner', page: 1 },
  }),
  'requests-digest': digestCard({
    reader: ASSISTANT,
    owed: owedBy(ASSISTANT, [toSend], [school], '2026-11-24').map((obligation) => ({
      ...of(toSend, '2026-11-24'),
      ...{ obligation, reviews: [toSend] },
    })),
    today: '2026-11-24',
  }),
  'requests-given': requestGivenCard({ ...of(toSend, '2026-11-24'), request: topUp }),
  'requests-record': recordCard({ ...of(asked(refused)), scope: 'all', mayRun: true }),
  'guide-senco': guide('senco', 'sen-support', aPupil()),
  'guide-senco-annual': guide('senco', 'ehcp', anEhcpPupil()),
  'guide-family': guide('family', 'sen-support', aPupil()),
  'guide-family-young-person': guide('family', 'ehcp', YOUNG),
  'guide-senco-represented': guide('senco', 'ehcp', REPRESENTED),
  'guide-family-represented': guide('family', 'ehcp', REPRESENTED),
  'guide-questions-represented': guide('questions', 'ehcp', REPRESENTED),
  'guide-routes-young-person': guide('routes', 'sen-support', YOUNG_ON_SUPPORT),
  'guide-questions': guide('questions', 'sen-support', aPupil()),
  'guide-routes': guide('routes', 'sen-support', aPupil()),
  'guide-routes-annual': guide('routes', 'ehcp', anEhcpPupil()),
  'family-before': familyCard(of(aReview({ stage: 'gathering' }), '2026-11-10')),
  // On SEN Support too, somebody of 17 is written to themselves.
  'family-young-person': familyCard({
    ...of(aReview({ stage: 'gathering' }), '2026-11-10'),
    pupil: YOUNG_ON_SUPPORT,
  }),
  'family-after': familyCard(of(asked(aRequest({ sent: SENT })))),
  'family-refused': familyCard(of(asked(refused, { ...topUp, sent: SENT, answer: REFUSED }), '2027-01-20')),
  'family-annual': familyCard({
    ...of(anAnnualReview({ stage: 'acting' }), '2026-12-01'),
    pupil: anEhcpPupil(),
  }),
};
