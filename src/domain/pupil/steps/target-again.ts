import { dayWords } from '../../language/days.ts';
import { withArticle } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import type { Target } from '../../school/school.ts';
import { changedInForm } from '../changed-here.ts';
import { checkNewTarget, TARGET_AGAIN } from '../questions/targets.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

/** What was written of it: the rest stays. */
const written = (said: Partial<Target>): Partial<Target> =>
  Object.fromEntries(Object.entries(said).filter(([, text]) => text));

/** A target or outcome is put right, or taken out of the plan: what was said of it in reviews stays there. */
export const targetAgain = aboutPlan({
  name: 'target-again',
  title: 'A target put right',
  open: 'Change a target',
  send: 'Save',
  ofPlan: {
    fits: ({ targets }) => targets.length > 0,
    noPlan: 'No plan of this pupil has anything to change here yet.',
  },
  words: ({ plan }) => ({
    title: `${planRow(plan.kind).goal === 'outcome' ? 'An outcome' : 'A target'} put right`,
    open: `Change ${withArticle(planRow(plan.kind).goal)}`,
  }),
  ask: ({ plan }) =>
    `A review under way keeps the ${planRow(plan.kind).goal}s it began with, and so do those that are over.`,
  notification: () => 'SEND reviews: what a plan works towards',
  questions: TARGET_AGAIN,
  suggests: () => ({ what: 'change' }),
  behind: ({ plan }) => ({
    which: Object.fromEntries(
      plan.targets.map(({ id, text, measure, setOn }) => [
        id,
        `${text} (${measure}; set ${dayWords(setOn)})`,
      ]),
    ),
  }),
  offered: ({ plan }) => (plan.targets.length ? `Change ${withArticle(planRow(plan.kind).goal)}` : undefined),
  said: () => 'Saved. The next review begins with what stands now.',
  decide({ pupil, plan, actor }, { which, what, text, measure, setOn }) {
    if (!plan.targets.some(({ id }) => id === which)) {
      const say = 'That one is not in the plan any more. Please look at what stands there now.';
      return { ok: false, refusal: refusal('unknown-thing', say, { field: 'which' }) };
    }
    const refused = what === 'change' ? checkNewTarget(plan, text, which) : undefined;
    if (refused) return { ok: false, refusal: refused };
    const targets =
      what === 'take-out'
        ? plan.targets.filter(({ id }) => id !== which)
        : plan.targets.map((one) =>
            one.id === which ? { ...one, ...written({ text, measure, setOn }) } : one,
          );
    return { ok: true, pupil: changedInForm(pupil, withPlan(pupil, { ...plan, targets }), actor) };
  },
});
