import type { MessageKind } from '../../nudges/message.ts';
import type { GuardedStep, PlanKindRow } from '../../plans/index.ts';
import type { PersonId, School } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import type { Actor, Decided, Offer, RefusalCode } from '../decision.ts';
import type { MissingOf } from '../guards/missing.ts';
import type { OutcomeKind, Review, Stage } from '../review.ts';
import type { StepForm } from './step-form.ts';

interface Typed {
  readonly type: string;
}

/**
 * One thing that can be done to a review that has begun: all that the domain says of it. It is listed in `index.ts`.
 * `Becomes`: the commands its forms become, where one of them can become another step's too.
 */
export interface Step<Command extends Typed, Fact extends Typed, Becomes extends Typed = Command> {
  readonly type: Command['type'];
  readonly giver: Giver;
  /** The kinds of plan whose reviews know it; left out, all. */
  readonly plans?: (row: PlanKindRow) => boolean;
  /** Its command's `id` is that of an action that is already there: whose that is may count. */
  readonly aboutAction?: true;
  /** The same of support that was agreed: whose that is to see to may count. */
  readonly aboutSupport?: true;
  readonly stages: Stages;
  /** How it moves a review to another stage; left out, it leaves it where it is. */
  readonly moves?: readonly Move[];
  /** It may be the last thing that is wanted: then the review is closed with it. */
  readonly closes?: Omit<Required<Move>, 'to'>;
  /** Its own rules: facts, none when all is already as the command asks, or a refusal. Who may, and when, is settled before. */
  decide(given: Given, command: Command): Decided<Fact>;
  readonly facts: Facts<Fact>;
  /** The forms by which it is given; left out, it is given at one press. */
  readonly forms?: readonly StepForm<Becomes>[];
}

/**
 * Who may give a step: the SENCO, the person asked for evidence, the owner of the action or support it is about, the owner or the SENCO, or whoever is to
 * send a request to the local authority or the SENCO.
 */
export type Giver = 'senco' | 'asked' | 'owner' | 'owner-or-senco' | 'sender-or-senco';

/** The stage takes the step. */
export const TAKES = 'takes';

/** What is said in a stage that does not take a step: why not, and what to do instead. */
export interface Instead {
  readonly code: Extract<RefusalCode, 'not-now' | 'already-done'>;
  readonly say: string;
  readonly offer: { readonly what: Offer };
}

/** For every stage, that it takes the step, or what is said instead. */
export type Stages = Readonly<Record<Stage, typeof TAKES | Instead>>;

/** A change of stage. */
export interface Move {
  readonly from: Stage;
  readonly to: Stage;
  /** When it moves it this way, where the same step can also do otherwise. */
  readonly when?: string;
}

/** What a step is decided from. */
export interface Given {
  readonly review: Review;
  readonly actor: Actor;
  readonly school: School;
  /** The day it is at school. */
  readonly today: LocalDate;
  /** What the review lacks before a step that must find things in their place; `outcome` is the one chosen, where one is. */
  missing(before: GuardedStep, outcome?: OutcomeKind): readonly MissingOf<string>[];
}

/** For every fact of a step, what it does: one that is forgotten does not compile. */
export type Facts<Fact extends Typed> = { readonly [T in Fact['type']]: FactRow<Extract<Fact, { type: T }>> };

/** What a fact does. */
export interface FactRow<Fact> {
  /** The review after it. History and messages are left to `run`. */
  evolve(review: Review, fact: Fact, actor: Actor): Review;
  /** Whom it tells what; left out, nobody. */
  tells?(told: Told<Fact>): readonly Telling[];
}

/** What it is told of: the review as it is after the fact. */
interface Told<Fact> {
  readonly review: Review;
  readonly fact: Fact;
  /** The review's own. */
  readonly school: School;
}

/** Somebody to be told something, before it is queued. */
export interface Telling {
  readonly kind: MessageKind;
  readonly to: PersonId;
  /** The action it is about. */
  readonly about?: string;
  /** It asks something of them, so that they are told even of what they did themselves. */
  readonly asks?: true;
}

/** The same said to each of these people. */
export function tell(kind: MessageKind, people: readonly PersonId[], about?: string): readonly Telling[] {
  return people.map((to) => ({ kind, to, ...(about !== undefined && { about }) }));
}
