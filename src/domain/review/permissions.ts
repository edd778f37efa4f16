import { isSenco, membership } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import { staffConcerned } from './concerned.ts';
import { requestsOf } from './requests.ts';
import type { Review } from './review.ts';
import { type Command, type CommandType, STEPS } from './steps/index.ts';

/**
 * How much of a review somebody sees. 'all': everything (sencos, leaders). 'record': their own evidence and their own
 * actions, and once the outcome is decided the shared record (staff asked or invited). 'own': their own actions, and what they are to send, only.
 */
export type Scope = 'all' | 'record' | 'own';

/** What of the review they may see; undefined: nothing, not even that it exists. To be asked at every open. */
export function maySeeReview(review: Review, person: PersonId, school: School): Scope | undefined {
  const member = review.schoolId === school.id ? membership(school, person) : undefined;
  if (!member) return undefined;
  if (member.role !== 'staff') return 'all';
  if (staffConcerned(review).includes(person)) return 'record';
  const theirs = review.actions.some(({ owner }) => owner === person) || sends(review, person);
  return theirs ? 'own' : undefined;
}

/** Whether they may see the shared record: what the meeting agreed, once it is decided. */
export function maySeeRecord(review: Review, person: PersonId, school: School): boolean {
  const scope = maySeeReview(review, person, school);
  return scope === 'all' || (scope === 'record' && review.outcome !== undefined);
}

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
  const { giver } = STEPS[type];
  if (giver === 'asked') return review.evidence.some((request) => request.who === person);
  if (giver !== 'owner' && isSenco(school, person)) return true;
  if (giver === 'sender-or-senco') return sends(review, person);
  return giver !== 'senco' && owns(review, person, action);
}

/** The action a command is about, where it is about one that is already there. */
export function actionOf(command: Command): string | undefined {
  return STEPS[command.type].aboutAction && 'id' in command ? command.id : undefined;
}

/** Whether a request to the local authority is theirs to send. */
function sends(review: Review, person: PersonId): boolean {
  return requestsOf(review).some(({ owner }) => owner === person);
}

function owns(review: Review, person: PersonId, action: string | undefined): boolean {
  return review.actions.some(({ id, owner }) => owner === person && (action === undefined || id === action));
}
