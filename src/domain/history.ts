import type { Actor, ReviewEvent } from './commands.ts';
import type { HistoryEntry } from './review.ts';

type Of<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>;

/** The names of the fields an event touched, as paths in the review: names and ids, never what stands in them. */
const FIELDS: { readonly [T in ReviewEvent['type']]: (event: Of<T>) => readonly string[] } = {
  'review-started': ({ early, annual }) => [
    ...['schoolId', 'pupilId', 'ref', 'kind', 'lead', 'targets'],
    ...(early ? ['early'] : []),
    ...(annual ? ['annual.la', 'annual.transfer'] : []),
  ],
  'meeting-planned': ({ annual }) => [
    ...['meeting.date', 'meeting.time', 'meeting.invitees', 'evidence'],
    ...(annual ? ['annual.outsiders', 'annual.invitedOn', 'annual.shortNotice'] : []),
  ],
  'meeting-called-off': () => ['meeting', 'earlierMeetings'],
  'advice-recorded': ({ id }) => [`annual.outsiders.${id}.advice`],
  'advice-circulated': () => ['annual.circulated'],
  'attendance-recorded': () => ['annual.attendance'],
  'section-change-added': ({ change }) => [`annual.sectionChanges.${change.id}`],
  'provision-changed': ({ provision }) => [`provision.${provision.id}`],
  'report-sent': () => ['annual.report'],
  'la-decided': () => ['annual.decision'],
  'la-chased': () => ['annual.chases'],
  'notice-recorded': () => ['annual.notice'],
  'comments-recorded': () => ['annual.comments'],
  'final-plan-recorded': () => ['annual.finalPlan'],
  'mediation-recorded': () => ['annual.mediation'],
  'evidence-submitted': () => ['evidence.answer'],
  'parent-views-recorded': () => ['parentViews'],
  'pupil-views-recorded': () => ['pupilViews'],
  'views-sought': ({ whose }) => [whose === 'parent' ? 'parentViews' : 'pupilViews'],
  'meeting-opened': () => ['meetingOpenedAt'],
  'target-reviewed': ({ review }) => [`targetReviews.${review.targetId}`],
  'target-added': ({ target }) => [`newTargets.${target.id}`],
  'provision-added': ({ provision }) => [`provision.${provision.id}`],
  'disagreement-recorded': ({ id }) => [`disagreements.${id}`],
  'action-added': ({ id }) => [`actions.${id}`],
  'taken-back': ({ what, id }) => [`${COLLECTION[what]}.${id}`],
  'outcome-decided': () => ['outcome'],
  'record-corrected': () => ['corrections'],
  'action-completed': ({ id }) => [`actions.${id}.done`],
  'action-extended': ({ id }) => [`actions.${id}.due`, `actions.${id}.extensions`],
  'action-disowned': ({ id }) => [`actions.${id}.disowned`],
  'action-cannot-be-done': ({ id }) => [`actions.${id}.cannotBeDone`],
  'action-withdrawn': ({ id }) => [`actions.${id}.withdrawn`],
  'action-reassigned': ({ id }) => [`actions.${id}.owner`, `actions.${id}.due`],
  'review-closed': () => ['closedAt'],
  'review-cancelled': () => ['cancelled'],
};

const COLLECTION = {
  action: 'actions',
  provision: 'provision',
  target: 'newTargets',
  disagreement: 'disagreements',
  'section-change': 'annual.sectionChanges',
} as const;

/** What the review's history keeps of an event: who, when, which event, which fields; never their text. */
export function historyEntry(event: ReviewEvent, actor: Actor): HistoryEntry {
  // TypeScript can't see that the function found by an event's type takes that event.
  const fields = FIELDS[event.type] as (event: ReviewEvent) => readonly string[];
  return { at: actor.at, by: actor.who, what: event.type, fields: fields(event) };
}
