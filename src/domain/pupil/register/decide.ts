import type { Answers, Questions } from '../../questions/question.ts';
import { refusal } from '../../review/decision.ts';
import { isSenco } from '../../school/membership.ts';
import { REGISTER_STEPS, type RegisterStepName } from './index.ts';
import type { DecidingRegister, OfRegister, RegisterDecided } from './step.ts';

/** What a SENCO said about pupils of their school: which form, and its answers as its own questions read them. */
export interface RegisterCommand {
  readonly step: RegisterStepName;
  readonly answers: Answers<Questions<OfRegister>>;
}

/** What comes of it. Only a SENCO of the school gives one. */
export function decideRegister(given: DecidingRegister, { step, answers }: RegisterCommand): RegisterDecided {
  if (isSenco(given.school, given.actor.who)) return REGISTER_STEPS[step].decide(given, answers);
  return { ok: false, refusal: refusal('not-yours', 'Only the SENCO can say this. Pass it on to them.') };
}
