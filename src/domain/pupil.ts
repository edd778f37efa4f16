import { z } from 'zod';
import { PLAN_KINDS } from './plans/index.ts';
import { planFields, pupilFields } from './school.ts';
import { fields } from './stored.ts';

export const pupilSchema = fields({
  ...pupilFields,
  ...planFields,
  /** 'none' is DfE code N: no plan, so nothing to review. */
  plan: z.enum([...PLAN_KINDS, 'none']),
});
export interface Pupil extends z.infer<typeof pupilSchema> {}
