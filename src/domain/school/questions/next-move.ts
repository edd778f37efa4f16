import { oneOf, oneOrNone } from '../../questions/choice.ts';
import { day } from '../../questions/days.ts';
import type { Option } from '../../questions/question.ts';
import type { LocalDate } from '../../time.ts';
import type { PhaseKind } from '../school.ts';

/** The moves between phases of education, as they are chosen. */
const MOVES: Readonly<Record<PhaseKind, string>> = {
  'reception-entry': 'Starts Reception',
  'infant-junior': 'To junior school',
  middle: 'To middle school, or from there to upper school',
  'primary-secondary': 'To secondary school',
  'secondary-post-16': 'From secondary school to post-16 education',
  'post-16-post-16': 'From one post-16 place to another',
};

/** What else can be said of it. */
const MOVE = {
  ...MOVES,
  none: 'None: the pupil stays where they are',
  data: 'As the school’s data has it, or as the year group says',
} as const;

/** A kind of move was chosen, and not one of the two other answers. */
export const isMove = (answer: string): answer is PhaseKind => Object.hasOwn(MOVES, answer);

/** A primary school's youngest move on in seven years. */
const YEARS = 9;

/** The next move between phases of education: which, in which year, on which day where that is known. */
export const NEXT_MOVE = {
  move: oneOf({ options: MOVE, label: 'Which move is next?', list: 'compact', needed: 'Please choose one.' }),
  year: oneOrNone({
    options: ({ today }: { readonly today: LocalDate }): readonly Option[] =>
      Array.from({ length: YEARS }, (_, n) => String(Number(today.slice(0, 4)) + n)).map((year) => ({
        value: year,
        title: year,
      })),
    label: 'In which year?',
    list: 'compact',
    neededWhen: { question: 'move', is: Object.keys(MOVES), say: 'Please choose the year of the move.' },
  }),
  on: day({ label: 'On which day, where it is another than 1 September?' }),
} as const;
