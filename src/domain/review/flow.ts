import { PLAN_KINDS, type PlanKind, planRow, plansThat } from '../plans/index.ts';
import { type Refusal, refusal } from './decision.ts';
import type { Review, Stage } from './review.ts';
import { STAGES } from './review-content.ts';
import { COMMAND_TYPES, type CommandType, STEPS } from './steps/index.ts';
import { type Move, TAKES } from './steps/step.ts';

/** One way a step can move a review on. Steps that a stage takes and that have no arrow leave it in its stage. */
interface Arrow extends Move {
  readonly by: CommandType;
}

/** Every change of stage there is, in the order of the stages and of the steps. */
export const ARROWS: readonly Arrow[] = STAGES.flatMap((stage) =>
  COMMAND_TYPES.flatMap((by) =>
    movesOf(by)
      .filter(({ from }) => from === stage)
      .map((move) => ({ ...move, by })),
  ),
);

function movesOf(type: CommandType): readonly Move[] {
  const { moves = [], closes } = STEPS[type];
  return closes ? [...moves, { ...closes, to: 'closed' }] : moves;
}

/** The commands a stage takes, whatever the kind of review. */
export function commandsIn(stage: Stage): readonly CommandType[] {
  return COMMAND_TYPES.filter((type) => isAllowed(stage, type));
}

/** Whether a command can be given in a stage at all. */
export function isAllowed(stage: Stage, type: CommandType): boolean {
  return STEPS[type].stages[stage] === TAKES;
}

/** Whether reviews of this kind know such a command. */
export function isKnownTo(kind: PlanKind, type: CommandType): boolean {
  return STEPS[type].plans?.(planRow(kind)) ?? true;
}

/** The command that a kind of review does not know, refused; undefined for those it knows. */
function refusalOfKind(kind: PlanKind, type: CommandType): Refusal | undefined {
  const { plans } = STEPS[type];
  if (!plans || isKnownTo(kind, type)) return undefined;
  const theirs = plansThat(plans).map((row) => row.reviewInASentence);
  const say = `That belongs to ${theirs.join(' or ')}, and this is a review of another kind of plan.`;
  return refusal('other-kind', say, { offer: { what: 'status' } });
}

/**
 * Why a command can't be given in a stage, and what to do instead; undefined when it can. The offer may be one that only
 * the SENCO can take up: who asks is not known here.
 */
export function refusalOutOfStage(stage: Stage, type: CommandType): Refusal | undefined {
  const said = STEPS[type].stages[stage];
  return said === TAKES ? undefined : said;
}

/** Why this review, of its kind and in its stage, can't be given such a command, and what to do instead. */
export function refusalFor({ kind, stage }: Review, type: CommandType): Refusal | undefined {
  const refused = refusalOfKind(kind, type) ?? refusalOutOfStage(stage, type);
  return refused && inKind(refused, kind);
}

const FORMS = PLAN_KINDS.map((kind) => planRow(kind).forms);

/** The form that does for this kind of review what `what` does for others. */
export function offerIn(kind: PlanKind, what: string): string {
  const { plan, conclude } = planRow(kind).forms;
  if (FORMS.some((one) => one.plan === what)) return plan;
  return FORMS.some((one) => one.conclude === what) ? conclude : what;
}

/** The refusal, offering the forms of this kind of review. */
export function inKind(refused: Refusal, kind: PlanKind): Refusal {
  const { offer } = refused;
  return offer ? { ...refused, offer: { ...offer, what: offerIn(kind, offer.what) } } : refused;
}
