import { staffChoices } from '../../language/people.ts';
import { severalOf } from '../../questions/choice.ts';
import { orByName } from '../../questions/colleague.ts';
import { schoolDay, time } from '../../questions/days.ts';
import { longText, shortText } from '../../questions/text.ts';
import type { School } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';
import { evidenceIsIn } from '../invitees.ts';
import type { ReviewContent } from '../review-content.ts';

const NOT_STAFF = 'Please choose colleagues from the staff list.';
const NOBODY_ASKED = 'Please choose at least one colleague from the staff list.';

const colleagues = ({ school }: { readonly school: School }) => staffChoices(school);
type Asking = { readonly school: School; readonly today?: LocalDate } & {
  readonly review: Pick<ReviewContent, 'evidence'>;
};

const isMoving = ({ review }: { readonly review: Pick<ReviewContent, 'meeting'> }) =>
  review.meeting !== undefined;

/** What is asked for the day of a meeting, of whatever kind of review. */
export const MEETING_DAY = { label: 'Day of the meeting', needed: 'Please choose the day of the meeting.' };

/** When the meeting is, who comes, and who is asked for evidence. */
export const PLAN_MEETING = {
  date: schoolDay(MEETING_DAY),
  time: time({ label: 'Time', needed: 'Please choose a time.' }),
  where: shortText({
    label: 'Where? A room, or the link to join (optional)',
    hint: 'Those invited see it',
    longest: 600,
  }),
  whyMoved: longText({
    label: 'Why is it moved?',
    hint: 'Only if the day or the time changes',
    longest: 1000,
    more: true,
    asked: isMoving,
  }),
  invitees: orByName(
    severalOf({
      options: colleagues,
      label: 'Colleagues to invite',
      hint: 'Choose colleagues',
      list: 'compact',
      otherwise: NOT_STAFF,
    }),
  ),
  others: longText({
    label: 'Others to invite, one to a line',
    hint: 'Parents or carers, the {child}, an educational psychologist, a therapist, CAMHS, the next school',
    longest: 1000,
  }),
  ask: orByName(
    severalOf({
      options: colleagues,
      label: 'Ask for evidence',
      hint: 'Choose colleagues',
      list: 'compact',
      needed: NOBODY_ASKED,
      otherwise: NOBODY_ASKED,
    }),
  ),
  evidenceBy: schoolDay({
    label: 'Evidence wanted by',
    needed: 'Please choose the day the evidence is wanted by.',
    asked: ({ review }: Asking) => !evidenceIsIn(review),
  }),
} as const;
