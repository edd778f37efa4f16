import type { Due, DueTransfer } from '../domain/due.ts';
import type { LocalDate } from '../domain/time.ts';
import { phaseWords } from './annual-words.ts';
import { plain, type Run, subtle, urgent } from './parts.ts';
import { whyWords } from './why.ts';
import { count, daysWords, dayWords } from './words.ts';

type Awaiting = NonNullable<Due['awaiting']>;

/** "12 days overdue", in the colour of it; else "Due by Mon 23 Nov 2026 (in 9 days)". */
function whenRuns({ state, dueBy, days }: Due, today: LocalDate): Run[] {
  if (state !== 'overdue') return [plain(`Due by ${dayWords(dueBy)} (${daysWords(today, dueBy)})`)];
  return [urgent(`${count(-days, 'day')} overdue`), subtle(` · Was due by ${dayWords(dueBy)}`)];
}

/** The last day on which a meeting is safe, which is well before the review is due. */
function meetRuns({ meetBy, awaiting }: Due, today: LocalDate): Run[][] {
  if (!meetBy || awaiting) return [];
  const words = `Hold the meeting by ${dayWords(meetBy)} (${daysWords(today, meetBy)})`;
  return [[meetBy < today ? urgent(words) : plain(words)]];
}

/** The meeting has been held, and the local authority is to decide. */
function awaitingRuns({ meetingOn, decisionBy, daysLate }: Awaiting, today: LocalDate): Run[][] {
  const met = `Meeting held ${dayWords(meetingOn)}`;
  const by = dayWords(decisionBy.date);
  if (daysLate > 0) {
    const late = `Local authority’s decision ${count(daysLate, 'day')} late`;
    return [[urgent(late), subtle(` · Was due by ${by} · ${met}`)]];
  }
  return [
    [
      plain(`Local authority’s decision due by ${by} (${daysWords(today, decisionBy.date)})`),
      subtle(` · ${met}`),
    ],
  ];
}

const STANDING: Readonly<Record<DueTransfer['standing'], string>> = {
  'in-time': '',
  'at-risk': 'At risk: ',
  late: 'Too late: ',
};

/** A move between phases, by when its meeting is to be held and the plan amended, and how that stands. */
function transferRuns(transfer: DueTransfer): Run[] {
  const { meetBy, deadline, standing, meetingOn } = transfer;
  const met = meetingOn ? ` · Meeting ${dayWords(meetingOn)}` : '';
  const words = `${phaseWords(transfer)}: meeting by ${dayWords(meetBy.date)}, plan amended by ${dayWords(deadline.date)}${met}`;
  return standing === 'in-time' ? [plain(words)] : [urgent(`${STANDING[standing]}${words}`)];
}

/** Why each of the dates is what it is. */
function whyRuns({ why, meetBy, meetWhy, awaiting, transfer }: Due): Run[][] {
  const meeting = meetBy && meetWhy && !awaiting ? [`Meeting: ${whyWords(meetWhy)}`] : [];
  const decision = awaiting ? [`Decision: ${whyWords(awaiting.decisionBy)}`] : [];
  const move =
    transfer && transfer.deadline.rule !== why.rule ? [`Move: ${whyWords(transfer.deadline)}`] : [];
  return [`Why then: ${whyWords(why)}`, ...meeting, ...decision, ...move].map((words) => [subtle(words)]);
}

/** How a pupil's next review stands, line by line, each date with its reason. */
export function dueLines(due: Due, today: LocalDate): Run[][] {
  return [
    whenRuns(due, today),
    ...meetRuns(due, today),
    ...(due.awaiting ? awaitingRuns(due.awaiting, today) : []),
    ...(due.transfer ? [transferRuns(due.transfer)] : []),
    ...whyRuns(due),
  ];
}

/** When it was last reviewed: of an EHC plan also what the local authority made of it. */
export function lastWords({ kind, lastReviewed, lastDecision }: Due): string {
  if (kind !== 'ehcp') return lastReviewed ? `Last review ${dayWords(lastReviewed)}` : 'No review yet';
  const met = lastReviewed ? [`Last meeting ${dayWords(lastReviewed)}`] : [];
  const decided = lastDecision ? [`last decision ${dayWords(lastDecision)}`] : [];
  const words = [...met, ...decided].join(', ');
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : 'No review yet';
}
