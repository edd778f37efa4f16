import { capital, count } from '../../domain/language/words.ts';
import type { School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import { subtle } from '../parts.ts';
import type { Row } from './rows.ts';

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
export function toMeetRow(one: ToMeet, manySchools: boolean): Row {
  const where = manySchools ? `${one.school.name} · ` : '';
  const why = subtle(`${where}Met less often this school year than the Code expects (6.65)`);
  return {
    heading: '',
    what: capital(toMeetWords([one]).join('')),
    lines: [{ runs: [why] }],
    buttons: [button('See whose', press.due(1, { only: 'parents' }))],
  };
}
