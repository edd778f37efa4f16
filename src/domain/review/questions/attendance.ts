import { oneOf } from '../../questions/choice.ts';
import { each } from '../../questions/groups.ts';
import type { School } from '../../school/school.ts';
import { invitedTo } from '../invited.ts';
import type { ReviewContent } from '../review-content.ts';
import { ATTENDANCE } from './annual-options.ts';

type OfMeeting = { readonly review: ReviewContent; readonly school: School };

/** Who took part, and how: one choice for each person invited. */
export const TOOK_PART = {
  people: each({
    of: (subject: OfMeeting) => invitedTo(subject),
    key: 'who',
    id: ({ key }) => key,
    about: (who, subject: OfMeeting) => {
      const found = invitedTo(subject).find(({ key }) => key === who);
      return { label: found?.role ?? 'Invited before', text: found?.name ?? who };
    },
    shows: ({ role }) => [[{ text: role, weight: 'subtle' }]],
    separator: false,
    input: (_question, who, subject: OfMeeting) =>
      invitedTo(subject).find(({ key }) => key === who)?.input ?? who,
    questions: {
      how: oneOf({
        options: ATTENDANCE,
        label: '{item}',
        hint: 'Choose one',
        list: 'compact',
        needed: 'Please choose how they took part.',
        called: '',
      }),
    },
  }),
} as const;
