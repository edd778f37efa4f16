import type { Command, CommandType } from './commands.ts';
import { staffAmong } from './invitees.ts';
import { isSenco, membership } from './membership.ts';
import type { Review } from './review.ts';
import type { PersonId, School } from './school.ts';

/**
 * How much of a review somebody sees. 'all': everything (sencos, leaders). 'record': their own evidence and their own
 * actions, and once the outcome is decided the shared record (staff asked or invited). 'own': their own actions only.
 */
export type Scope = 'all' | 'record' | 'own';

/** What of the review they may see; undefined: nothing, not even that it exists. To be asked at every open. */
export function maySeeReview(review: Review, person: PersonId, school: School): Scope | undefined {
  const member = review.schoolId === school.id ? membership(school, person) : undefined;
  if (!member) return undefined;
  if (member.role !== 'staff') return 'all';
  if (staffConcerned(review).includes(person)) return 'record';
  return review.actions.some((action) => action.owner === person) ? 'own' : undefined;
}

/** Whether they may see the shared record: what the meeting agreed, once it is decided. */
export function maySeeRecord(review: Review, person: PersonId, school: School): boolean {
  const scope = maySeeReview(review, person, school);
  return scope === 'all' || (scope === 'record' && review.outcome !== undefined);
}

/** The staff asked for evidence or invited, each once, whether or not they have left since. */
export function staffConcerned(review: Review): readonly PersonId[] {
  // Whom a meeting that was called off had invited waits for the new date.
  const set = review.meeting ?? review.earlierMeetings?.at(-1);
  return [...new Set([...review.evidence.map((request) => request.who), ...staffAmong(set?.invitees)])];
}

/** Who may give each command: the SENCO, the person asked for evidence, the action's owner, or either of the last two. */
export type Giver = 'senco' | 'asked' | 'owner' | 'owner-or-senco';

export const GIVERS: Readonly<Record<CommandType, Giver>> = {
  'plan-meeting': 'senco',
  'cancel-meeting': 'senco',
  'record-advice': 'senco',
  'record-circulation': 'senco',
  'submit-evidence': 'asked',
  'record-parent-views': 'senco',
  'record-pupil-views': 'senco',
  'views-not-given': 'senco',
  'open-meeting': 'senco',
  'review-target': 'senco',
  'add-target': 'senco',
  'add-provision': 'senco',
  'change-provision': 'senco',
  'add-section-change': 'senco',
  'record-attendance': 'senco',
  'record-disagreement': 'senco',
  'add-action': 'senco',
  'take-back': 'senco',
  'decide-outcome': 'senco',
  'correct-record': 'senco',
  'record-report': 'senco',
  'record-la-decision': 'senco',
  'chase-la': 'senco',
  'record-notice': 'senco',
  'record-comments': 'senco',
  'record-final-plan': 'senco',
  'record-mediation': 'senco',
  'complete-action': 'owner-or-senco',
  'extend-action': 'owner-or-senco',
  'disown-action': 'owner',
  'cannot-do-action': 'owner-or-senco',
  'withdraw-action': 'senco',
  'reassign-action': 'senco',
  'cancel-review': 'senco',
};

/**
 * Whether the person may give such a command, whatever the stage. `action` is the id of the action it is about; without
 * it, whether there is any action of theirs it could be about.
 */
export function mayRun(
  review: Review,
  type: CommandType,
  person: PersonId,
  school: School,
  action?: string,
): boolean {
  if (review.schoolId !== school.id || !membership(school, person)) return false;
  const giver = GIVERS[type];
  if (giver === 'asked') return review.evidence.some((request) => request.who === person);
  if (giver !== 'owner' && isSenco(school, person)) return true;
  return giver !== 'senco' && owns(review, person, action);
}

/** The action a command is about, where it is about one that is already there. */
export function actionOf(command: Command): string | undefined {
  switch (command.type) {
    case 'complete-action':
    case 'extend-action':
    case 'disown-action':
    case 'cannot-do-action':
    case 'withdraw-action':
    case 'reassign-action':
      return command.id;
    default:
      return undefined;
  }
}

function owns(review: Review, person: PersonId, action: string | undefined): boolean {
  return review.actions.some(({ id, owner }) => owner === person && (action === undefined || id === action));
}
