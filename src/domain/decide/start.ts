import type { Actor, Refusal, ReviewEvent } from '../commands.ts';
import { isSenco, membership, NOT_HERE } from '../permissions.ts';
import type { Review } from '../review.ts';
import type { PlanKind, Pupil, School, Target } from '../school.ts';
import { refusal } from './decision.ts';

/** What starting a review needs. `targets` are the plan's as they stand; `openReview` is the pupil's, if one is. */
export interface StartRequest {
  readonly id: string;
  readonly ref: string;
  readonly pupil: Pupil;
  readonly targets: readonly Target[];
  readonly openReview?: Review | undefined;
  readonly actor: Actor;
  readonly school: School;
}

type Started = Extract<ReviewEvent, { type: 'review-started' }>;
export type StartDecision =
  | { readonly ok: true; readonly event: Started }
  | { readonly ok: false; readonly refusal: Refusal };

/** Why reviews of a plan can't be run here; undefined when they can. */
const UNSUPPORTED: Readonly<Record<Pupil['plan'], string | undefined>> = {
  'sen-support': undefined,
  'early-years-iep': undefined,
  ehcp: 'Annual reviews of an EHC plan can’t be run here yet: they follow the local authority’s steps. For now, run this one the way you do today.',
  none: 'There is no plan to review. Once the school’s data has one, a review can be started.',
};

/** Whether a review can start, and what then has happened. Only a senco of the pupil's own school starts one. */
export function start({ id, ref, pupil, targets, openReview, actor, school }: StartRequest): StartDecision {
  const refused = notTheirs(pupil, actor, school) ?? notThisPlan(pupil) ?? oneIsOpen(openReview);
  if (refused) return { ok: false, refusal: refused };
  // A pupil without a plan has just been refused.
  const kind = pupil.plan as PlanKind;
  const { who: lead, at } = actor;
  const about = { schoolId: school.id, pupilId: pupil.id, ref, kind, lead };
  return { ok: true, event: { type: 'review-started', id, ...about, targets, at } };
}

function notTheirs(pupil: Pupil, { who }: Actor, school: School): Refusal | undefined {
  if (pupil.schoolId === school.id && isSenco(school, who)) return undefined;
  const known = pupil.schoolId === school.id && membership(school, who);
  return refusal(
    'not-yours',
    known ? 'Only the SENCO can start a review. Ask them if one is needed.' : NOT_HERE,
  );
}

function notThisPlan({ plan }: Pupil): Refusal | undefined {
  const why = UNSUPPORTED[plan];
  return why === undefined ? undefined : refusal('kind-not-supported', why);
}

function oneIsOpen(review: Review | undefined): Refusal | undefined {
  if (!review || review.stage === 'closed' || review.stage === 'cancelled') return undefined;
  const offer = { what: 'status', about: review.id } as const;
  if (review.stage !== 'acting')
    return refusal('review-open', 'A review is already under way. Go on with that one.', { offer });
  const say =
    'The last review still has open actions. Once they are done it closes, and a new one can start.';
  return refusal('open-actions', say, { offer });
}
