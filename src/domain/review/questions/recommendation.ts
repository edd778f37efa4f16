import type { Filling } from '../../language/terms.ts';
import { oneOf } from '../../questions/choice.ts';
import { longText } from '../../questions/text.ts';
import { concluded, offeredOf, whatFollowsFrom } from './outcome.ts';
import { REPORT_PARTS } from './report-parts.ts';

/** A report is read by those who speak of a child, or of a young person. */
const childIn = ({ child = '' }: Filling) => (child === 'pupil' ? 'child' : child);

/** What the meeting recommends to the local authority, which decides; and what its report has besides. */
export const RECOMMENDATION = {
  kind: oneOf({
    options: offeredOf,
    reads: concluded,
    label: 'What does the meeting recommend?',
    needed: 'Please choose what the meeting recommends.',
    pointsOut: whatFollowsFrom,
  }),
  inWords: longText({
    label: 'Why? The reasons in words',
    hint: 'What the meeting found, and who agrees',
    needed: 'Please say why the meeting recommends it.',
  }),
  whatWillChange: longText({
    label: (_subject, words) => `What will actually change for the ${childIn(words)}?`,
    hint: 'One or two sentences a parent would understand',
    needed: (_subject, words) => `Please say what will change for the ${childIn(words)}.`,
  }),
  ...REPORT_PARTS,
} as const;
