import { membership, NOT_HERE } from '../school/membership.ts';
import type { School } from '../school/school.ts';
import { localDate } from '../time.ts';
import { type Actor, type Decided, type Refusal, refusal, unless } from './decision.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import { inKind, refusalFor } from './flow.ts';
import { missingBefore } from './guards.ts';
import { mayRun, thingOf } from './permissions.ts';
import type { Review } from './review.ts';
import { type Command, type CommandType, STEPS } from './steps/index.ts';
import type { Given, Giver } from './steps/step.ts';

/**
 * What follows from a command given by `actor` in `school`: facts, or a refusal that says what to do instead. First who
 * may, so that nobody else learns how the review stands; then its kind and stage; then the step's own rules.
 */
export function decide(review: Review, command: Command, actor: Actor, school: School): Decided<Fact> {
  const refused = notTheirs(review, command, actor, school) ?? refusalFor(review, command.type);
  if (refused) return unless(refused);
  const given: Given = {
    ...{ review, actor, school, today: localDate(actor.at) },
    missing: (before, outcome) => missingBefore(before, review, school, outcome),
  };
  const decided = decideStep(given, command);
  if (!decided.ok) return unless(inKind(decided.refusal, review.kind));
  return STEPS[command.type].closes ? andClosing(given, decided.facts) : decided;
}

type Commands = { readonly [T in CommandType]: Extract<Command, { type: T }> };
type CommandAs<T extends CommandType> = { [P in T]: Commands[P] }[T];

/** The step found by the command's type decides it. */
function decideStep<T extends CommandType>(
  given: Given,
  command: CommandAs<T> & { readonly type: T },
): Decided<Fact> {
  const steps: {
    readonly [P in CommandType]: { decide(given: Given, command: Commands[P]): Decided<Fact> };
  } = STEPS;
  return steps[command.type].decide(given, command);
}

/** These facts and, where nothing is missing any more once they have happened, the review's end. */
function andClosing({ review, actor, school }: Given, facts: readonly Fact[]): Decided<Fact> {
  const after = facts.reduce((so, fact) => evolve(so, fact, actor), review);
  const closes =
    facts.length > 0 && after.stage === 'acting' && missingBefore('close', after, school).length === 0;
  return unless(undefined, ...facts, ...(closes ? [{ type: 'review-closed' } as const] : []));
}

const ONLY: Readonly<Record<Giver, string>> = {
  senco: 'Only the SENCO can do this. Ask them if it is needed.',
  asked:
    'You have not been asked for evidence for this review. If you have something to add, tell the SENCO.',
  owner: 'Only the person an action was given to can say that it is not theirs.',
  'owner-or-senco': 'Only the person it was given to, or the SENCO, can do this.',
  'sender-or-senco': 'Only the person who is to send the request, or the SENCO, can do this.',
};

function notTheirs(review: Review, command: Command, { who }: Actor, school: School): Refusal | undefined {
  if (mayRun(review, command.type, who, school, thingOf(command))) return undefined;
  const here = review.schoolId === school.id && membership(school, who);
  return refusal('not-yours', here ? ONLY[STEPS[command.type].giver] : NOT_HERE);
}
