import { isOpen } from './actions.ts';
import { type AnnualReview, adviceAwaited } from './annual.ts';
import { membership } from './permissions.ts';
import type { Action, Review } from './review.ts';
import type { PersonId, School } from './school.ts';
import type { Instant, LocalDate } from './time.ts';

/** What has become of something that was owed. */
export type Settled =
  /** By whom. */
  | { readonly is: 'done' | 'withdrawn'; readonly by: PersonId }
  /** It is with somebody else, or with somebody at all. */
  | { readonly is: 'given'; readonly to: PersonId }
  /** Still owed, and not now: it has a later day. */
  | { readonly is: 'moved'; readonly to: LocalDate }
  /** It waits for the SENCO to decide. */
  | { readonly is: 'disowned' | 'cannot-be-done' }
  | { readonly is: 'answered' | 'planned' | 'recorded' | 'opened' | 'decided' }
  /** There is no need for it any more. */
  | { readonly is: 'over' };

/** What an obligation's id says of it. */
export interface ObligationName {
  readonly kind: string;
  readonly who: PersonId;
  /** The action, or the person, it is about. */
  readonly about: string | undefined;
}

/** Reads an obligation's id: its review, its kind, what it is about, whose it is. */
export function obligationNamed(id: string): ObligationName {
  const [, kind = '', ...rest] = id.split('/');
  return { kind, who: rest.at(-1) ?? '', about: rest.length > 1 ? rest[0] : undefined };
}

/** An action that got a later day after `since`: it is owed still, but it has been answered. */
export function movedSince(action: Action, since: Instant): Settled | undefined {
  const last = action.extensions.at(-1);
  return last && last.at > since && isOpen(action) ? { is: 'moved', to: last.to } : undefined;
}

/** What has become of an obligation that is not owed any more, by its id; `school` is the review's own. */
export function settledAs(id: string, review: Review, school: School): Settled {
  const { kind, who, about } = obligationNamed(id);
  switch (kind) {
    case 'action':
    case 'reassign':
    case 'decide-action': {
      const action = review.actions.find((one) => one.id === about);
      return (action && actionSettled(action, who, kind, school)) ?? { is: 'over' };
    }
    case 'evidence': {
      const answered = review.evidence.some((one) => one.who === who && one.answer);
      return { is: answered ? 'answered' : 'over' };
    }
    case 'parent-views':
      return { is: review.parentViews ? 'recorded' : 'over' };
    case 'pupil-views':
      return { is: review.pupilViews ? 'recorded' : 'over' };
    case 'plan-meeting':
      return { is: review.meeting ? 'planned' : 'over' };
    case 'hold-meeting':
      return { is: review.meetingOpenedAt ? 'opened' : 'over' };
    case 'decide-outcome':
      return { is: review.outcome ? 'decided' : 'over' };
    default:
      return { is: isRecorded(kind, review.annual) ? 'recorded' : 'over' };
  }
}

/** Whether what only an annual review owes has been recorded. */
function isRecorded(kind: string, annual: AnnualReview | undefined): boolean {
  if (!annual) return false;
  switch (kind) {
    case 'advice':
      return adviceAwaited(annual).length === 0;
    case 'circulate':
      return annual.circulated !== undefined;
    case 'report':
      return annual.report !== undefined;
    case 'la-decision':
      return annual.decision !== undefined;
    case 'notice':
      return annual.notice !== undefined;
    case 'comments':
      return annual.comments !== undefined;
    case 'final-plan':
      return annual.finalPlan !== undefined;
    default:
      return false;
  }
}

function actionSettled(action: Action, who: PersonId, kind: string, school: School): Settled | undefined {
  if (action.done) return { is: 'done', by: action.done.by };
  if (action.withdrawn) return { is: 'withdrawn', by: action.withdrawn.by };
  if (action.cannotBeDone) return { is: 'cannot-be-done' };
  if (action.disowned) return { is: 'disowned' };
  // Theirs as before, and no longer long overdue: it has another day.
  if (kind === 'action' && action.owner === who) return { is: 'moved', to: action.due };
  return membership(school, action.owner) ? { is: 'given', to: action.owner } : undefined;
}
