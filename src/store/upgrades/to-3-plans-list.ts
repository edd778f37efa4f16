import type { StoredDocument } from '../stored-document.ts';
import { eachDocument, type Upgrade } from './upgrade.ts';

/** A pupil as stored while they had one plan or none, its fields beside the pupil's own. */
type PupilWithOnePlan = StoredDocument & {
  /** A kind of plan, or 'none'. */
  readonly plan: string;
};

const OF_THE_PLAN = new Set([
  'planMade',
  'lastReviewed',
  'la',
  'lastMeeting',
  'lastDecision',
  'phaseTransfer',
  'targets',
]);

/**
 * A stored pupil with the list of their plans in the place of the one plan. Of a pupil without a plan, days and targets of
 * one go: they are the school's, and come with its next import where there is a plan again. Requests for an early review
 * that were refused get the plan they were made for.
 *
 * Reviews stay as they are: a pupil has no two plans of a kind, so a review's `kind` names its plan.
 */
export function withPlansList({ plan: kind, ...stored }: PupilWithOnePlan): StoredDocument {
  const fields = Object.entries(stored);
  const { id, version } = stored;
  const own = { ...Object.fromEntries(fields.filter(([field]) => !OF_THE_PLAN.has(field))), id, version };
  if (kind === 'none') return { ...own, plans: [] };
  const plan = { kind, ...Object.fromEntries(fields.filter(([field]) => OF_THE_PLAN.has(field))) };
  const { refusedRequests } = stored;
  // What is no list of requests stays as it is: the check afterwards says what is wrong with it.
  if (!Array.isArray(refusedRequests)) return { ...own, plans: [plan] };
  return { ...own, plans: [plan], refusedRequests: refusedRequests.map((each) => ofPlan(each, kind)) };
}

const ofPlan = (request: unknown, kind: string): unknown =>
  typeof request === 'object' && request !== null ? { ...request, kind } : request;

const hasOnePlan = (document: StoredDocument): document is PupilWithOnePlan =>
  typeof document.plan === 'string';

/** Format 3: a pupil has a list of plans. */
export const toFormat3: Upgrade = {
  to: 3,
  run: eachDocument((document, collection) => ({
    ...(collection === 'pupils' && hasOnePlan(document) ? withPlansList(document) : document),
    format: 3,
  })),
};
