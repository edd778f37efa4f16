import { isReviewed } from '../../../domain/pupil/steps/support-add.ts';
import { provisionInBrief } from '../../../domain/review/questions/provision.ts';
import { headed, part, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** The support a plan has before its first review here; afterwards it stands with the reviews. */
export const support: PupilSection = {
  about: 'plan',
  title: 'Support in the plan',
  forms: ['support-add', 'support-out'],
  parts(of) {
    if (isReviewed(of)) return [];
    return (of.plan.provision ?? []).map((one, at) =>
      part([...headed(`${at + 1}. `, one.what), [subtle(provisionInBrief(one))]]),
    );
  },
};
