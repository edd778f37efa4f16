import { fullName } from '../../language/name-words.ts';
import { oneOrNone } from '../../questions/choice.ts';
import { lines } from '../../questions/groups.ts';
import type { Answers, Sent, ShownLine } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import { familyViews } from '../addressee.ts';
import type { ReviewContent } from '../review-content.ts';
import { HOW_GIVEN } from './options.ts';
import { PARENT_VIEWS, saysNothingOfTheirs } from './parent-views.ts';
import { PUPIL_VIEWS } from './pupil-views.ts';

const NOTHING = 'Please write what one of them said, at least.';

const isEmpty = (sent: Sent, id: 'how' | 'views') => (sent[id] ?? '').trim() === '';

interface OfBoth {
  readonly review: ReviewContent;
  readonly pupil: Parameters<typeof fullName>[0];
}

/** Over what each of them is asked: whose views they are. */
const whose = (who: (subject: OfBoth) => string) =>
  lines((subject: OfBoth): readonly ShownLine[] => [[{ text: who(subject), weight: 'bold' }]]);

/** What parents or carers and the pupil are asked, in one form: who has said nothing yet is left out, but not both. */
export const BOTH_VIEWS = {
  ofFamily: whose(({ review }) => familyViews(review).who),
  ...PARENT_VIEWS,
  goingWell: {
    ...PARENT_VIEWS.goingWell,
    rule: (sent: Sent) =>
      saysNothingOfTheirs(sent) && isEmpty(sent, 'how') && isEmpty(sent, 'views') ? NOTHING : undefined,
  },
  ofChild: whose(({ pupil }) => fullName(pupil)),
  how: oneOrNone({
    options: HOW_GIVEN,
    label: PUPIL_VIEWS.how.label,
    called: 'How they gave them',
    rule: (sent) =>
      isEmpty(sent, 'how') && !isEmpty(sent, 'views')
        ? 'Please choose how they gave their views.'
        : undefined,
  }),
  views: longText({
    label: PUPIL_VIEWS.views.label,
    called: '',
    rule: (sent) =>
      isEmpty(sent, 'views') && !isEmpty(sent, 'how') ? 'Please write what they said or showed.' : undefined,
  }),
} as const;
export interface BothViewsAnswer extends Answers<typeof BOTH_VIEWS> {}
