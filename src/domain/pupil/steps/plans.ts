import { planNamed } from '../../school/pupil.ts';
import { changedInForm } from '../changed-here.ts';
import { WHICH_PLANS } from '../questions/plans.ts';
import { aboutPupil } from '../step.ts';

/** Which kinds of plan the pupil has: a first one, another in its place, or none any more. */
export const plans = aboutPupil({
  name: 'plans',
  title: 'Plans',
  open: 'Change which plans there are',
  send: 'Save',
  ask: () => 'A new plan’s dates are asked for next. Its reviews stay, whatever becomes of a plan.',
  notification: () => 'SEND reviews: a pupil’s plans',
  freeText: false,
  questions: WHICH_PLANS,
  values: ({ pupil }) => ({ plans: pupil.plans.map(({ kind }) => kind).join(',') }),
  offered: ({ pupil }) => (pupil.plans.length ? 'Change which plans there are' : 'Add a plan'),
  said: ({ pupil }) =>
    pupil.plans.length
      ? 'Saved. Please check the dates of each plan: the next review is reckoned from them.'
      : 'Saved: no plan, so no review is due.',
  decide({ pupil, actor }, { plans: kinds }) {
    const { senNotSaid: _, ...known } = pupil;
    const next = kinds.map((kind) => planNamed(pupil, kind) ?? { kind, targets: [] });
    return { ok: true, pupil: changedInForm(pupil, { ...known, plans: next }, actor) };
  },
});
