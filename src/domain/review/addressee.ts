import { type Addressee, addresseeOn } from '../school/addressee.ts';
import { type LocalDate, localDate } from '../time.ts';
import { meetingDay } from './held.ts';
import type { ReviewContent } from './review-content.ts';

/** Whose views, beside the pupil's own, are recorded in a review, in all the words they are named by. */
export interface FamilyViews {
  /** Whether the meeting and the outcome wait for them; else they are welcome. */
  readonly required: boolean;
  /** Over what they say, and at the beginning of a line: "Parents or carers". */
  readonly who: string;
  /** In the middle of a sentence: "the parents’ or carers’ views". */
  readonly whose: string;
  /** As a title: "Parent or carer views". */
  readonly title: string;
  /** On a button, after "Record": "parents’ views". */
  readonly brief: string;
}

const PARENTS = {
  who: 'Parents or carers',
  whose: 'the parents’ or carers’ views',
  title: 'Parent or carer views',
  brief: 'parents’ views',
};

/** By who is addressed. A young person's own views are required (`pupilViews`), and their parents' are welcome. */
const VIEWS: Readonly<Record<Addressee, FamilyViews>> = {
  parents: { ...PARENTS, required: true },
  'young-person': { ...PARENTS, required: false },
  representative: {
    who: 'The representative',
    whose: 'the representative’s views',
    title: 'Representative’s views',
    brief: 'the representative’s views',
    required: true,
  },
};

/** The day of the meeting, held or set; until one is set, the day the review began. */
const viewsDay = (review: ReviewContent): LocalDate =>
  meetingDay(review) ?? review.earlierMeetings?.at(-1)?.date ?? localDate(review.startedAt);

/** Whom a review addresses at its meeting. */
export function addresseeAt(review: ReviewContent): Addressee {
  return addresseeOn(review.addressing, viewsDay(review));
}

/** Whose views are wanted beside the pupil's own. */
export function familyViews(review: ReviewContent): FamilyViews {
  return VIEWS[addresseeAt(review)];
}

/** How the pupil is called in a refusal, where no more is known of them than the review holds. */
export function childOf(review: ReviewContent): string {
  return addresseeAt(review) === 'parents' ? 'pupil' : 'young person';
}

/** Whose views are still wanted beside the pupil's own: in the middle of a sentence, or nobody's. */
export function familyViewsAwaited(review: ReviewContent): readonly string[] {
  const { required, whose } = familyViews(review);
  return required && !review.parentViews ? [whose] : [];
}
