import type { AnnualReview, Dated, Outsider, SectionChange } from '../../src/domain/review/annual.ts';
import type { Review, Stage } from '../../src/domain/review/review.ts';
import type { Plan, Pupil } from '../../src/domain/school/pupil.ts';
import {
  aDoneAction,
  anAction,
  anOutcome,
  aPlan,
  aPupil,
  aReview,
  aTarget,
  SENCO,
  TEACHER,
} from './builders.ts';
import { type OfAPupil, withOnePlan } from './one-plan.ts';

/*
 * Test data for annual reviews of an EHC plan, as in `builders.ts`: started 2026-11-02, everybody invited on 2026-11-03 to
 * the meeting on 2026-11-24. So the report is due on 2026-12-08, the decision and notice on 2026-12-22, the final plan
 * on 2027-02-16 (or eight weeks after the notice).
 */

/** A Year 5 pupil of `aSchool()` with an EHC plan of Northshire's, last decided on 2025-12-16, with two outcomes. */
export function anEhcpPupil(given: OfAPupil = {}): Pupil {
  const { plans: _, ...pupil } = aPupil();
  return withOnePlan(anEhcPlan(), given, {
    ...pupil,
    id: 'oakfield-p002',
    ref: 'P002',
    firstName: 'Ben',
    lastName: 'Sample',
    dateOfBirth: '2016-11-20',
    yearGroup: '5',
  });
}

/** An EHC plan of Northshire's, last decided on 2025-12-16, with two outcomes. */
export function anEhcPlan(given: Partial<Plan> = {}): Plan {
  return {
    kind: 'ehcp',
    planMade: '2024-01-15',
    la: 'Northshire',
    lastMeeting: '2025-11-25',
    lastDecision: '2025-12-16',
    targets: [
      aTarget({ text: 'By the end of Year 6 reads a text of his age and tells what it says' }),
      aTarget({
        id: 'target-2',
        text: 'By the end of Year 6 asks for a break before he is upset',
        measure: 'Nine times of ten',
      }),
    ],
    ...given,
  };
}

const recorded = (on: string, words: string): Dated => ({ on, words, by: SENCO, at: `${on}T16:00:00.000Z` });

/** The report, the notice, the comments, …: what was done or came `on` a day. */
export const aLetter = recorded;

/** Somebody from outside, whose advice has not come. */
export function anOutsider(given: Partial<Outsider> = {}): Outsider {
  return { id: 'outsider-la', role: 'la-sen-officer', name: 'Olu Officer', ...given };
}

/** Everybody the law names; health has sent advice, social care will send none, the officer and the head have not said. */
export function theOutsiders(): readonly Outsider[] {
  const advice = (on: string, given: boolean, words: string) => ({ ...recorded(on, words), given });
  return [
    anOutsider({ id: 'outsider-parent', role: 'parent', name: 'Bea Sample' }),
    anOutsider(),
    anOutsider({
      id: 'outsider-health',
      role: 'health',
      name: 'Dr Hana Health',
      advice: advice('2026-11-05', true, 'Hearing tested and well; letter in the file'),
    }),
    anOutsider({
      id: 'outsider-care',
      role: 'social-care',
      name: 'Social care duty team',
      advice: advice('2026-11-06', false, 'The family is not known to them'),
    }),
    anOutsider({ id: 'outsider-head', role: 'head', name: 'Hal Head' }),
  ];
}

/** A change to section F, as the meeting proposes it. */
export function aSectionChange(given: Partial<SectionChange> = {}): SectionChange {
  return {
    id: 'change-1',
    section: 'F',
    change: 'Speech and language therapy weekly rather than monthly',
    evidence: 'The therapist’s report of 2 November',
    ...given,
  };
}

const set: Partial<AnnualReview> = { invitedOn: '2026-11-03' };

function metAnnual(): Partial<AnnualReview> {
  const late = recorded('2026-11-09', 'Sent by e-mail');
  return {
    ...set,
    outsiders: theOutsiders().map((one) => ({ ...one, advice: one.advice ?? { ...late, given: true } })),
    circulated: recorded('2026-11-10', 'By secure e-mail'),
    attendance: {
      'outsider-parent': 'present',
      'outsider-la': 'apologies',
      'outsider-health': 'sent-advice',
      'outsider-care': 'absent',
      'outsider-head': 'present',
      [TEACHER]: 'present',
    },
    sectionChanges: [aSectionChange()],
  };
}

function closedAnnual(): Partial<AnnualReview> {
  return {
    ...metAnnual(),
    report: recorded('2026-12-04', 'Everybody invited'),
    chases: [],
    decision: { ...recorded('2026-12-18', 'Amends sections E and F'), kind: 'amend' },
    notice: recorded('2026-12-18', 'With the decision'),
    comments: recorded('2027-01-04', 'Agree, but ask for a start in January'),
    finalPlan: recorded('2027-02-05', ''),
  };
}

/**
 * What an annual review holds that has come to `stage`: gathering has the full grid with advice partly in; meeting has
 * all advice, the attendance and one section to change; acting has nothing recorded after the meeting; closed has the
 * report, the decision to amend, the notice, the comments and the final plan.
 */
export function annualAt(stage: Stage, given: Partial<AnnualReview> = {}): AnnualReview {
  const byStage: Readonly<Record<Stage, () => Partial<AnnualReview>>> = {
    preparing: () => ({ outsiders: [] }),
    gathering: () => set,
    meeting: metAnnual,
    acting: metAnnual,
    closed: closedAnnual,
    cancelled: () => set,
  };
  return {
    la: 'Northshire',
    outsiders: theOutsiders(),
    attendance: {},
    sectionChanges: [],
    chases: [],
    ...byStage[stage](),
    ...given,
  };
}

/** "Recommend that the plan is amended", with the parts of the report. */
const aRecommendation = () =>
  anOutcome({
    kind: 'recommend-amend',
    inWords: 'Section F should say weekly therapy',
    whatWillChange: 'Ben will see the therapist each week',
    report: { healthAndCare: 'As before', adulthood: '', personalBudget: 'Not wanted' },
  });

function reviewed(): Partial<Review> {
  const one = {
    progress: 'some',
    evidence: 'Reads with help',
    delivered: 'partly',
    difference: 'A little',
    stillRight: 'keep',
  } as const;
  return { targetReviews: ['target-1', 'target-2'].map((targetId) => ({ targetId, ...one })) };
}

/**
 * An annual review of `anEhcpPupil()` as it stands in `stage` (default gathering): see `annualAt` for what `annual`
 * holds then. Acting: it recommends to amend, both outcomes are reviewed, one action is open; closed: it is done.
 */
export function anAnnualReview(given: Partial<Review> = {}): Review {
  const stage = given.stage ?? 'gathering';
  const { id: pupilId } = anEhcpPupil();
  const { targets } = anEhcPlan();
  const decided: Partial<Review> = { ...reviewed(), outcome: aRecommendation(), actions: [anAction()] };
  const more: Readonly<Record<Stage, Partial<Review>>> = {
    preparing: {},
    gathering: {},
    meeting: {},
    acting: decided,
    closed: { ...decided, actions: [aDoneAction()], closedAt: '2027-02-08T12:00:00.000Z' },
    cancelled: {},
  };
  return {
    ...aReview({ stage, kind: 'ehcp', pupilId, targets }),
    annual: annualAt(stage),
    ...more[stage],
    ...given,
  };
}

/** An annual review at its meeting with all there that a recommendation needs. */
export function readyToRecommend(given: Partial<Review> = {}): Review {
  return anAnnualReview({ stage: 'meeting', ...reviewed(), actions: [anAction()], ...given });
}

/** Ada with two plans, of SEN Support and an EHC plan: as the builders have each, but for the targets' ids. */
export function aPupilWithTwoPlans(given: OfAPupil = {}): Pupil {
  const outcomes = anEhcPlan().targets.map((target) => ({ ...target, id: `outcome-${target.id}` }));
  return aPupil({ plans: [aPlan(), anEhcPlan({ targets: outcomes })], ...given });
}
