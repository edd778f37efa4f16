import type { Answers, Questions } from '../questions/question.ts';
import { refusal } from '../review/decision.ts';
import { isSenco, membership, NOT_HERE } from '../school/membership.ts';
import type { Deciding, OfPupil, PupilDecided } from './step.ts';
import { PUPIL_STEPS, type PupilStepName } from './steps/index.ts';

/** What a SENCO said about a pupil: which form, and its answers as its own questions read them. */
export interface PupilCommand {
  readonly step: PupilStepName;
  readonly answers: Answers<Questions<OfPupil>>;
}

/** What comes of a command about a pupil. Only a SENCO of the pupil's school gives one. */
export function decidePupil(given: Deciding<OfPupil>, { step, answers }: PupilCommand): PupilDecided {
  const { pupil, school, actor } = given;
  if (pupil.schoolId === school.id && isSenco(school, actor.who))
    return PUPIL_STEPS[step].decide(given, answers);
  const known = pupil.schoolId === school.id && membership(school, actor.who);
  const say = 'Only the SENCO can say this. Pass it on to them.';
  return { ok: false, refusal: refusal('not-yours', known ? say : NOT_HERE) };
}
