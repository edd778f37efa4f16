import type { Answers, Questions } from '../../questions/question.ts';
import type { Saying } from '../../questions/saying.ts';
import type { Refusal } from '../../review/decision.ts';
import type { LocalDate } from '../../time.ts';
import type { PersonId, School, SettingKey } from '../school.ts';

/** Days that somebody wrote as they say them, in order; or which words of them say no day, and what to write. */
export type DaysRead =
  | { readonly is: 'days'; readonly days: readonly LocalDate[] }
  | { readonly is: 'unclear'; readonly say: string };

/** A school as a form about what is set of it has it, and who fills it in. */
export interface OfSchool {
  readonly school: School;
  readonly who: PersonId;
  readonly today: LocalDate;
  /** Which of several things of the school it is about: a school year by its September, a local authority by its name. */
  readonly about?: string;
  /** Reads days as people in England say them, by the school's calendar. */
  readDays(text: string): DaysRead;
}

/** What comes of answers: the school as it is to be, or why not. */
export type SettingDecided =
  | { readonly ok: true; readonly school: School }
  | { readonly ok: false; readonly refusal: Refusal };

/** One thing that a SENCO sets for their school: its form, and what that makes of the school's document. */
export interface SettingDefinition<Q extends Questions<OfSchool>> extends Saying<OfSchool> {
  /** What of the school it changes. */
  readonly keys: readonly SettingKey[];
  readonly questions: Q;
  /** What is said once it is taken, on the school as it then is. */
  said(now: OfSchool): string;
  /** Pure: what the answers make of the school. They are well-formed; what else must hold is looked at here. */
  decide(of: OfSchool, answers: Answers<Q>): SettingDecided;
}

/** A setting, whatever it asks. */
export type Setting = SettingDefinition<Questions<OfSchool>>;

/** A setting, by what it asks. */
export const setting = <const Q extends Questions<OfSchool>>(definition: SettingDefinition<Q>): Setting =>
  definition;
