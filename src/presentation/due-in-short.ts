import { dayWords } from '../domain/language/days.ts';
import { count } from '../domain/language/words.ts';
import type { Due } from '../domain/statute/due.ts';
import { amendingLate, isToChase } from '../domain/statute/pressing.ts';
import { daysBetween, type LocalDate } from '../domain/time.ts';
import { plain, type Run, subtle, urgent } from './parts.ts';

/** The move to the next place, where that is what can't wait: the plan that names it, or the meeting for it. */
function moveRun(
  { standing, meetBy, meetSchoolDay, deadline, unsaid, finalOn, finalUnsaid }: NonNullable<Due['transfer']>,
  today: LocalDate,
): Run {
  if (unsaid) return urgent('say what was decided');
  if (finalUnsaid) return urgent('say whether the plan names the next place');
  if (standing === 'late') return urgent(`amended plan was due ${dayWords(deadline.date)}`);
  return urgent(
    finalOn || meetBy.date < today
      ? `amend by ${dayWords(deadline.date)}`
      : `meet by ${dayWords(meetSchoolDay ?? meetBy.date)}`,
  );
}

/** How a pupil's next review stands, in a few words: the one thing that matters most. `dueLines` has all of it, with reasons. */
export function dueInShort(due: Due, today: LocalDate): Run {
  const {
    quiet,
    released,
    state,
    days,
    dueBy,
    why,
    awaiting,
    late,
    transfer,
    meetBy,
    meetSchoolDay,
    ceasing,
  } = due;
  if (quiet) return subtle(`on hold; due ${dayWords(dueBy)}`);
  if (ceasing) return plain('the plan is to cease');
  if (awaiting && isToChase(due, today))
    return urgent(`local authority ${count(awaiting.daysLate, 'day')} late`);
  const owedSince = amendingLate(due);
  if (owedSince > 0 && isToChase(due, today))
    return urgent(`local authority ${count(owedSince, 'day')} late`);
  // What is not known may have been done: that is asked, before it is called overdue.
  if (transfer && (transfer.unsaid || transfer.finalUnsaid) && transfer.deadline.rule === why.rule)
    return moveRun(transfer, today);
  if (state === 'overdue') return urgent(`${count(-days, 'day')} overdue`);
  if (released) return urgent(`released ${dayWords(released)}: review now`);
  if (transfer && transfer.standing !== 'in-time') return moveRun(transfer, today);
  if (late) return urgent(`meeting ${dayWords(late.on)} is too late`);
  if (meetBy && meetBy < today) return urgent(`meeting ${count(daysBetween(meetBy, today), 'day')} late`);
  if (meetBy && meetBy < dueBy) return plain(`meet by ${dayWords(meetSchoolDay ?? meetBy)}`);
  if (awaiting && awaiting.decisionBy.date < dueBy)
    return plain(`local authority decides by ${dayWords(awaiting.decisionBy.date)}`);
  return plain(`due ${dayWords(dueBy)}`);
}
