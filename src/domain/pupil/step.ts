import type { Answers, Questions } from '../questions/question.ts';
import type { Saying } from '../questions/saying.ts';
import type { Actor, Refusal } from '../review/decision.ts';
import type { EarlyRequest, Review } from '../review/review.ts';
import type { Plan, Pupil } from '../school/pupil.ts';
import type { PersonId, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import type { HandedOn } from './handed-on.ts';

/** A pupil as a form about them has them, and who fills it in. */
export interface OfPupil {
  readonly pupil: Pupil;
  readonly school: School;
  /** All reviews of the pupil. */
  readonly reviews: readonly Review[];
  readonly who: PersonId;
  readonly today: LocalDate;
  /** The plan it is about, where it is about one. */
  readonly plan?: Plan;
  /** What another school hands on of them, where they come from one that does. */
  readonly handedOn?: HandedOn;
  /** The other pupils of the school; left out, as none. */
  readonly others?: readonly Pupil[];
}

/** One of a pupil's plans as a form about it has it. */
export interface OfPlan extends OfPupil {
  readonly plan: Plan;
}

/** What a step is decided on, besides the answers: `newId` names what it adds. */
export type Deciding<Of extends OfPupil> = Of & { readonly actor: Actor; readonly newId: string };

/** What comes of a step: the pupil as it is to be stored, a review that begins, or why neither. */
export type PupilDecided =
  | { readonly ok: true; readonly pupil: Pupil }
  | { readonly ok: true; readonly begins: EarlyRequest }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * One thing that a SENCO can say about a pupil, whatever reviews there are: its form, and what that makes of the pupil's
 * document. Only SENCOs of the pupil's school give one.
 */
export interface PupilStepDefinition<Of extends OfPupil, Q extends Questions<Of>> extends Saying<Of> {
  readonly questions: Q;
  /** What is said once it is taken, on the pupil as it then is. */
  said(now: Of): string;
  /** The button on the screen about the pupil; undefined where there is nothing to say now. Left out: `open`, always. */
  offered?(of: Of): string | undefined;
  /** What is to be known before it is filled in. */
  note?(of: Of): string | undefined;
  /** Pure: what the answers make of the pupil. They are well-formed; what else must hold is looked at here. */
  decide(given: Deciding<Of>, answers: Answers<Q>): PupilDecided;
}

/** A step about one of the pupil's plans: which plans it can be about, and what is said where there is none. */
interface WhichPlans {
  fits?(plan: Plan): boolean;
  readonly noPlan: string;
}

/** A step, whatever it asks. */
export interface PupilStep extends PupilStepDefinition<OfPupil, Questions<OfPupil>> {
  /** Left out where it is about the pupil as a whole. */
  readonly ofPlan?: WhichPlans;
}

/** A step about the pupil as a whole. */
export const aboutPupil = <const Q extends Questions<OfPupil>>(
  definition: PupilStepDefinition<OfPupil, Q>,
): PupilStep => definition;

/** A step about one of the pupil's plans. */
export const aboutPlan = <const Q extends Questions<OfPlan>>({
  ofPlan,
  ...definition
}: PupilStepDefinition<OfPlan, Q> & { readonly ofPlan: WhichPlans }): PupilStep =>
  // It is only ever handed a pupil with the plan that it is about.
  ({ ...(definition as unknown as PupilStep), ofPlan });
