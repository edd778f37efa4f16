import { NOTHING_YET } from './annual.ts';
import type { Actor } from './commands.ts';
import type { ReviewEvent } from './events.ts';
import { EVOLVE_ANNUAL } from './evolve/annual.ts';
import { calledOff, planned } from './evolve/meeting.ts';
import type { Action, EvidenceRequest, Review, TargetReview } from './review.ts';

type Of<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>;
type Started = Of<'review-started'>;
type Later = Exclude<ReviewEvent, Started>;

/** The review as it begins: version 0, nothing planned. */
export function begin(event: Started): Review {
  const { id, schoolId, pupilId, ref, kind, lead, targets, early, annual, at } = event;
  return {
    ...{ id, schoolId, pupilId, ref, kind, lead, targets },
    version: 0,
    stage: 'preparing',
    startedAt: at,
    ...(early && { early }),
    ...(annual && { annual: { ...NOTHING_YET, ...annual } }),
    evidence: [],
    targetReviews: [],
    newTargets: [],
    provision: [],
    disagreements: [],
    actions: [],
    corrections: [],
    taken: [],
    history: [],
    messages: [],
  };
}

/** The review after something has happened to it. History and messages are left to `run`. */
export function evolve(review: Review, event: ReviewEvent, actor: Actor): Review {
  if (event.type === 'review-started') return begin(event);
  // TypeScript can't see that the function found by an event's type takes that event.
  const apply = EVOLVE[event.type] as (review: Review, event: Later, actor: Actor) => Review;
  return apply(review, event, actor);
}

const EVOLVE: {
  readonly [T in Later['type']]: (review: Review, event: Of<T>, actor: Actor) => Review;
} = {
  ...EVOLVE_ANNUAL,
  'meeting-planned': planned,
  'meeting-called-off': (review, { why }, actor) => calledOff(review, why, actor),
  'evidence-submitted': (review, { who, said, late }, { at }) => ({
    ...review,
    evidence: review.evidence.map(
      (request): EvidenceRequest =>
        request.who === who
          ? { ...request, revision: request.revision + 1, answer: { at, late, said } }
          : request,
    ),
  }),
  'parent-views-recorded': (review, { said }, { who, at }) => ({
    ...review,
    parentViews: { recordedBy: who, at, given: true, said },
  }),
  'pupil-views-recorded': (review, { said }, { who, at }) => ({
    ...review,
    pupilViews: { recordedBy: who, at, given: true, said },
  }),
  'views-sought': (review, { whose, soughtOn, howSought }, { who, at }) => {
    const sought = { recordedBy: who, at, given: false, soughtOn, howSought } as const;
    return whose === 'parent' ? { ...review, parentViews: sought } : { ...review, pupilViews: sought };
  },
  'meeting-opened': (review, _event, { at }) => ({ ...review, stage: 'meeting', meetingOpenedAt: at }),
  'target-reviewed': (review, event) => ({
    ...review,
    targetReviews: withTargetReview(review.targetReviews, event.review),
  }),
  'target-added': (review, { target }) => ({ ...review, newTargets: [...review.newTargets, target] }),
  'provision-added': (review, { provision }) => ({ ...review, provision: [...review.provision, provision] }),
  'provision-changed': (review, { provision }) => ({
    ...review,
    provision: review.provision.map((one) => (one.id === provision.id ? provision : one)),
  }),
  'disagreement-recorded': (review, { id, who, words }) => ({
    ...review,
    disagreements: [...review.disagreements, { id, who, words }],
  }),
  'action-added': (review, { type: _, ...action }, { at }) => ({
    ...review,
    actions: [...review.actions, { ...action, addedAt: at, extensions: [] }],
  }),
  'taken-back': takeBack,
  'outcome-decided': (review, { type: _, ...outcome }, { who, at }) => ({
    ...review,
    stage: 'acting',
    outcome: { ...outcome, decidedBy: who, at },
  }),
  'record-corrected': (review, { part, words }, { who, at }) => ({
    ...review,
    corrections: [...review.corrections, { by: who, at, part, words }],
  }),
  'action-completed': (review, { type: _, id, ...said }, { who, at }) =>
    withAction(review, id, (action) => ({ ...settled(action), done: { by: who, at, ...said } })),
  'action-extended': (review, { type: _, id, times: _times, resumes: _resumes, ...said }, { who, at }) =>
    withAction(review, id, (action) => ({
      // An owner who asks for more time takes it as theirs after all; a SENCO who gives it has not said whose it is.
      ...(action.owner === who ? settled(action) : possible(action)),
      due: said.to,
      extensions: [...action.extensions, { by: who, at, ...said }],
    })),
  'action-disowned': (review, { type: _, id, ...said }, { at }) =>
    withAction(review, id, (action) => ({ ...action, disowned: { at, ...said } })),
  'action-cannot-be-done': (review, { type: _, id, ...said }, { who, at }) =>
    withAction(review, id, (action) => ({ ...action, cannotBeDone: { by: who, at, ...said } })),
  'action-withdrawn': (review, { type: _, id, ...said }, { who, at }) =>
    withAction(review, id, (action) => ({ ...action, withdrawn: { by: who, at, ...said } })),
  'action-reassigned': (review, { id, to, due }) =>
    withAction(review, id, (action) => ({ ...settled(action), owner: to, due })),
  'review-closed': (review, _event, { at }) => ({ ...review, stage: 'closed', closedAt: at }),
  'review-cancelled': (review, { why }, { who, at }) => ({
    ...review,
    stage: 'cancelled',
    cancelled: { by: who, at, why },
  }),
};

/** A second review of the same target takes the place of the first, where that stood. */
function withTargetReview(all: readonly TargetReview[], one: TargetReview): readonly TargetReview[] {
  const seen = all.some(({ targetId }) => targetId === one.targetId);
  return seen ? all.map((each) => (each.targetId === one.targetId ? one : each)) : [...all, one];
}

function withAction(review: Review, id: string, change: (action: Action) => Action): Review {
  return {
    ...review,
    actions: review.actions.map((action) => (action.id === id ? change(action) : action)),
  };
}

/** The action, no longer said to be somebody else's, nor that it can't be done. */
function settled({ disowned: _, ...action }: Action): Action {
  return possible(action);
}

function possible({ cannotBeDone: _, ...action }: Action): Action {
  return action;
}

function takeBack(review: Review, { what, id }: Of<'taken-back'>): Review {
  const without = <T extends { readonly id: string }>(all: readonly T[]) =>
    all.filter((one) => one.id !== id);
  switch (what) {
    case 'action':
      return { ...review, actions: without(review.actions) };
    case 'provision':
      return { ...review, provision: without(review.provision) };
    case 'target':
      return { ...review, newTargets: without(review.newTargets) };
    case 'disagreement':
      return { ...review, disagreements: without(review.disagreements) };
    case 'section-change': {
      const { annual } = review;
      return annual
        ? { ...review, annual: { ...annual, sectionChanges: without(annual.sectionChanges) } }
        : review;
    }
  }
}
