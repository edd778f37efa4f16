import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import type { Owed } from '../../../src/presentation/screens/waiting.ts';
import { anAnnualReview, anEhcpPupil, annualAt } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceRequest,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';

/** A Monday in term. */
export const MONDAY = '2027-01-11';
const away = { from: '2027-01-04', until: '2027-02-01' };
const school = aSchool({
  staff: STAFF.map((one) => (one.email === ASSISTANT ? { ...one, absent: away } : one)),
});

const called = (id: string, forename: string, surname: string): Pupil =>
  aPupil({ id, firstName: forename, lastName: surname });
const owedIn = (review: Review, pupil: Pupil): Owed[] =>
  obligationsOf(review, school, MONDAY).map((obligation) => ({
    ...{ obligation, review, pupil, reviews: [review], school },
  }));

const ben = anEhcpPupil();
/** Its meeting was on 24 November: the report was due on 8 December, the decision on 22 December. */
const decided = owedIn(anAnnualReview({ id: 'r-ben', stage: 'acting', annual: annualAt('acting') }), ben);
const cal = owedIn(
  aReview({ id: 'r-cal', stage: 'preparing', startedAt: '2026-12-07T09:00:00.000Z' }),
  called('c', 'Cal', 'Third'),
);
const { parentViews: _p, pupilViews: _q, ...bare } = aReview({ id: 'r-dee' });
const dee = owedIn(
  {
    ...bare,
    meeting: { date: MONDAY, time: '14:30', invitees: [] },
    evidence: [
      anEvidenceRequest({ who: TEACHER, dueBy: '2026-12-18' }),
      anEvidenceRequest({ who: BYSTANDER, dueBy: '2026-12-18' }),
    ],
  } as Review,
  called('d', 'Dee', 'Fourth'),
);
export const eve = owedIn(
  aReview({
    ...{ id: 'r-eve', stage: 'acting', parentViews: parentViews(), pupilViews: pupilViews() },
    actions: [
      anAction({
        id: 'pens',
        what: 'Order the pens and show the class how they work',
        owner: SENCO,
        due: MONDAY,
      }),
      anAction({ id: 'home', what: 'Write home', owner: ASSISTANT, due: '2027-01-13' }),
      anAction({ id: 'call', what: 'Call the library', owner: SENCO, due: '2027-01-12' }),
      anAction({
        id: 'mum',
        what: 'Ring the speech therapist about the summer',
        owner: SENCO,
        due: '2027-01-14',
      }),
    ],
  }),
  called('e', 'Eve', 'Fifth'),
);

export const all = [...decided, ...cal, ...dee, ...eve];
export const own = all.filter(({ obligation }) => obligation.who === SENCO);
export const late = dee
  .filter(({ obligation }) => obligation.kind === 'evidence')
  .map((one) => ({ ...one, step: 'senco' as const }));
export const monday = digestCard({
  reader: SENCO,
  owed: own,
  late,
  aboutSchool: [{ school, notice: { is: 'terms', year: 2027 } }],
  aboutStaff: [
    {
      school,
      notice: {
        is: 'second-account',
        second: { person: TEACHER, account: 'slack.T1.U9', at: `${MONDAY}T07:00:00.000Z` },
      },
    },
  ],
  today: MONDAY,
});

/** The same morning to a senior leader, whom what is long overdue is told: twelve things that others have to do. */
const leaders = [...all, ...decided].slice(0, 12).map((one) => ({ ...one, step: 'leader' as const }));
export const mondayOfALeader = digestCard({ reader: LEADER, owed: [], late: leaders, today: MONDAY });

/** A Monday’s digests by the names of their golden pages. */
export const MONDAY_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'digest-monday': monday,
  'digest-monday-leader': mondayOfALeader,
};
