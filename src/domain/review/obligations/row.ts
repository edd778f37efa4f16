import type { Terms } from '../../language/terms.ts';
import type { GuardedStep } from '../../plans/index.ts';
import type { PersonId, School } from '../../school/school.ts';
import type { Clock } from '../../statute/clock.ts';
import type { RuleDate } from '../../statute/statute.ts';
import type { LocalDate } from '../../time.ts';
import type { MissingOf } from '../guards/missing.ts';
import type { Review, Stage } from '../review.ts';
import type { ScreenName } from '../screen-name.ts';

/** One thing owed: by whom, by when, and why then. */
export interface Duty {
  readonly who: PersonId;
  readonly due: LocalDate;
  /** The action, the person or the piece of news it is about, by id, where one review can have several of its kind for one person. */
  readonly about?: string;
  /** Where it is asked again and again: how often it was answered. */
  readonly round?: number;
  /** Where a rule says why. */
  readonly why?: RuleDate;
}

/** What a row reads from what is owed. */
export interface Situation {
  readonly review: Review;
  /** The review's own; without it nobody is known to have left or to be away. */
  readonly school: School | undefined;
  /** The day it is; without it no day has passed. */
  readonly today: LocalDate | undefined;
  /** Who runs the review today. */
  readonly lead: PersonId;
  readonly hasLeft: (person: PersonId) => boolean;
  /** The day from which somebody who is away for what is due on `due` is missed; undefined when they are there for it. */
  readonly missedFrom: (person: PersonId, due: LocalDate) => LocalDate | undefined;
  /** The dates of an annual review; empty for any other. */
  readonly clock: () => Clock;
}

/** The presses that answer something at once, by their names among the presses. */
export type PressedAnswer = 'support-yes' | 'told-in-person' | 'told-outside';

/** What answers something owed, and what stands on its button. */
export type Answer =
  | {
      readonly opens: 'form';
      /** A form by name; for another kind of plan its own form takes the place. */
      readonly name: string;
      readonly title: string;
      /** It opens for what the duty is about. */
      readonly aboutIt?: true;
    }
  | {
      readonly opens: 'screen';
      readonly name: ScreenName;
      readonly title: string;
      readonly aboutIt?: true;
    }
  | { readonly opens: 'meeting'; readonly title: string }
  /** It is given at the press itself, by its name among the presses. */
  | { readonly opens: 'nothing'; readonly press: PressedAnswer; readonly title: string };

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

/** Something that was owed: in which review, by whom, about what. */
export interface OwedOnce {
  readonly review: Review;
  /** The review's own. */
  readonly school: School;
  readonly who: PersonId;
  readonly about: string | undefined;
}

/** A kind of obligation: all there is to say of it. It is listed in `ORDER`. */
export interface ObligationRow<Kind extends string = string> {
  /** Stands in the ids of what is owed, which are stored: never to be changed. */
  readonly kind: Kind;
  /** What somebody was to do, as the family reads it in their copy of what is held. */
  readonly forFamily: string;
  /** The stages of a review in which it may be owed. */
  readonly stages: readonly Stage[];
  /** What is owed of it now, in a review in one of its stages. */
  readonly owed: (situation: Situation) => readonly Duty[];
  /** What is to be done, in a few words. */
  readonly words: (terms: Terms, review: Review) => string;
  /** The same in fewer words; where it is about a thing, that follows. '': the thing says it. Left out, as `words`. */
  readonly brief?: (terms: Terms, review: Review) => string;
  /** What a colleague may need a hand with: it follows "may need a hand with". */
  readonly help: (terms: Terms, review: Review) => string;
  /** What answers it, the main thing first. */
  readonly answers: readonly Answer[];
  /** What answers it where there is room for all; left out, the same. */
  readonly allAnswers?: readonly Answer[];
  /** What has become of it once it is not owed any more. */
  readonly settled: (once: OwedOnce) => Settled;
  /** The thing it is about, where a review has several: its wording, and the screen that shows it. Actions need not say. */
  readonly thing?: {
    readonly screen: ScreenName;
    readonly text: (review: Review, about: string | undefined) => string | undefined;
  };
  /** It is at an hour of its day, which waits for nobody: on that day it is said before all else. */
  readonly atItsHour?: true;
  /** It asks how something is on the day itself: before that it is not mentioned. */
  readonly fromItsDay?: true;
  /** What it asks for about an action: that it is done, given to somebody, or decided on. */
  readonly action?: 'to-do' | 'needs-owner' | 'to-decide';
  /** It is to find somebody in the place of the person it is about, who is away. */
  readonly forSomebodyAway?: true;
  /** It is about somebody whom no message reached: who that is, and why, stands beside it. */
  readonly notReached?: true;
  /** It is about those invited who are in no chat of the school's: who they are stands on how the review stands. */
  readonly ofThoseOutside?: true;
  /** Where it is the local authority's to send and the SENCO's to chase: what, in the middle of a sentence. */
  readonly ofTheLa?: (review: Review) => string | undefined;
  /** The form that records it, or puts right what is recorded, where it is one record of the whole review. */
  readonly record?: {
    readonly form: string;
    readonly title: (terms: Terms, review: Review) => string;
    /** Whether it can be recorded, or changed, as the review stands. */
    readonly takes: (review: Review) => boolean;
  };
  /** What a next step of the review waits for. */
  readonly missing?: {
    readonly before: readonly GuardedStep[];
    readonly of: (review: Review, school: School) => readonly MissingOf<Kind>[];
    /** In a list of what is still missing, where there is such a list before its step: how often it is. */
    readonly inBrief?: (times: number, terms: Terms, review: Review) => string;
  };
}
