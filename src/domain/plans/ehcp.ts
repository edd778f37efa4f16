import { annualPartOf, isDecidedByLa } from '../review/annual-part.ts';
import { missingAttendance, missingSectionChange } from '../review/guards/annual.ts';
import {
  missingAction,
  missingProvisionReviews,
  missingTargetReviews,
  openActions,
} from '../review/guards/shared.ts';
import { dueTransfer } from '../statute/transfer.ts';
import { ANNUAL_AGENDA } from './agenda.ts';
import { annualDates, isMetFor } from './annual-dates.ts';
import { RECOMMENDATIONS } from './recommendations.ts';
import type { PlanKindRow } from './row.ts';

/**
 * An education, health and care plan (DfE code E). Its annual review recommends; the local authority, which keeps the plan,
 * decides on a report.
 */
export const ehcp: PlanKindRow = {
  name: 'EHCP',
  inASentence: 'an EHC plan',
  reviewInASentence: 'the annual review of an EHC plan',
  goal: 'outcome',
  words: {
    conclusion: 'recommendation',
    conclusionHeading: 'What the meeting recommends',
    conclusionMade: 'Recorded',
    toConclude: 'Record the recommendation',
    oweConclusion: 'Record what the meeting recommends',
    notReady: 'The recommendation can be recorded once what is named below is there.',
    otherOutcome: 'An annual review recommends to keep, amend or cease the plan. Choose one of these.',
    owePlanning: 'Set the meeting, invite everybody and ask for advice',
    nextPlanning: 'Next: set the meeting, invite everybody and ask for their advice.',
    unlessItEnds: 'unless the plan is to cease',
    keptBack:
      'What the family, health and social care said, and any differences of view, are kept with the SENCO.',
    everyAction: 'The local authority’s decision is in, and every',
  },
  importedAs: ['ehcp', 'E'],
  countsFrom: ['planMade', 'lastReviewed', 'lastMeeting', 'lastDecision'],
  needsADay:
    'a plan needs the day it was made, or of its last review, meeting or decision, to know when its review is due',
  addressesYoungPeople: true,
  ofYoungChildren: false,
  invitesOutsiders: true,
  namesSupport: 'The support that section F of the EHC plan names',
  proposesChanges: true,
  decidedElsewhere: true,
  forms: { plan: 'plan-annual', conclude: 'recommendation' },
  agenda: ANNUAL_AGENDA,
  outcomes: RECOMMENDATIONS,
  before: {
    openMeeting: [],
    outcome: [
      missingTargetReviews,
      missingProvisionReviews,
      missingAttendance,
      missingSectionChange,
      missingAction,
    ],
    close: [openActions],
  },
  timetable: annualDates,
  // The local authority's decision will count, which is later than the meeting.
  nextReview: 'ehcp-next-undecided',
  isDecided: isDecidedByLa,
  // None ends an EHC plan: what the local authority decides to cease stands until any appeal is over (Children and
  // Families Act 2014, s.45(4)), and then the school's data says so.
  endedOn: () => undefined,
  // What an annual review proposed holds from the final plan on.
  goalsHold: (review) => {
    const { finalPlan, orderedPlan } = annualPartOf(review);
    return finalPlan !== undefined || orderedPlan !== undefined;
  },
  isToGoOnWith: isMetFor,
  beginsWith: ({ plan, ...given }) => {
    const due = dueTransfer({ ...given, plan });
    const transfer = due && { kind: due.kind, year: due.year, ...(due.on && { on: due.on }) };
    return { la: plan.la ?? '', ...(transfer && { transfer }) };
  },
};
