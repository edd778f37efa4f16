import { isSenco, membership } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import { staffConcerned, staffToldOfOutcome } from './concerned.ts';
import { type Around, needHasEnded } from './need-to-know.ts';
import { requestsOf } from './requests.ts';
import type { Review } from './review.ts';
import { sharesOf } from './shares.ts';
import { type Command, type CommandType, STEPS } from './steps/index.ts';

/**
 * How much of a review somebody sees. 'all': everything (sencos, leaders). 'record': their own evidence and their own
 * actions, and once the outcome is decided the shared record (staff asked or invited, but for who had nothing to say and no part in
 * it). 'own': their own actions, the support they see to, and what they are to send, only. Once their need has ended
 * (`need-to-know.ts`), staff see what of theirs is not settled, and nothing else.
 */
export type Scope = 'all' | 'record' | 'own';

/** What of the review they may see; undefined: nothing, not even that it exists. To be asked at every open. */
export function maySeeReview(
  review: Review,
  person: PersonId,
  school: School,
  around: Around,
): Scope | undefined {
  const member = review.schoolId === school.id ? membership(school, person) : undefined;
  if (!member) return undefined;
  if (member.role !== 'staff') return 'all';
  const hasEnded = needHasEnded(review, person, school, around);
  if (staffConcerned(review).includes(person) && !hasEnded) return 'record';
  return sharesOf(review, person).some(({ isSettled }) => !hasEnded || !isSettled) ? 'own' : undefined;
}

/** Whether they may see the shared record: what the meeting agreed, once it is decided. */
export function maySeeRecord(review: Review, person: PersonId, school: School, around: Around): boolean {
  const scope = maySeeReview(review, person, school, around);
  return (
    scope === 'all' ||
    (review.outcome !== undefined && staffToldOfOutcome(review).includes(person) && scope === 'record')
  );
}

/**
 * Whether the person may give such a command, whatever the stage. `about` is the id of the action or support it is about;
 * without it, whether there is any of theirs it could be about.
 */
export function mayRun(
  review: Review,
  type: CommandType,
  person: PersonId,
  school: School,
  about?: string,
): boolean {
  if (review.schoolId !== school.id || !membership(school, person)) return false;
  const { giver } = STEPS[type];
  if (giver === 'asked') return review.evidence.some((request) => request.who === person);
  if (giver !== 'owner' && isSenco(school, person)) return true;
  if (giver === 'sender-or-senco') return sends(review, person);
  const things = STEPS[type].aboutSupport ? review.provision : review.actions;
  return giver !== 'senco' && owns(things, person, about);
}

/** The action or support a command is about, where it is about one that is already there. */
export function thingOf(command: Command): string | undefined {
  return isAboutThing(command.type) && 'id' in command ? command.id : undefined;
}

/** Whether whose the thing is may count that a command of this type is about. */
export function isAboutThing(type: CommandType): boolean {
  return STEPS[type].aboutAction ?? STEPS[type].aboutSupport ?? false;
}

/** Whether a request to the local authority is theirs to send. */
function sends(review: Review, person: PersonId): boolean {
  return requestsOf(review).some(({ owner }) => owner === person);
}

interface Owned {
  readonly id: string;
  readonly owner?: PersonId;
}

function owns(things: readonly Owned[], person: PersonId, about: string | undefined): boolean {
  return things.some(({ id, owner }) => owner === person && (about === undefined || id === about));
}
