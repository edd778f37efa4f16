import { type Cut, fieldsChanged } from '../fields-changed.ts';
import type { HistoryEntry } from '../school/history-entry.ts';
import type { Actor } from './decision.ts';
import type { Fact } from './facts.ts';
import type { Review } from './review.ts';

/**
 * How a review is cut into what its history names. Its bookkeeping is no history; nor is its stage, which follows from
 * what happened, nor how often somebody answered.
 */
export const REVIEW_CUT: Cut<Review> = {
  fields: {
    id: 'aside',
    version: 'aside',
    stage: 'aside',
    taken: 'aside',
    history: 'aside',
    messages: 'aside',
    schoolId: 'whole',
    pupilId: 'whole',
    ref: 'whole',
    kind: 'whole',
    lead: 'whole',
    startedAt: 'whole',
    targets: 'whole',
    addressing: 'whole',
    noSchool: 'whole',
    quiet: 'whole',
    decidedInData: 'whole',
    early: 'whole',
    meeting: { fields: { date: 'whole', time: 'whole', where: 'whole', invitees: 'whole' } },
    earlierMeetings: 'whole',
    rearrangements: { by: 'id', each: 'whole' },
    // By address: so that those told are not named.
    toldInPerson: 'whole',
    toldOutside: 'whole',
    sentIn: { by: 'id', each: 'whole' },
    evidence: {
      by: 'who',
      nameless: true,
      each: {
        fields: { who: 'aside', askedAt: 'whole', dueBy: 'whole', revision: 'aside', answer: 'whole' },
      },
    },
    parentViews: 'whole',
    pupilViews: 'whole',
    meetingOpenedAt: 'whole',
    profileLookedAt: 'whole',
    targetReviews: { by: 'targetId', each: 'whole' },
    last: 'whole',
    provisionReviews: { by: 'provisionId', each: 'whole' },
    proposedProvision: { by: 'id', each: 'whole' },
    agendaNotes: { by: 'point', each: 'whole' },
    newTargets: { by: 'id', each: 'whole' },
    provision: {
      by: 'id',
      each: {
        fields: {
          id: 'aside',
          what: 'whole',
          who: 'whole',
          howOften: 'whole',
          howLong: 'whole',
          groupSize: 'whole',
          howReviewed: 'whole',
          starts: 'whole',
          owner: 'whole',
          named: 'aside',
          happening: 'whole',
          ended: 'whole',
        },
      },
    },
    disagreements: { by: 'id', each: 'whole' },
    actions: {
      by: 'id',
      each: {
        fields: {
          id: 'aside',
          what: 'whole',
          targetId: 'whole',
          owner: 'whole',
          doneBy: 'whole',
          onBehalfOf: 'whole',
          due: 'whole',
          howWeWillKnow: 'whole',
          addedAt: 'whole',
          done: 'whole',
          extensions: 'whole',
          disowned: 'whole',
          cannotBeDone: 'whole',
          withdrawn: 'whole',
        },
      },
    },
    outcome: 'whole',
    considered: 'whole',
    requests: {
      by: 'kind',
      each: {
        fields: {
          kind: 'aside',
          owner: 'whole',
          sendBy: 'whole',
          sent: 'whole',
          answerBy: 'whole',
          exception: 'whole',
          notes: 'whole',
          answer: 'whole',
          mediation: 'whole',
        },
      },
    },
    annual: {
      fields: {
        la: 'whole',
        transfer: 'whole',
        invitedOn: 'whole',
        adviceBy: 'whole',
        shortNotice: 'whole',
        outsiders: {
          by: 'id',
          each: { fields: { id: 'aside', role: 'whole', name: 'whole', advice: 'whole' } },
        },
        // By address, for staff: so it is named as one.
        attendance: 'whole',
        attendanceLate: 'whole',
        circulated: 'whole',
        sectionChanges: { by: 'id', each: 'whole' },
        report: 'whole',
        chases: 'whole',
        decision: 'whole',
        neverDecided: 'whole',
        ceaseConsulted: 'whole',
        notice: 'whole',
        comments: 'whole',
        notAmending: 'whole',
        finalPlan: 'whole',
        orderedPlan: 'whole',
        mediation: 'whole',
        appeal: 'whole',
        appealEnded: 'whole',
        earlierAppeals: 'whole',
        corrected: 'whole',
      },
    },
    corrections: 'whole',
    closedAt: 'whole',
    reopened: 'whole',
    cancelled: 'whole',
  },
};

/**
 * What the review's history keeps of a fact that made `after` of `before` (undefined: the review begins with it): who,
 * when, which fact, and the names of the fields it changed; never their text.
 */
export function historyEntry(
  before: Review | undefined,
  after: Review,
  fact: Fact,
  actor: Actor,
): HistoryEntry {
  return {
    at: actor.at,
    by: actor.who,
    what: fact.type,
    fields: fieldsChanged(before, after, REVIEW_CUT),
  };
}
