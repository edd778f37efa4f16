import { planRow } from '../../plans/index.ts';
import { annualPartOf } from '../../review/annual-part.ts';
import type { Plan } from '../../school/pupil.ts';
import { type RuleDate, reckon, ruleOn } from '../../statute/statute.ts';
import { compare, type LocalDate } from '../../time.ts';
import type { PupilDutyRow, PupilSituation } from './row.ts';

/** By when the local authority that took the plan over writes to the family; undefined where that is not waited for. */
function letterBy(plan: Plan, today: LocalDate): RuleDate | undefined {
  const { kind, laSince, laWrote } = plan;
  if (!planRow(kind).decidedElsewhere || !laSince || laWrote?.since === laSince) return undefined;
  return reckon(ruleOn('ehcp-taken-over-letter', today), laSince);
}

/** It has decided on a review since: the family has heard from it. */
const hasDecided = ({ reviews }: PupilSituation, { kind, laSince = '' }: Plan): boolean =>
  reviews.some((review) => review.kind === kind && (annualPartOf(review).decision?.on ?? '') > laSince);

const aboutOf = ({ kind, laSince }: Plan) => `${kind}-${laSince}`;

/** Another local authority took the plan over: whether it has written to the family (SEND Regulations 2014, reg 15(4)). */
export const laLetterDuty: PupilDutyRow = {
  kind: 'la-letter',
  forFamily: 'To see that the new local authority writes to the family',
  owed: (situation) =>
    situation.pupil.plans.flatMap((plan) => {
      const by = letterBy(plan, situation.today);
      if (!by || hasDecided(situation, plan)) return [];
      const title = 'Say whether it has';
      return [
        {
          ...{ about: aboutOf(plan), due: by.date, why: by },
          what: 'Has the new local authority written to the family?',
          help: 'finding out whether the new local authority has written to the family',
          answers: [{ opens: 'form', name: 'la-wrote', title, plan: plan.kind }],
        },
      ];
    }),
  from: ({ pupil, today }) =>
    pupil.plans.flatMap((plan) => letterBy(plan, today)?.date ?? []).sort(compare)[0],
  settled: ({ pupil }, about) =>
    pupil.plans.some(
      (plan) => plan.laWrote?.since === plan.laSince && aboutOf(plan) === about && plan.laWrote,
    )
      ? { is: 'recorded' }
      : { is: 'over' },
};
