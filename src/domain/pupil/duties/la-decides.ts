import { planRow } from '../../plans/index.ts';
import type { Plan } from '../../school/pupil.ts';
import { meetingInData } from '../../statute/meeting-in-data.ts';
import { reckon, ruleOn } from '../../statute/statute.ts';
import { waitingInData } from '../../statute/waiting-in-data.ts';
import { compare, type LocalDate } from '../../time.ts';
import type { PupilDutyRow } from './row.ts';

const aboutOf = (kind: string, meetingOn: LocalDate) => `${kind}-${meetingOn}`;

/** The meeting of a plan that may be waited for, whatever reviews there are. */
const meetingOf = (plan: Plan): LocalDate | undefined =>
  planRow(plan.kind).decidedElsewhere ? meetingInData(plan, []) : undefined;

/** The decision on a meeting that only the school's data has: SEND Regulations 2014, reg 20(10). */
export const laDecidesDuty: PupilDutyRow = {
  kind: 'la-decides',
  forFamily: 'To record, or ask after, the local authority’s decision',
  owed: ({ pupil, reviews, school, today }) =>
    waitingInData(pupil, reviews, today, school).flatMap(({ kind, step, meetingOn, by }) =>
      step === 'la-decision'
        ? [
            {
              ...{ about: aboutOf(kind, meetingOn), due: by.date, why: by },
              what: 'The local authority’s decision: record it, or chase it',
              help: 'chasing the local authority’s decision',
              answers: [
                { opens: 'form' as const, name: 'la-decided' as const, title: 'Record it', plan: kind },
                { opens: 'chase' as const, title: 'Chase', plan: kind },
              ],
            },
          ]
        : [],
    ),
  from: ({ pupil, today }) =>
    pupil.plans
      .flatMap((plan) => meetingOf(plan) ?? [])
      .map((meetingOn) => reckon(ruleOn('la-decision', today), meetingOn).date)
      .sort(compare)[0],
  settled: ({ pupil }, about) =>
    pupil.plans.some(({ kind, laDecided = [] }) =>
      laDecided.some(({ meetingOn }) => aboutOf(kind, meetingOn) === about),
    )
      ? { is: 'recorded' }
      : { is: 'over' },
};
