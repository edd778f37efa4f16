import { capital, count } from '../../domain/language/words.ts';
import type { School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import type { Note } from './digest-note.ts';

/** A school where parents were met less often than the Code expects, and of how many pupils. */
export interface ToMeet {
  readonly school: School;
  readonly number: number;
}

/** "parents of 60 pupils to meet", over all schools; nothing where there are none. */
export function toMeetWords(all: readonly ToMeet[]): string[] {
  const number = all.reduce((sum, one) => sum + one.number, 0);
  return number ? [`parents of ${count(number, 'pupil')} to meet`] : [];
}

/** One line a school, however many pupils there are, with the way to the list. */
export function toMeetNote(one: ToMeet, manySchools: boolean): Note {
  const where = manySchools ? `${one.school.name}: ` : '';
  return {
    text: `${where}${capital(toMeetWords([one]).join(''))}`,
    open: button('See whose', press.due(1, { only: 'parents' })),
  };
}
