import { planRow } from '../../plans/index.ts';
import type { Plan } from '../../school/pupil.ts';
import { amendmentSaid } from '../../statute/amendment-said.ts';
import { reckon, ruleOn } from '../../statute/statute.ts';
import { waitingInData } from '../../statute/waiting-in-data.ts';
import { compare } from '../../time.ts';
import type { PupilDutyRow } from './row.ts';

const WHAT = {
  notice: 'The local authority’s notice of the changes: record it, or chase it',
  'final-plan': 'The final amended plan: record it, or chase it',
} as const;
const HELP = { notice: 'chasing the notice of the changes', 'final-plan': 'chasing the final plan' } as const;

const isDue = (step: string): step is keyof typeof WHAT => step in WHAT;
const aboutOf = (kind: string, step: string, meetingOn: string) => `${kind}-${step}-${meetingOn}`;

/** Whether the thing a duty was about has come, by what was recorded of the plan. */
function came({ kind, laAmended = [] }: Plan, about: string | undefined): boolean {
  return laAmended.some(({ what, meetingOn }) =>
    what === 'notice'
      ? aboutOf(kind, 'notice', meetingOn) === about
      : [aboutOf(kind, 'notice', meetingOn), aboutOf(kind, 'final-plan', meetingOn)].includes(about ?? ''),
  );
}

/** What follows a decision to amend on a meeting that only the school's data has: SEND Regulations 2014, reg 22. */
export const laAmendsDuty: PupilDutyRow = {
  kind: 'la-amends',
  forFamily: 'To record, or ask after, the changed plan from the local authority',
  owed: ({ pupil, reviews, school, today }) =>
    waitingInData(pupil, reviews, today, school).flatMap(({ kind, step, meetingOn, by }) => {
      if (!isDue(step)) return [];
      return [
        {
          ...{ about: aboutOf(kind, step, meetingOn), due: by.date, why: by },
          ...{ what: WHAT[step], help: HELP[step] },
          answers: [
            { opens: 'form' as const, name: 'la-amended' as const, title: 'Record it', plan: kind },
            { opens: 'chase' as const, title: 'Chase', plan: kind },
          ],
        },
      ];
    }),
  from: ({ pupil, today }) =>
    pupil.plans
      .flatMap((plan) => {
        const { said } = planRow(plan.kind).decidedElsewhere ? amendmentSaid(plan) : {};
        return said ? [reckon(ruleOn('notice', today), said.meetingOn).date] : [];
      })
      .sort(compare)[0],
  settled: ({ pupil }, about) =>
    pupil.plans.some((plan) => came(plan, about)) ? { is: 'recorded' } : { is: 'over' },
};
