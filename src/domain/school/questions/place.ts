import { askedLater } from '../../questions/asked-later.ts';
import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { day, pastDay } from '../../questions/days.ts';
import { shortText } from '../../questions/text.ts';

/** Where a pupil is educated. Codes are stored: they are only ever added. */
const PLACES = {
  here: 'At this school',
  'no-school': 'Not in a school (EOTAS): the plan names no school',
  custody: 'In custody',
  'moved-on': 'At another school: they have moved',
  left: 'Left, and at no school: finished, abroad, at home',
} as const;

/** Where the pupil is educated, since when, and what there is to know of it. */
export const PLACE = {
  place: oneOf({
    options: PLACES,
    label: 'Where is the pupil educated?',
    needed: 'Please choose where the pupil is educated.',
  }),
  since: pastDay({ label: 'Since which day?', needed: 'Please choose the day since when.' }),
  school: shortText({
    label: 'If they have moved or left: where to?',
    longest: 120,
    neededWhen: {
      question: 'place',
      is: ['moved-on', 'left'],
      say: 'Please write where to, such as the school’s name.',
    },
  }),
  passOn: askedLater(
    oneOrNone({
      options: { yes: 'Yes, if that school uses this bot', no: 'No' },
      label: 'If they have moved: may the SENCO there have the plan’s dates from here?',
    }),
  ),
  releasedOn: day({ label: 'If in custody: released on, once that is known' }),
} as const;
