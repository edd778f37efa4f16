import type { PlanKindRow } from './row.ts';
import { every, SUPPORT } from './support.ts';

/** SEN Support (DfE code K): the school’s own plan, reviewed about each term. */
export const senSupport: PlanKindRow = {
  ...SUPPORT,
  name: 'SEN Support',
  inASentence: 'a SEN Support plan',
  reviewInASentence: 'the review of a SEN Support plan',
  importedAs: ['sen-support', 'K'],
  ofYoungChildren: false,
  ...every({ opens: 'sen-support-opens', due: 'sen-support-due', first: 'sen-support-first' }),
  parentMeetings: ['parents-met-autumn', 'parents-met-spring', 'parents-met-year'],
};
