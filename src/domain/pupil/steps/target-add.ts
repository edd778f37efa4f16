import { withArticle } from '../../language/words.ts';
import { planRow } from '../../plans/index.ts';
import { changedInForm } from '../changed-here.ts';
import { checkNewTarget, NEW_TARGET } from '../questions/targets.ts';
import { aboutPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

/** A target or outcome that the plan has, and is not known here yet. */
export const targetAdd = aboutPlan({
  name: 'target-add',
  title: 'Another target',
  open: 'Add a target',
  send: 'Add it',
  ofPlan: { noPlan: 'There is no plan yet. Add one first, under “About the pupil”.' },
  words: ({ plan }) => ({
    title: `Another ${planRow(plan.kind).goal}`,
    open: `Add ${withArticle(planRow(plan.kind).goal)}`,
  }),
  ask: ({ plan }) =>
    `As the plan has it. A review under way keeps the ${planRow(plan.kind).goal}s it began with; the next begins with this one.`,
  notification: () => 'SEND reviews: what a plan works towards',
  questions: NEW_TARGET,
  suggests: ({ today }) => ({ setOn: today }),
  offered: ({ plan }) => `Add ${withArticle(planRow(plan.kind).goal)}`,
  said: () => 'Added. The next review begins with it.',
  decide({ pupil, plan, actor, newId }, { text, measure, setOn }) {
    const refused = checkNewTarget(plan, text);
    if (refused) return { ok: false, refusal: refused };
    const targets = [...plan.targets, { id: newId, text, measure, setOn }];
    return { ok: true, pupil: changedInForm(pupil, withPlan(pupil, { ...plan, targets }), actor) };
  },
});
