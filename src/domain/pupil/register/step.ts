import type { Answers, Questions, Sent } from '../../questions/question.ts';
import type { Saying } from '../../questions/saying.ts';
import type { Actor, Refusal } from '../../review/decision.ts';
import type { Review } from '../../review/review.ts';
import type { Plan, Pupil } from '../../school/pupil.ts';
import type { PersonId, School } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';

/** The pupils of a school as a form about them has them, and who fills it in. */
export interface OfRegister {
  readonly school: School;
  readonly pupils: readonly Pupil[];
  /** All reviews of the school. */
  readonly reviews: readonly Review[];
  readonly who: PersonId;
  readonly today: LocalDate;
  /** What stands in its inputs, where it was sent. */
  readonly typed: Sent;
  /** The page of a list, from 1. */
  readonly page: number;
  /** Where it was sent: the rows that stood on it, though others have been answered for since. */
  readonly shown?: readonly string[];
  /** The ids of whom this very form has changed already: it was cut short, and is sent again. */
  readonly changed?: readonly string[];
}

/** A pupil of whom something is still to be said; of one of their plans, where it is about one. */
export interface MissingRow {
  /** In the ids of its inputs. */
  readonly id: string;
  readonly pupil: Pupil;
  readonly plan?: Plan;
}

/** What a step is decided on, besides the answers: `newId` names a pupil that it adds. */
export interface DecidingRegister extends OfRegister {
  readonly actor: Actor;
  readonly newId: string;
}

/** A change to one pupil; of one who is not there yet, `now` is undefined. */
export interface PupilChange {
  readonly id: string;
  change(now: Pupil | undefined): Pupil | undefined;
}

/** A pupil of whom an answer was not saved, and why: "has left the school meanwhile". */
export interface NotSaved {
  readonly pupil: Pupil;
  readonly why: string;
}

/** What comes of a step: the pupils it changes, in the order that is safe to be cut short in, and what is shown then. */
export type RegisterDecided =
  | {
      readonly ok: true;
      readonly changes: readonly PupilChange[];
      readonly say: string;
      /** Whose answers were not taken. */
      readonly notSaved?: readonly NotSaved[];
      /** The pupil who is shown; left out, the form again with those it is still to be said of. */
      readonly shows?: string;
      /** The form that is shown then, in the place of this one. */
      readonly next?: string;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** One thing that a SENCO says about several of a school's pupils, or of one who is new. */
interface RegisterStepDefinition<Q extends Questions<OfRegister>> extends Saying<OfRegister> {
  readonly questions: Q;
  /** Of whom it is still to be said; left out where it is not about pupils who are there. */
  rows?(of: OfRegister): readonly MissingRow[];
  /** So many of them stand on a page; left out: ten. */
  readonly aPage?: number;
  /** What of them it carries, to be told by `shown` when it is sent; left out: the rows on the page. */
  shownAs?(of: OfRegister): readonly string[];
  /** Pure: what the answers make of which pupils. */
  decide(given: DecidingRegister, answers: Answers<Q>): RegisterDecided;
}

/** A step, whatever it asks. */
export interface RegisterStep extends RegisterStepDefinition<Questions<OfRegister>> {}

/** A step about the pupils of a school. */
export const aboutRegister = <const Q extends Questions<OfRegister>>(
  definition: RegisterStepDefinition<Q>,
): RegisterStep => definition as unknown as RegisterStep;
