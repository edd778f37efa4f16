import { addPupil } from './add-pupil.ts';
import { missingAuthority, missingDates, missingStatus } from './missing.ts';
import { nobodyElse } from './nobody-else.ts';
import type { RegisterStep } from './step.ts';

/** What can be said about the pupils of a school together, by the names of the forms. */
export const REGISTER_STEPS = {
  'add-pupil': addPupil,
  'missing-status': missingStatus,
  'nobody-else': nobodyElse,
  'missing-dates': missingDates,
  'missing-authority': missingAuthority,
} as const satisfies Readonly<Record<string, RegisterStep>>;

/** The name of such a form. */
export type RegisterStepName = keyof typeof REGISTER_STEPS;
