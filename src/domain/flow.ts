import type { CommandType, Refusal } from './commands.ts';
import { REFUSED } from './flow/refused.ts';
import { TABLE } from './flow/table.ts';
import {
  COMMANDS_OF_SOME,
  type ConcludeForm,
  PLAN_KINDS,
  type PlanForm,
  type PlanKind,
  planRow,
  plansThat,
} from './plans/index.ts';
import type { Review, Stage } from './review.ts';

export { ANNUAL_ONLY } from './flow/table.ts';

/** The state machine: the commands each stage allows. What only some kinds of review know is in their plans' rows. */
export const FLOW: Readonly<Record<Stage, readonly CommandType[]>> = TABLE;

/** One way a command can move a review on. Commands in `FLOW` without an arrow leave it in its stage. */
export interface Arrow {
  readonly from: Stage;
  readonly by: CommandType;
  readonly to: Stage;
  /** When it moves it this way, where the same command can also do otherwise. */
  readonly when?: string;
}

const LAST = 'nothing else is wanted';
const LAST_ACTION = 'it was the last open action, and nothing else is wanted';

/** Every change of stage there is. */
export const ARROWS: readonly Arrow[] = [
  { from: 'preparing', by: 'plan-meeting', to: 'gathering' },
  { from: 'preparing', by: 'cancel-review', to: 'cancelled' },
  { from: 'gathering', by: 'open-meeting', to: 'meeting' },
  { from: 'gathering', by: 'cancel-review', to: 'cancelled' },
  { from: 'meeting', by: 'decide-outcome', to: 'acting' },
  {
    from: 'meeting',
    by: 'decide-outcome',
    to: 'closed',
    when: 'the plan ends and there are no actions; never an annual review',
  },
  { from: 'meeting', by: 'cancel-review', to: 'cancelled' },
  { from: 'acting', by: 'complete-action', to: 'closed', when: LAST_ACTION },
  { from: 'acting', by: 'withdraw-action', to: 'closed', when: LAST_ACTION },
  { from: 'acting', by: 'record-report', to: 'closed', when: LAST },
  { from: 'acting', by: 'record-la-decision', to: 'closed', when: LAST },
  { from: 'acting', by: 'record-final-plan', to: 'closed', when: LAST },
];

/** Whether a command can be given in a stage at all. */
export function isAllowed(stage: Stage, type: CommandType): boolean {
  return FLOW[stage].includes(type);
}

/** The command that a kind of review does not know, refused; undefined for those it knows. */
function refusalOfKind(kind: PlanKind, type: CommandType): Refusal | undefined {
  if (planRow(kind).commands.includes(type) || !COMMANDS_OF_SOME.includes(type)) return undefined;
  const theirs = plansThat(({ commands }) => commands.includes(type)).map((row) => row.reviewInASentence);
  const say = `That belongs to ${theirs.join(' or ')}, and this is a review of another kind of plan.`;
  return { code: 'other-kind', say, offer: { what: 'status' } };
}

/**
 * Why a command can't be given in a stage, and what to do instead; undefined when it can. The offer may be one that only
 * the SENCO can take up: who asks is not known here.
 */
export function refusalOutOfStage(stage: Stage, type: CommandType): Refusal | undefined {
  const refused: Partial<Record<CommandType, Refusal>> = REFUSED[stage];
  return refused[type];
}

/** Why this review, of its kind and in its stage, can't be given such a command, and what to do instead. */
export function refusalFor({ kind, stage }: Review, type: CommandType): Refusal | undefined {
  const refused = refusalOfKind(kind, type) ?? refusalOutOfStage(stage, type);
  return refused && inKind(refused, kind);
}

const FORMS = PLAN_KINDS.map((kind) => planRow(kind).forms);

/** The form that does for this kind of review what `what` does for others. */
export function offerIn<Form extends string>(kind: PlanKind, what: Form): Form | PlanForm | ConcludeForm {
  const { plan, conclude } = planRow(kind).forms;
  if (FORMS.some((one) => one.plan === what)) return plan;
  return FORMS.some((one) => one.conclude === what) ? conclude : what;
}

/** The refusal, offering the forms of this kind of review. */
export function inKind(refusal: Refusal, kind: PlanKind): Refusal {
  const { offer } = refusal;
  return offer ? { ...refusal, offer: { ...offer, what: offerIn(kind, offer.what) } } : refusal;
}
