import { planRow } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import type { Plan } from '../../school/pupil.ts';
import { LA_WROTE } from '../../school/questions/la-wrote.ts';
import { ruleOn } from '../../statute/statute.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

/** The word on the letter of the local authority that has the plan now; undefined where there is none on that one's. */
const wordOn = ({ laSince, laWrote }: Plan) => (laWrote?.since === laSince ? laWrote : undefined);

/** The new local authority has written to the family, or its letter is waited for no longer (SEND Regulations 2014, reg 15(4)). */
export const laWrote = aboutPlan({
  name: 'la-wrote',
  title: 'Its letter to the family',
  open: 'Say whether it has written to the family',
  send: 'Save',
  ofPlan: {
    fits: ({ kind }) => planRow(kind).decidedElsewhere,
    noPlan: 'There is no plan that a local authority keeps, so no letter is to come.',
  },
  ask: () => 'The letter on the plan that it has taken over.',
  why: ({ today }) =>
    `The regulations require it to say that the plan was transferred, whether needs are to be assessed again, and when it will be reviewed (${ruleOn('ehcp-taken-over-letter', today).source}).`,
  notification: () => 'SEND reviews: a local authority’s letter',
  freeText: false,
  questions: LA_WROTE,
  values: ({ plan }) => {
    const { answer = '', words = '' } = wordOn(plan) ?? {};
    return { answer, words };
  },
  suggests: () => ({ answer: 'wrote' }),
  oneThing: true,
  offered: ({ plan }) => (plan.laSince ? 'Has it written to the family?' : undefined),
  said: () => 'Saved: nobody is reminded of its letter any more.',
  decide({ pupil, plan, actor }, { answer, words }) {
    const { laSince } = plan;
    if (!laSince) {
      const say = 'No other local authority has taken the plan over. Say that first, if one has.';
      return { ok: false, refusal: refusal('unknown-thing', say) };
    }
    const wrote = { since: laSince, answer, words, by: actor.who, at: actor.at };
    return { ok: true, pupil: withPlan(pupil, { ...plan, laWrote: wrote }) };
  },
});
