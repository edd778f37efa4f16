import { type PlanDay, planRow } from '../../plans/index.ts';
import type { Answers } from '../../questions/question.ts';
import type { Plan } from '../../school/pupil.ts';
import { changedInForm } from '../changed-here.ts';
import { PLAN_DATES } from '../questions/plans.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

const DAYS: readonly PlanDay[] = ['planMade', 'lastReviewed', 'lastMeeting', 'lastDecision'];

/** The plan with the answers in the place of what they are about: an empty one takes out what was there. */
function planAfter(plan: Plan, answers: Answers<typeof PLAN_DATES>): Plan {
  const { countsFrom, decidedElsewhere } = planRow(plan.kind);
  const asked = DAYS.filter((day) => countsFrom.includes(day));
  const days = asked.flatMap((day) => (answers[day] === '' ? [] : [[day, answers[day]] as const]));
  const without = Object.fromEntries(
    Object.entries(plan).filter(([field]) => !asked.some((day) => day === field)),
  ) as unknown as Plan;
  const dated = { ...without, ...Object.fromEntries(days) };
  if (!decidedElsewhere || plan.laMoved) return dated;
  const la = answers.la || answers.otherLa;
  const { la: _, ...noLa } = dated;
  return la === '' ? noLa : { ...noLa, la };
}

/** The days of a plan, from which the next review is reckoned, and the local authority that keeps it. */
export const planDates = aboutPlan({
  name: 'plan-dates',
  title: 'Plan and dates',
  open: 'Change the plan’s dates',
  send: 'Save',
  ofPlan: { noPlan: 'There is no plan yet. Add one first, under “About the pupil”.' },
  ask: () =>
    'The next review is reckoned from these. Reviews held here count by themselves, and needn’t be written down again.',
  notification: () => 'SEND reviews: the dates of a plan',
  freeText: false,
  questions: PLAN_DATES,
  values: ({ plan: { planMade = '', lastReviewed = '', lastMeeting = '', lastDecision = '', la = '' } }) => ({
    ...{ planMade, lastReviewed, lastMeeting, lastDecision, la, otherLa: la },
  }),
  said: () => 'Saved. The next review is reckoned from these dates.',
  decide: ({ pupil, plan, actor }, answers) => ({
    ok: true,
    pupil: changedInForm(pupil, withPlan(pupil, planAfter(plan, answers)), actor),
  }),
});
