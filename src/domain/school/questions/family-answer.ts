import { dayWords } from '../../language/days.ts';
import { choiceTitle } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { longText } from '../../questions/text.ts';
import type { LocalDate } from '../../time.ts';
import { DECIDED, NOT_PUT_RIGHT } from './family-says.ts';

/** What is said later of something that a family says. Codes are stored: they are only ever added. */
const LATER = {
  ...DECIDED,
  longer: 'It needs longer: it is complex, or one of many requests',
} as const;

/** What the family says of a child, as far as one of them is chosen. */
interface OfSaid {
  readonly today: LocalDate;
  readonly pupil: {
    readonly familySays?: readonly {
      readonly id: string;
      readonly saidBy: string;
      readonly saidOn: LocalDate;
      readonly wrong: string;
    }[];
  };
}

/** What became of something that a family says, once it is decided, or that it takes longer; and when they were told (UK GDPR, article 12). */
export const FAMILY_ANSWER = {
  which: oneOf<string, OfSaid>({
    options: ({ pupil: { familySays = [] } }) =>
      familySays.toReversed().map(({ id, saidBy, saidOn, wrong }) => ({
        value: id,
        title: choiceTitle(`${dayWords(saidOn)}, ${saidBy}: ${wrong}`),
      })),
    label: 'What the family says: which?',
    list: 'compact',
    needed: 'Please choose which.',
  }),
  became: oneOf<keyof typeof LATER, OfSaid>({
    options: LATER,
    label: 'What became of it?',
    needed: 'Please choose what became of it.',
    called: 'What became of it',
  }),
  why: longText<OfSaid>({
    label: 'Unless it was put right: why?',
    neededWhen: {
      question: 'became',
      is: [...NOT_PUT_RIGHT, 'longer'],
      say: 'Please say why: the law has the family told.',
    },
    called: 'Why',
  }),
  toldOn: pastDay<OfSaid>({
    label: 'When was the family told?',
    needed: 'Please choose the day they were told. Tell them first: the law counts that day.',
    called: 'The family was told on',
  }),
} as const;
