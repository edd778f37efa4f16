import { dayWords } from '../../language/days.ts';
import { choiceTitle } from '../../language/words.ts';
import { oneOf } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import { longText, shortText } from '../../questions/text.ts';
import type { LocalDate } from '../../time.ts';
import { familyOf } from '../young-person.ts';

/** Whom was met, and the day it is. */
interface OfFamily {
  readonly pupil: { readonly dateOfBirth: LocalDate };
  readonly today: LocalDate;
}

/** A meeting with parents besides a review: when, who met whom, and what was agreed. */
export const MET = {
  on: pastDay<OfFamily>({ label: 'When did you meet?', needed: 'Please choose the day you met.' }),
  who: shortText<OfFamily>({
    label: 'Who met whom?',
    hint: ({ pupil, today }) => `Such as: the class teacher, and ${familyOf(pupil.dateOfBirth, today)}`,
    needed: 'Please say who met whom.',
  }),
  agreed: longText<OfFamily>({
    label: 'What was agreed?',
    hint: 'A line will do',
    needed: 'Please write a line on what was agreed.',
  }),
} as const;

/** What becomes of a meeting that was recorded. */
const AGAIN = { correct: 'Put it right', 'take-back': 'Take it back: it was recorded by mistake' } as const;

/** The meetings of a pupil that stand. */
interface OfMeetings extends OfFamily {
  readonly pupil: OfFamily['pupil'] & {
    readonly meetings?: readonly {
      readonly id: string;
      readonly on: LocalDate;
      readonly who: string;
      readonly takenBack?: unknown;
    }[];
  };
}

/** A meeting put right: which, and what of it is otherwise; what is left empty stays. */
export const MET_AGAIN = {
  which: oneOf({
    options: ({ pupil: { meetings = [] } }: OfMeetings) =>
      meetings
        .filter(({ takenBack }) => !takenBack)
        .toReversed()
        .map(({ id, on, who }) => ({ value: id, title: choiceTitle(`${dayWords(on)}: ${who}`) })),
    label: 'Which meeting?',
    list: 'compact',
    needed: 'Please choose the meeting.',
  }),
  what: oneOf<keyof typeof AGAIN, OfMeetings>({
    options: AGAIN,
    label: 'What is to be done?',
    needed: 'Please choose.',
  }),
  on: pastDay<OfMeetings>({ label: 'When did you meet?' }),
  who: shortText<OfMeetings>({ label: 'Who met whom?' }),
  agreed: longText<OfMeetings>({ label: 'What was agreed?' }),
} as const;
