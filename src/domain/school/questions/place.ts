import { oneOf } from '../../questions/choice.ts';
import { day, pastDay } from '../../questions/days.ts';
import { shortText } from '../../questions/text.ts';

/** Where a pupil is educated. Codes are stored: they are only ever added. */
const PLACES = {
  here: 'At this school',
  'no-school': 'Not in a school (EOTAS): the plan names no school',
  custody: 'In custody',
  'moved-on': 'At another school: they have moved',
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
    label: 'If they have moved: to which school?',
    longest: 120,
    neededWhen: { question: 'place', is: ['moved-on'], say: 'Please write the school’s name.' },
  }),
  releasedOn: day({ label: 'If in custody: released on, once that is known' }),
} as const;
