import { count, listed } from '../../language/words.ts';
import { PLAN_KINDS, type PlanDay, type PlanKind, planRow } from '../../plans/index.ts';
import { oneOrNone, severalOf } from '../../questions/choice.ts';
import { day } from '../../questions/days.ts';
import type { Option } from '../../questions/question.ts';
import { shortText } from '../../questions/text.ts';
import type { Plan, Pupil } from '../../school/pupil.ts';
import { planDayFault } from '../../school/pupil-values.ts';
import type { School } from '../../school/school.ts';
import { isLocalDate, type LocalDate } from '../../time.ts';

interface OfPupil {
  readonly pupil: Pupil;
}

/** What would go with a plan that is not chosen any more. */
function goes(chosen: string, { pupil }: OfPupil): string | undefined {
  const kinds = chosen.split(',');
  const gone = pupil.plans.filter(({ kind }) => !kinds.includes(kind));
  const withTargets = gone.filter(({ targets }) => targets.length > 0);
  if (withTargets.length === 0) return undefined;
  const what = withTargets.map(
    ({ kind, targets }) => `${planRow(kind).name} with its ${count(targets.length, planRow(kind).goal)}`,
  );
  return `This takes away ${listed(what)}; reviews stay. If that is right, send as it stands.`;
}

/** The kinds of plan, as they are chosen. */
const planOptions = (): readonly Option<PlanKind>[] =>
  PLAN_KINDS.map((kind) => ({ value: kind, title: planRow(kind).name }));

/** The SEN status, as the DfE asks it: a kind of plan, or none. */
export const statusOptions = (): readonly Option[] => [{ value: 'none', title: 'No SEN' }, ...planOptions()];

/** Which plans a pupil has; none chosen is no plan. */
export const WHICH_PLANS = {
  plans: severalOf<PlanKind, OfPupil>({
    options: planOptions,
    label: 'Plans the pupil has; leave all out where there is none',
    pointsOut: goes,
    otherwise: 'Please choose from these.',
  }),
} as const;

interface OfPlan extends OfPupil {
  readonly plan: Plan;
  readonly today: LocalDate;
  readonly school: Pick<School, 'localAuthorities'>;
}

const sentence = (fault: string) => `That can’t be right: ${fault}.`;

/** One of a plan's days, asked where plans of its kind count from it, and checked as in an import. */
const planDay = (id: PlanDay, label: string) =>
  day<OfPlan>({
    label,
    asked: ({ plan }) => planRow(plan.kind).countsFrom.includes(id),
    rule(sent, { pupil, today }) {
      const said = sent[id] ?? '';
      const fault = isLocalDate(said) ? planDayFault(said, pupil.dateOfBirth, today) : undefined;
      return fault && sentence(fault);
    },
  });

const isKeptElsewhere = ({ plan }: OfPlan) => planRow(plan.kind).decidedElsewhere && !plan.laMoved;
const authorities = ({ school: { localAuthorities = [] } }: OfPlan) =>
  localAuthorities.map(({ name }) => name);

/** A plan's days, and the local authority that keeps it: what an import's columns have. */
export const PLAN_DATES = {
  planMade: planDay('planMade', 'Plan made on'),
  lastReviewed: planDay('lastReviewed', 'Last reviewed on'),
  lastMeeting: planDay('lastMeeting', 'Last annual review meeting on'),
  lastDecision: planDay('lastDecision', 'The local authority’s last decision: the day on the letter'),
  la: oneOrNone<string, OfPlan>({
    options: (of) => authorities(of).map((name) => ({ value: name, title: name })),
    label: 'Local authority that keeps the plan',
    list: 'compact',
    asked: (of) => isKeptElsewhere(of) && authorities(of).length > 0,
  }),
  otherLa: shortText<OfPlan>({
    label: 'Local authority that keeps the plan',
    longest: 60,
    asked: (of) => isKeptElsewhere(of) && authorities(of).length === 0,
  }),
} as const;
