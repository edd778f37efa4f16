import type { Answers } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText } from '../../questions/text.ts';
import { preparesForAdulthood } from '../../school/adulthood.ts';
import type { PupilDetails } from '../../school/school.ts';

const REPORT_PARTS_ROWS = {
  healthAndCare: longText({
    label: 'Health and care: what has changed, and what is needed?',
    called: 'Health and care',
  }),
  /** From Year 9 on (Code of Practice 8.9–8.10). */
  adulthood: longText({
    asked: ({ pupil }: { readonly pupil: PupilDetails }) => preparesForAdulthood(pupil),
    label: 'Preparing for adulthood: work, independent living, friends and community, health',
    called: 'Preparing for adulthood',
  }),
  personalBudget: longText({
    label: 'Personal budget: what was said about one, if anything',
    called: 'Personal budget',
  }),
} as const;
/** The parts of a local authority's annual review report that no other form asks for. */
export const REPORT_PARTS = forOverseers(REPORT_PARTS_ROWS);
export interface ReportParts extends Answers<typeof REPORT_PARTS> {}
