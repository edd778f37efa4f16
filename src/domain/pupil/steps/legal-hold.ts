import { dayWords } from '../../language/days.ts';
import type { Actor } from '../../review/decision.ts';
import type { Pupil } from '../../school/pupil.ts';
import { LEGAL_HOLD } from '../../school/questions/legal-hold.ts';
import { isOnHold, keptUntil } from '../../school/retention.ts';
import { aboutPupil } from '../step.ts';

/** The pupil without a hold; one there was is kept among those before, with who lifted it, when and why. */
function lifted({ legalHold: hold, ...pupil }: Pupil, why: string, { who: by, at }: Actor): Pupil {
  if (!hold) return pupil;
  return { ...pupil, heldBefore: [...(pupil.heldBefore ?? []), { hold, lifted: { by, at, why } }] };
}

/** Nothing of the pupil is removed by rule for now: a claim or an inquiry needs it (UK GDPR art. 17(3)(e)). */
export const legalHold = aboutPupil({
  name: 'legal-hold',
  title: 'Keep for longer',
  open: 'Keep for longer',
  send: 'Save',
  ask: ({ pupil, school }) =>
    `What is stored of this pupil is removed by rule after ${dayWords(keptUntil(pupil, school))}. Where a claim or an inquiry needs it for longer, say so here: then nothing is removed.`,
  notification: () => 'SEND reviews: how long something is kept',
  questions: LEGAL_HOLD,
  values: ({ pupil: { legalHold: hold } }) => ({
    answer: hold ? 'hold' : '',
    why: hold?.why ?? '',
    until: hold?.until ?? '',
  }),
  suggests: () => ({ answer: 'hold' }),
  oneThing: true,
  offered: ({ pupil }) => (pupil.legalHold ? 'Change or lift this' : 'Keep for longer'),
  said: ({ pupil, today }) =>
    isOnHold(pupil, today)
      ? 'Saved: nothing of this pupil is removed until that is over.'
      : 'Saved: what is stored of this pupil is kept as long as the rule says.',
  decide({ pupil, actor }, { answer, why, until }) {
    const before = lifted(pupil, why, actor);
    if (answer === 'lift') return { ok: true, pupil: before };
    const hold = { why, by: actor.who, at: actor.at, ...(until && { until }) };
    return { ok: true, pupil: { ...before, legalHold: hold } };
  },
});
