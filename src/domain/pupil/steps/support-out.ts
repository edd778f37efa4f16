import { choiceTitle } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import type { Option } from '../../questions/question.ts';
import { refusal } from '../../review/decision.ts';
import { aboutPlan, type OfPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';
import { isReviewed } from './support-add.ts';

const WHICH = {
  which: oneOf<string, OfPlan>({
    options: ({ plan: { provision = [] } }): readonly Option[] =>
      provision.map(({ id, what }) => ({ value: id, title: choiceTitle(what) })),
    label: 'Which support is not in the plan?',
    list: 'compact',
    needed: 'Please choose one.',
  }),
} as const;

/** Support that was written down before the first review here, and is not in the plan after all. */
export const supportOut = aboutPlan({
  name: 'support-out',
  title: 'Support taken out',
  open: 'Take support out',
  send: 'Take it out',
  ofPlan: {
    fits: ({ provision = [] }) => provision.length > 0,
    noPlan: 'No support is written down here of any plan of this pupil.',
  },
  ask: () => 'Where it only reads otherwise, add it anew as it is, and take the old wording out here.',
  notification: () => 'SEND reviews: support in a plan',
  freeText: false,
  questions: WHICH,
  offered: (of) => (of.plan.provision?.length && !isReviewed(of) ? 'Take support out' : undefined),
  said: () => 'Taken out.',
  decide({ pupil, plan }, { which }) {
    const { provision = [], ...rest } = plan;
    const left = provision.filter(({ id }) => id !== which);
    if (left.length === provision.length) {
      const say = 'That one is not written down any more. Please look at what stands there now.';
      return { ok: false, refusal: refusal('unknown-thing', say, { field: 'which' }) };
    }
    return { ok: true, pupil: withPlan(pupil, left.length > 0 ? { ...rest, provision: left } : rest) };
  },
});
