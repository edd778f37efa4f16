import type { OfPupil, PupilStep } from '../domain/pupil/step.ts';
import { kindToSay } from '../domain/school/pupil.ts';
import { press } from './buttons.ts';
import type { ActionData } from './message.ts';

/** Opens a form about a pupil; it names the plan where they have several and the form is about one. */
export const pupilFormPress = ({ name, ofPlan }: PupilStep, { pupil, plan }: OfPupil): ActionData =>
  press.pupilForm(name, pupil.id, ofPlan && plan && kindToSay(pupil, plan));
