import type { Action } from '../domain/review.ts';
import type { School } from '../domain/school.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { plain, type Run, subtle, urgent } from './parts.ts';
import { daysWords, dayWords, HELPED, nameOf } from './words.ts';

/** "Due Fri 4 Dec 2026 (in 3 days)", in the colour of an overdue one where it is. */
function actionDue({ due }: Action, today: LocalDate): Run {
  if (due < today) return urgent(`Was due ${dayWords(due)} (${daysWords(today, due)})`);
  return plain(`Due ${dayWords(due)} (${daysWords(today, due)})`);
}

/** How an action stands, as one line: its owner, and when it is due or was done. */
export function actionStands(action: Action, school: School, today: LocalDate): Run[] {
  const owner = subtle(`${nameOf(school, action.owner)} · `);
  if (action.done) {
    const { by, at } = action.done;
    const other = by === action.owner ? '' : ` by ${nameOf(school, by)}`;
    return [owner, plain(`Done ${dayWords(localDate(at))}${other}`)];
  }
  if (action.withdrawn) return [owner, plain(`Withdrawn ${dayWords(localDate(action.withdrawn.at))}`)];
  if (action.cannotBeDone) return [owner, urgent('Can’t be done: the SENCO decides')];
  if (action.disowned) return [owner, urgent('Needs a new owner')];
  return [owner, actionDue(action, today)];
}

/** Who did it and whether it helped, for an action that is done. */
export function doneWords({ done }: Action, school: School): string {
  if (!done) return '';
  return `${nameOf(school, done.by)}, ${dayWords(localDate(done.at))}. Did it help? ${HELPED[done.helped]}.`;
}
