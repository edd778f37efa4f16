import { daysWords, dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { calledOf } from '../../domain/questions/said.ts';
import { ACTION_DONE } from '../../domain/review/questions/actions.ts';
import { HELPED } from '../../domain/review/questions/options.ts';
import type { Action } from '../../domain/review/review.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import { type Instant, type LocalDate, localDate } from '../../domain/time.ts';
import { plain, type Run, subtle, urgent } from '../parts.ts';

/** "Due Fri 4 Dec 2026 (in 3 days)", in the colour of an overdue one where it is. */
export function actionDue({ due }: Pick<Action, 'due'>, today: LocalDate): Run {
  if (due < today) return urgent(`Was due ${dayWords(due)} (${daysWords(today, due)})`);
  return plain(`Due ${dayWords(due)} (${daysWords(today, due)})`);
}

/** Its owner's name; of one that somebody else does: "By Mum; Kwame Mensah keeps in touch". */
export function ownerWords({ owner, onBehalfOf }: Action, school: School): string {
  const name = nameOf(school, owner);
  return onBehalfOf ? `By ${onBehalfOf}; ${name} keeps in touch` : name;
}

/** "Mel Senco, Mon 23 Nov 2026". */
export function byWords({ by, at }: { readonly by: PersonId; readonly at: Instant }, school: School): string {
  return `${nameOf(school, by)}, ${dayWords(localDate(at))}`;
}

/** How an action stands, as one line: its owner, and when it is due or was done. */
export function actionStands(action: Action, school: School, today: LocalDate): Run[] {
  const owner = subtle(`${ownerWords(action, school)} · `);
  if (action.done) {
    const { by, at } = action.done;
    const other = by === action.owner ? '' : ` by ${nameOf(school, by)}`;
    return [owner, plain(`Done ${dayWords(localDate(at))}${other}`)];
  }
  const { withdrawn, cannotBeDone, disowned } = action;
  if (withdrawn)
    return [owner, plain('Ended without being done'), subtle(` · ${byWords(withdrawn, school)}`)];
  if (cannotBeDone)
    return [owner, urgent('Can’t be done: the SENCO decides'), subtle(` · ${byWords(cannotBeDone, school)}`)];
  if (disowned) return [owner, urgent('Needs a new owner'), subtle(` · ${dayWords(localDate(disowned.at))}`)];
  return [owner, actionDue(action, today)];
}

/** Who did it and whether it helped, for an action that is done. */
export function doneWords({ done }: Action, school: School): string {
  if (!done) return '';
  const helped = done.helped && ` ${calledOf(ACTION_DONE.helped, {}, {})} ${HELPED[done.helped]}.`;
  return `${nameOf(school, done.by)}, ${dayWords(localDate(done.at))}.${helped}`;
}
