import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { owedForPupil } from '../../../src/domain/pupil/owed.ts';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { dueList, duesOf } from '../../../src/domain/statute/due.ts';
import { reckon, ruleOn } from '../../../src/domain/statute/statute.ts';
import { waitingInData } from '../../../src/domain/statute/waiting-in-data.ts';
import type { DueView } from '../../../src/presentation/due-view.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { agendaCard } from '../../../src/presentation/screens/agenda.ts';
import { chaseCard } from '../../../src/presentation/screens/chase.ts';
import { chaseInDataCard } from '../../../src/presentation/screens/chase-in-data.ts';
import { datesCard } from '../../../src/presentation/screens/dates.ts';
import { datesAheadCard } from '../../../src/presentation/screens/dates-ahead.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { dueCard } from '../../../src/presentation/screens/due.ts';
import { heldEarlyCard } from '../../../src/presentation/screens/held-early.ts';
import { meetingCalledOffCard } from '../../../src/presentation/screens/meeting-messages.ts';
import * as told from '../../../src/presentation/screens/message-cards.ts';
import { missingCard } from '../../../src/presentation/screens/missing.ts';
import { noReviewCard } from '../../../src/presentation/screens/no-review.ts';
import { overviewCard } from '../../../src/presentation/screens/overview.ts';
import { lateLaIn } from '../../../src/presentation/screens/overview-late.ts';
import { packCard } from '../../../src/presentation/screens/pack.ts';
import { recordCard } from '../../../src/presentation/screens/record.ts';
import { statusCard } from '../../../src/presentation/screens/status.ts';
import { tellOutside } from '../../../src/presentation/screens/tell-outside.ts';
import { mineCard } from '../../../src/presentation/screens/waiting.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcPlan,
  anEhcpPupil,
  annualAt,
  readyToRecommend,
} from '../../support/annual-builders.ts';
import {
  anAction,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  parentViews,
  pupilViews,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { notKnown } from '../../support/one-plan.ts';

/** A Tuesday in term, before the builders' meeting; and a Tuesday after its decision was due. */
const BEFORE = '2026-11-10';
const AFTER = '2027-01-12';

const school = aSchool();
const pupil = anEhcpPupil();
const young = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' });
const at = (review: Review, today: string, who: Pupil = pupil) => ({ review, pupil: who, school, today });
const run = { mayRun: true } as const;
const look = { mayRun: false } as const;
const good = { text: 'Saved.', style: 'good' } as const;

const acting = (given: Partial<AnnualReview> = {}, more: Partial<Review> = {}): Review =>
  anAnnualReview({ stage: 'acting', annual: annualAt('acting', given), ...more });
const report = aLetter('2026-12-04', 'Everybody invited');
const amends = { ...aLetter('2026-12-21', 'Amends sections E and F'), kind: 'amend' as const };
const keeps = { ...aLetter('2026-12-21', 'No amendments are needed'), kind: 'keep' as const };
const chased = aLetter('2027-01-05', 'They said by Friday');
const by = { by: SENCO, at: '2026-11-09T09:00:00.000Z' };

const gathering = anAnnualReview();
/** Beside those from outside, his mother, who is no staff of the school. */
function invitingHisMother(): Review {
  const { meeting } = gathering;
  if (!meeting) throw new Error('the builders set a meeting');
  const invitees = [
    ...meeting.invitees.filter(({ kind }) => kind === 'staff'),
    { kind: 'other', name: "Ben's mother" } as const,
  ];
  return { ...gathering, meeting: { ...meeting, invitees } };
}
const allIn = anAnnualReview({
  annual: { ...annualAt('meeting'), attendance: {}, sectionChanges: [] },
  parentViews: parentViews(),
  pupilViews: pupilViews(),
});
const late = acting({ report, chases: [chased] });
/** The review of the year before, which was never decided on. */
const before: Review = {
  ...acting({ report: aLetter('2025-12-04', 'Everybody invited') }),
  ...{ id: 'review-before', ref: 'B4R3', startedAt: '2025-11-03T09:00:00.000Z' },
  meeting: { date: '2025-11-25', time: '14:30', invitees: [] },
  meetingOpenedAt: '2025-11-25T14:30:00.000Z',
};

/** Kept, and appealed against; that appeal was withdrawn, and the family has lodged another in time. */
const appealedTwice = acting({
  report,
  decision: keeps,
  earlierAppeals: [
    {
      lodged: { ...aLetter('2026-12-22', ''), alone: 'no' },
      ended: { ...aLetter('2027-01-04', ''), how: 'withdrawn' },
    },
  ],
  appeal: { ...aLetter('2027-01-11', ''), alone: 'no' },
});

const inYear6 = anEhcpPupil({ yearGroup: '6' });

/** A looked-after child with people around him, whose carer asked for another time and sent something in. */
const withPeople: Pupil = {
  ...anEhcpPupil(),
  people: {
    interpreter: 'Polish, for Mum',
    supporter: 'Kim Reed, SENDIASS',
    lookedAfter: 'yes',
    socialWorker: 'Sol Worker',
    virtualHead: 'Val Head',
    jointReviewOn: '2026-12-10',
    representative: '',
    ground: '',
    capacity: '',
    ...by,
  },
};
const family: Partial<Review> = {
  rearrangements: [
    {
      ...{ id: 'rearrangement-1', asker: 'parent', askedOn: '2026-11-09' },
      ...{ why: 'A hospital appointment', preferred: 'Any morning' },
      ...by,
    },
  ],
  sentIn: [
    {
      ...{ id: 'sent-in-1', what: 'A memory book', from: 'The foster carer' },
      ...{ on: '2026-11-09', kept: 'In his tray' },
      ...by,
    },
  ],
};
const withFamily: Review = { ...gathering, ...family };
const amending = acting({ report, decision: amends, notice: aLetter('2026-12-21', '') });

function calledOff(review: Review): Review {
  const { meeting, ...rest } = review;
  if (!meeting) throw new Error('the builders set a meeting');
  const off = { ...meeting, ...by, was: 'called-off', why: 'The officer is ill' } as const;
  const before = { ...meeting, ...by, date: '2026-11-17', was: 'moved', why: 'A school trip' } as const;
  return { ...rest, earlierMeetings: [before, off] };
}

const early: Partial<Review> = {
  early: { asker: 'parent', askedOn: '2026-10-30', why: 'He is out of class every day' },
};
const refused = {
  ...by,
  id: 'request-1',
  asker: 'parent',
  askedOn: '2026-10-12',
  why: 'He is bored',
  refusal: 'A review was held in September, and nothing has changed',
} as const;

const nursery = aPupil({
  ...{ id: 'n1', firstName: 'Nia', lastName: 'Example', yearGroup: 'N2', plan: 'early-years-iep' },
  dateOfBirth: '2023-02-03',
  lastReviewed: '2026-10-01',
});

/** Pupils of the other kinds: a move at risk, a late decision, under five, an early years plan. */
function duePupils(): Pupil[] {
  const undecided = anEhcpPupil({ id: 'e3', ref: 'E3', lastName: 'Sample-3', lastMeeting: '2026-01-20' });
  return [
    anEhcpPupil({ id: 'e1', ref: 'E1', lastName: 'Sample-1' }),
    anEhcpPupil({ id: 'e2', ref: 'E2', lastName: 'Sample-2', yearGroup: '6', dateOfBirth: '2015-11-20' }),
    notKnown(undecided, 'lastDecision'),
    anEhcpPupil({ id: 'e4', ref: 'E4', lastName: 'Sample-4', yearGroup: 'N2', dateOfBirth: '2023-03-20' }),
    nursery,
  ];
}

const due = (view: DueView = {}) => {
  const reviews = [acting({ report }, { id: 'e1.1', pupilId: 'e1' })];
  const list = dueList(duePupils(), reviews, AFTER, school);
  return dueCard({ schools: [{ school, list, alone: [], reviews, ...run }], today: AFTER, page: 1, view });
};

const owedIn = (reviews: readonly Review[], today: string) =>
  reviews.flatMap((review) =>
    obligationsOf(review, school, today).map((obligation) => ({
      obligation,
      review,
      pupil,
      reviews,
      school,
    })),
  );
const ofSenco = (reviews: readonly Review[], today: string) =>
  owedIn(reviews, today).filter(({ obligation }) => obligation.who === SENCO);

/** Met on 24 November 2026, as the school's data has it, and not decided. */
const fromData = { ...pupil, plans: [{ ...anEhcPlan(), lastMeeting: '2026-11-24' }] };
function first<One>([one]: readonly One[]): One {
  if (one === undefined) throw new Error('nothing waits');
  return one;
}

const lateRow = (review: Review, mayRun: boolean) =>
  lateLaIn(review, AFTER).map((owed) => ({ review, pupil, reviews: [review], school, owed, mayRun }));

/** The screens of annual reviews and of early years plans, by the name of its golden file. */
export const ANNUAL_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'annual-due': due(),
  'annual-due-why': due({ why: true }),
  'annual-status-preparing': statusCard({ ...at(anAnnualReview({ stage: 'preparing' }), BEFORE), ...run }),
  'annual-status-gathering': statusCard({ ...at(gathering, BEFORE), ...run }),
  'annual-status-invited': statusCard({
    ...at(anAnnualReview(early), BEFORE),
    ...run,
    notice: good,
    first: tellOutside(invitingHisMother(), 'They are not in this chat: please invite them.'),
  }),
  'annual-status-all-in': statusCard({ ...at(allIn, BEFORE), ...run }),
  'annual-status-called-off': statusCard({ ...at(calledOff(gathering), BEFORE), ...run }),
  'annual-status-acting': statusCard({ ...at(acting(), '2026-11-26'), ...run }),
  'annual-status-late': statusCard({ ...at(late, AFTER), ...run }),
  'annual-status-amending': statusCard({ ...at(amending, AFTER), ...run }),
  'annual-status-leader': statusCard({ ...at(late, AFTER), ...look }),
  'annual-status-closed': statusCard({
    ...at(anAnnualReview({ stage: 'closed' }), '2027-02-09', { ...pupil, refusedRequests: [refused] }),
    ...run,
  }),
  'annual-dates-none': datesCard({ ...at(calledOff(gathering), BEFORE), ...run }),
  'annual-dates-gathering': datesCard({ ...at(gathering, BEFORE), ...run }),
  'annual-dates-amending': datesCard({ ...at(amending, AFTER), ...run }),
  'annual-dates-two-appeals': datesCard({ ...at(appealedTwice, '2027-01-12'), ...run }),
  'annual-status-two-appeals': statusCard({ ...at(appealedTwice, '2027-01-12'), ...run }),
  'annual-record-two-appeals': recordCard({ ...at(appealedTwice, '2027-01-12'), ...run, scope: 'all' }),
  'annual-dates-leader': datesCard({ ...at(late, AFTER), ...look }),
  'annual-pack': packCard({ ...at(gathering, BEFORE), ...run }),
  'annual-pack-short-notice': packCard({
    ...at(
      anAnnualReview({ annual: annualAt('gathering', { shortNotice: { ...by, why: 'Moved up' } }) }),
      BEFORE,
    ),
    ...look,
  }),
  'annual-pack-people': packCard({ ...at(withFamily, BEFORE, withPeople), ...run }),
  'annual-status-people': statusCard({ ...at(withFamily, BEFORE, withPeople), ...run }),
  'annual-agenda-people': agendaCard({
    ...at({ ...readyToRecommend(), ...family }, '2026-11-24', withPeople),
    ...run,
  }),
  'annual-pack-all-in': packCard({ ...at(allIn, BEFORE), ...run, notice: good }),
  'annual-pack-met': packCard({ ...at(acting(), AFTER), ...run }),
  'annual-chase': chaseCard({ ...at(late, AFTER), ...run, who: SENCO }),
  'annual-chase-two': chaseCard({ ...at(before, AFTER), reviews: [before, late], ...run, who: SENCO }),
  'annual-status-two': statusCard({ ...at(late, AFTER), reviews: [before, late], ...run }),
  'annual-chase-in-time': chaseCard({ ...at(acting({ report }), '2026-12-10'), ...run, who: SENCO }),
  'annual-chase-amending': chaseCard({ ...at(amending, '2027-03-02'), ...run, who: SENCO }),
  'annual-chase-young-person': chaseCard({ ...at(late, AFTER, young), ...run, who: SENCO }),
  'annual-dates-ahead': datesAheadCard({
    ...{ pupil, due: first(duesOf(pupil, [], BEFORE, school)), mayRun: true, today: BEFORE },
  }),
  'annual-chase-in-data': chaseInDataCard({
    ...{ pupil: fromData, school, owed: [first(waitingInData(fromData, [], AFTER, school))] },
    ...{ who: SENCO, mayRun: true, today: AFTER },
  }),
  'annual-chase-leader': chaseCard({ ...at(late, AFTER), ...look, who: TEACHER }),
  'annual-chase-nothing': chaseCard({
    ...at(acting({ report, decision: keeps }), AFTER),
    ...run,
    who: SENCO,
  }),
  'annual-missing': missingCard(at(gathering, BEFORE)),
  'annual-held-early': heldEarlyCard({ ...at(gathering, BEFORE), anyway: true }),
  'annual-agenda': agendaCard({ ...at(readyToRecommend(), '2026-11-24'), ...run }),
  'annual-agenda-missing': agendaCard({
    ...at(anAnnualReview({ stage: 'meeting', annual: annualAt('gathering') }), '2026-11-24', {
      ...pupil,
      yearGroup: '9',
    }),
    ...run,
  }),
  'annual-agenda-gathered': agendaCard({ ...at(allIn, BEFORE), ...run, about: 'gathered-1' }),
  'annual-record': recordCard({
    ...at(acting({ report, decision: amends, notice: aLetter('2026-12-21', '') }, early), AFTER),
    ...run,
    scope: 'all',
  }),
  'annual-record-kept': recordCard({
    ...at(acting({ report, decision: keeps }), AFTER, young),
    ...run,
    scope: 'all',
  }),
  'annual-record-staff': recordCard({ ...at(amending, AFTER), ...look, scope: 'record' }),
  'annual-mine': mineCard({
    owed: ofSenco([gathering, late], AFTER),
    today: AFTER,
    page: 1,
    mayLookAtDue: true,
  }),
  'annual-digest': digestCard({
    reader: SENCO,
    owed: ofSenco([amending, acting({}, { id: 'review-2', ref: 'B2C3' })], AFTER),
    late: ofSenco([late], AFTER).map((one) => ({ ...one, step: 'leader' as const })),
    settled: [
      {
        id: `review-1/report/${SENCO}`,
        settled: { is: 'recorded' },
        of: { review: late, pupil, reviews: [late], school },
      },
    ],
    today: AFTER,
  }),
  'annual-digest-leader': digestCard({
    reader: LEADER,
    owed: [],
    late: owedForPupil({ pupil: inYear6, reviews: [], school, today: AFTER }).map((obligation) => ({
      ...{ obligation, pupil: inYear6, school },
      step: 'leader' as const,
    })),
    today: AFTER,
  }),
  'annual-overview': overviewCard({
    open: [],
    closed: [],
    first: {
      late: [...lateRow(late, true), ...lateRow(acting({}, { id: 'review-2' }), false)],
      toSend: [],
      heldUp: [],
    },
    view: { which: 'open', by: 'owner', page: 1 },
    own: false,
    today: AFTER,
  }),
  'annual-no-review': noReviewCard({
    pupil: { ...pupil, refusedRequests: [refused] },
    school,
    dues: duesOf(pupil, [], AFTER, school),
    today: AFTER,
    say: 'No review of this pupil has been started here.',
    buttons: [],
    notice: good,
  }),
  'told-meeting-called-off': meetingCalledOffCard({ ...at(calledOff(gathering), BEFORE), who: SENCO }),
  'told-la-decided': told.laDecidedCard(at(amending, AFTER)),
  'told-annual-closed': told.reviewClosedCard({
    ...at(anAnnualReview({ stage: 'closed' }), '2027-02-09'),
    next: reckon(ruleOn('ehcp-next', '2026-12-18'), '2026-12-18'),
  }),
  'status-called-off': statusCard({ ...at(calledOff(aReview(early)), BEFORE, aPupil()), ...run }),
  'nursery-status': statusCard({ ...at(aReview({ kind: 'early-years-iep' }), BEFORE, nursery), ...run }),
  'nursery-agenda': agendaCard({
    ...at(aReview({ kind: 'early-years-iep', stage: 'meeting' }), '2026-11-24', nursery),
    ...run,
  }),
  'nursery-record': recordCard({
    ...at(aReview({ kind: 'early-years-iep', stage: 'acting', actions: [anAction()] }), AFTER, nursery),
    ...run,
    scope: 'all',
  }),
};
