import { planRow } from '../../plans/index.ts';
import { type Actor, refusal } from '../../review/decision.ts';
import type { Plan } from '../../school/pupil.ts';
import { NEXT_PLACE_NAMED } from '../../school/questions/next-place.ts';
import { dayOfTransfer, transferOf } from '../../statute/next-transfer.ts';
import type { OfPlan } from '../step.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

/** The pupil's next transfer, and the SENCO's word on it where there is one. */
function nextOf({ pupil, plan, today, school }: OfPlan) {
  const transfer = transferOf(pupil, plan, today, school);
  const settled = transfer && plan.transferSettled?.year === transfer.year ? plan.transferSettled : undefined;
  return { transfer, settled };
}

/** The plan without the word on its transfer, which is kept with who took it back, when and why. */
function takenBack({ transferSettled: settled, ...open }: Plan, why: string, { who, at }: Actor): Plan {
  if (!settled) return open;
  return {
    ...open,
    settledBefore: [...(open.settledBefore ?? []), { settled, takenBack: { why, by: who, at } }],
  };
}

/** The plan names the next school or college, in the SENCO's word: the transfer is settled (SEND Regulations 2014, reg 18). */
export const nextPlaceNamed = aboutPlan({
  name: 'next-place-named',
  title: 'The next place is named',
  open: 'The next place is named',
  send: 'Save',
  ofPlan: {
    fits: ({ kind }: Plan) => planRow(kind).decidedElsewhere,
    noPlan: 'There is no plan that a local authority keeps, so there is no transfer to settle.',
  },
  ask: (of) => {
    const { transfer } = nextOf(of);
    const when = transfer ? ` in ${dayOfTransfer(transfer).slice(0, 4)}` : '';
    return `Where a final plan recorded here names the next place, the move${when} is settled by itself. Say it here where you know it otherwise.`;
  },
  notification: () => 'SEND reviews: the next place is named',
  questions: NEXT_PLACE_NAMED,
  values: (of) => {
    const { settled } = nextOf(of);
    return { answer: settled ? 'named' : '', why: settled?.why ?? '' };
  },
  suggests: () => ({ answer: 'named' }),
  oneThing: true,
  offered: (of) => {
    const { transfer, settled } = nextOf(of);
    if (!transfer) return undefined;
    return settled ? 'The next place is not named after all' : 'The next place is named';
  },
  said: (of) =>
    nextOf(of).settled
      ? 'Saved: the move is settled, and nobody is reminded of it.'
      : 'Taken back: the move is not settled, and its dates stand again.',
  decide(given, { answer, why }) {
    const { pupil, plan, actor } = given;
    const { transfer } = nextOf(given);
    if (!transfer)
      return {
        ok: false,
        refusal: refusal('unknown-thing', 'No move to another school or college is ahead.'),
      };
    if (answer === 'not-named') return { ok: true, pupil: withPlan(pupil, takenBack(plan, why, actor)) };
    const transferSettled = { year: transfer.year, why, by: actor.who, at: actor.at };
    return { ok: true, pupil: withPlan(pupil, { ...plan, transferSettled }) };
  },
});
