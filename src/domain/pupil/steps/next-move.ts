import { planRow } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import { isMove, NEXT_MOVE } from '../../school/questions/next-move.ts';
import { transferOf } from '../../statute/next-transfer.ts';
import type { LocalDate } from '../../time.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

const wrong = (say: string, field: string) => ({
  ok: false as const,
  refusal: refusal('date-order', say, { field }),
});

/** Why the day of a move can't be right. */
function checked(year: string, on: LocalDate | '', today: LocalDate) {
  if (on && on.slice(0, 4) !== year)
    return wrong('That day is in another year than the move. Please make the two agree.', 'on');
  if (on && on < today) return wrong('That day has passed. Please choose the day of the next move.', 'on');
  return undefined;
}

/** The next move between phases, and its very day: post-16, the law counts from it (SEND Regulations 2014, reg 18(2)). */
export const nextMove = aboutPlan({
  name: 'next-move',
  title: 'The next move',
  open: 'Say which move is next, and when',
  send: 'Save',
  ofPlan: {
    fits: ({ kind }) => planRow(kind).decidedElsewhere,
    noPlan: 'There is no plan that a local authority keeps, so no move has dates of its own.',
  },
  ask: () =>
    'By when the plan is to be amended hangs on it. Between two post-16 places it is five months before the very day of the move.',
  notification: () => 'SEND reviews: the next move',
  freeText: false,
  questions: NEXT_MOVE,
  values: ({ pupil, plan, today, school }) => {
    const transfer = transferOf(pupil, plan, today, school);
    if (!transfer) return { move: 'none', year: '', on: '' };
    return { move: transfer.kind, year: String(transfer.year), on: transfer.on ?? '' };
  },
  oneThing: true,
  said: () => 'Saved. The dates of the move are counted from it.',
  decide({ pupil, plan, actor, today }, { move, year, on }) {
    const { moveSaid: _, ...before } = plan;
    if (move === 'data') return { ok: true, pupil: withPlan(pupil, before) };
    const recorded = { by: actor.who, at: actor.at };
    if (!isMove(move))
      return { ok: true, pupil: withPlan(pupil, { ...plan, moveSaid: { move: 'none', ...recorded } }) };
    const wrongly = checked(year, on, today);
    if (wrongly) return wrongly;
    const said = { kind: move, year: Number(year), ...(on && { on }) };
    return { ok: true, pupil: withPlan(pupil, { ...plan, moveSaid: { move: said, ...recorded } }) };
  },
});
