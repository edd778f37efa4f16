import { oneOf } from '../../questions/choice.ts';
import { longText } from '../../questions/text.ts';
import { annualPartOf } from '../annual-part.ts';
import type { ReviewContent } from '../review-content.ts';
import { type LetterName, NEXT_PLACE } from './annual-options.ts';

/* What several of the forms ask that record a letter of an annual review. */

type OfAnnual = { readonly review: ReviewContent };

const WHY = 'Please say why it is put right: what was recorded before is kept with it.';
export const whyRow = {
  label: 'It is recorded already. Why is it put right?',
  hint: 'For example: the day was read off the envelope',
  called: '',
} as const;

/** Asked of a letter that is recorded already: what stands there is kept, with why it was put right. */
export const whyCorrected = (which: LetterName, mayBeAnother: (of: OfAnnual) => boolean = () => false) =>
  longText<OfAnnual>({
    ...whyRow,
    // Of one that may be another, the step itself asks why, once its day tells that it is not.
    label: (of) =>
      mayBeAnother(of) ? 'If it is the one recorded already: why is it put right?' : whyRow.label,
    needed: (of) => (mayBeAnother(of) ? '' : WHY),
    asked: ({ review }) => annualPartOf(review)[which] !== undefined,
  });

const isForTransfer = ({ review }: OfAnnual): boolean => annualPartOf(review).transfer !== undefined;

/** Of a plan that came: a phase transfer is settled by one that names the next place, and by nothing less (reg 18). */
export const nextPlace = oneOf({
  options: NEXT_PLACE,
  label: 'Does it name the next school or college?',
  needed: 'Please say whether it names the next school or college.',
  called: '',
  asked: isForTransfer,
});
