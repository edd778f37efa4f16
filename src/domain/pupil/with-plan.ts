import type { Plan, Pupil } from '../school/pupil.ts';

/** The pupil with `plan` in the place of theirs of its kind. */
export const withPlan = (pupil: Pupil, plan: Plan): Pupil => ({
  ...pupil,
  plans: pupil.plans.map((one) => (one.kind === plan.kind ? plan : one)),
});
