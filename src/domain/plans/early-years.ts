import type { PlanKindRow } from './row.ts';
import { every, SUPPORT } from './support.ts';

/** An early years individual plan: as SEN Support, reviewed about each half term. */
export const earlyYears: PlanKindRow = {
  ...SUPPORT,
  name: 'Early years plan',
  inASentence: 'an early years plan',
  reviewInASentence: 'the review of an early years plan',
  importedAs: ['early-years-iep'],
  ofYoungChildren: true,
  ...every({
    opens: 'early-years-opens',
    due: 'early-years-due',
    first: 'early-years-first',
    setBy: ({ earlyYearsWeeks }) => earlyYearsWeeks,
  }),
};
