import { daysWords, dayWords } from '../domain/language/days.ts';
import { capital, count } from '../domain/language/words.ts';
import { planRow } from '../domain/plans/index.ts';
import { whyWords } from '../domain/statute/date-reasons.ts';
import type { Due, DueTransfer } from '../domain/statute/due.ts';
import { tooLateInShort } from '../domain/statute/late-meeting.ts';
import type { Anchor, RuleDate } from '../domain/statute/statute.ts';
import { owedOf, type WaitingInData } from '../domain/statute/waiting-in-data.ts';
import type { LocalDate } from '../domain/time.ts';
import { phaseWords } from './annual-labels.ts';
import { plain, type Run, reason, subtle, urgent } from './parts.ts';
import { releasedRuns } from './place.ts';

type Awaiting = NonNullable<Due['alsoAwaiting']>[number];
type OwedInData = Omit<WaitingInData, 'kind'>;

/** What has a day that nobody knows by heart; a deadline, or the beginning of a year, says nothing new. */
const TELLING: ReadonlySet<Anchor> = new Set(['last-review', 'last-decision', 'plan-made', 'taken-over']);

/** ": 6 months after the last review (Fri 13 Mar 2026); Bristol SEN Support guidance". */
function because(date: RuleDate): Run {
  const { rule, from } = date;
  if (!TELLING.has(rule.from)) return reason(`: ${whyWords(date)}`);
  return reason(`: ${rule.counted} (${dayWords(from)}); ${rule.source}`);
}

/** "12 days overdue", in the colour of it; else "Due by Mon 23 Nov 2026 (in 9 days)"; and why. */
function whenRuns({ state, dueBy, days, why }: Due, today: LocalDate): Run[] {
  if (state !== 'overdue')
    return [plain(`Due by ${dayWords(dueBy)} (${daysWords(today, dueBy)})`), because(why)];
  return [urgent(`${count(-days, 'day')} overdue`), subtle(` · Was due by ${dayWords(dueBy)}`), because(why)];
}

/** " · the last school day before that is Fri 20 Nov 2026", where the day itself is none. */
function schoolDayRuns({ meetSchoolDay }: Pick<Due, 'meetSchoolDay'>): Run[] {
  return meetSchoolDay ? [subtle(` · The last school day before that is ${dayWords(meetSchoolDay)}`)] : [];
}

/** The last day on which a meeting is safe, which is well before the review is due. */
function meetRuns(due: Due, today: LocalDate): Run[][] {
  const { meetBy, meetWhy, awaiting, dueBy, why, nextComplete } = due;
  // Where no date is known both are today, for the same reason: that is said once.
  if (!meetBy || !meetWhy || (meetBy === dueBy && meetWhy.rule === why.rule)) return [];
  const which = awaiting ? 'the next meeting' : 'the meeting';
  const words = `Hold ${which} by ${dayWords(meetBy)} (${daysWords(today, meetBy)})`;
  return [
    [meetBy < today ? urgent(words) : plain(words), because(meetWhy), ...schoolDayRuns(due)],
    ...completeRuns(nextComplete, dueBy),
  ];
}

/** The day a meeting counts back from, where that is not the day the review is due which stands above it. */
function completeRuns(complete: RuleDate | undefined, dueBy: LocalDate): Run[][] {
  if (!complete || complete.date === dueBy) return [];
  return [[plain(`The next review to be complete by ${dayWords(complete.date)}`), because(complete)]];
}

/** That the meeting set is after the last day for it: once, where the move it is for says the same. */
function lateRuns({ late, transfer }: Pick<Due, 'late' | 'transfer'>): Run[][] {
  if (!late) return [];
  const isSaid = transfer?.standing === 'at-risk' && transfer.meetBy.rule === late.last.rule;
  return isSaid ? [] : [[urgent(`The meeting on ${tooLateInShort(late)}`)]];
}

/** The meeting has been held, and the local authority is to decide. */
function awaitingRuns({ meetingOn, decisionBy, daysLate }: Awaiting, today: LocalDate): Run[][] {
  const met = `Meeting held ${dayWords(meetingOn)}`;
  const by = dayWords(decisionBy.date);
  if (daysLate > 0) {
    const late = `Local authority’s decision ${count(daysLate, 'day')} late`;
    return [[urgent(late), subtle(` · ${met} · Was due by ${by}`), because(decisionBy)]];
  }
  const wanted = `Local authority’s decision due by ${by} (${daysWords(today, decisionBy.date)})`;
  return [[plain(wanted), because(decisionBy), subtle(` · ${met}`)]];
}

/** What the local authority owes of a plan and in no review here, in the middle of a sentence. */
export function owedInDataWords({ step, meetingOn }: Pick<OwedInData, 'step' | 'meetingOn'>): string {
  switch (step) {
    case 'la-decision':
      return `the decision on the meeting of ${dayWords(meetingOn)}`;
    case 'notice':
      return `the notice of the changes after the meeting of ${dayWords(meetingOn)}`;
    case 'final-plan':
      return `the final amended plan after the meeting of ${dayWords(meetingOn)}`;
    case 'next-place':
      return 'a plan that names the next school or college';
  }
}

/** What the local authority owes of a plan and in no review here: by when and why, or how late it is. */
export function owedInDataRuns(one: OwedInData, today: LocalDate): Run[][] {
  const { step, meetingOn, by, daysLate } = one;
  if (step === 'la-decision') return awaitingRuns({ meetingOn, decisionBy: by, daysLate }, today);
  const what = capital(owedInDataWords(one));
  if (daysLate > 0)
    return [
      [
        urgent(`${what}: ${count(daysLate, 'day')} late`),
        subtle(` · Was due by ${dayWords(by.date)}`),
        because(by),
      ],
    ];
  return [[plain(`${what}: due by ${dayWords(by.date)} (${daysWords(today, by.date)})`), because(by)]];
}

/** All that the local authority owes of a plan and in no review here: no review has a step for it. */
const owedInData = (due: Due, today: LocalDate): Run[][] =>
  owedOf(due, today).flatMap((one) => owedInDataRuns(one, today));

/** What stands in the way of a transfer. */
export function riskWords({ standing, meetingOn, unsaid, finalOn, finalUnsaid }: DueTransfer): string {
  if (unsaid && meetingOn) return `what was decided on the meeting of ${dayWords(meetingOn)} is not said`;
  if (finalUnsaid)
    return `whether the final plan of ${dayWords(finalUnsaid)} names the next place is not said`;
  if (finalOn) return `the final plan of ${dayWords(finalOn)} names no next place`;
  if (standing === 'late') return 'no final plan names the next place';
  return meetingOn ? `the meeting on ${dayWords(meetingOn)} is too late` : 'no meeting is set';
}

/** A move between phases and how that stands, with those of its dates that are not the review's own. */
function transferRuns(transfer: DueTransfer, { why, meetWhy }: Due, today: LocalDate): Run[][] {
  const { meetBy, deadline, standing, finalOn, meetingOn, met, unsaid } = transfer;
  // Where the review itself is due then, or the local authority owes the place by then, that stands above with its day.
  const isSaid = deadline.rule === why.rule || (finalOn && meetingOn);
  const amended =
    deadline.date < today && standing === 'late' ? 'Plan was to be amended by' : 'Plan amended by';
  const words = phaseWords(transfer);
  const stands =
    standing === 'in-time' && !transfer.unsaid ? plain(words) : urgent(`${words}: ${riskWords(transfer)}`);
  const dates = [
    // It has been met for, unless what came of that asks for another meeting.
    ...([meetWhy?.rule, why.rule].includes(meetBy.rule) || (met && !unsaid)
      ? []
      : [
          [subtle(`Meeting for it by ${dayWords(meetBy.date)}`), because(meetBy), ...schoolDayRuns(transfer)],
        ]),
    ...(isSaid ? [] : [[subtle(`${amended} ${dayWords(deadline.date)}`), because(deadline)]]),
  ];
  return [[stands], ...dates];
}

/** What was decided on a review here is not said in it. */
const unrecordedRuns = ({ unrecorded }: Due): Run[][] =>
  unrecorded
    ? [
        [
          plain(
            `The local authority decided on ${dayWords(unrecorded.decidedOn)}, as the school’s data has it: say what it decided, in the review of ${dayWords(unrecorded.meetingOn)}`,
          ),
        ],
      ]
    : [];

/** What is to be done once a plan that is to cease has ceased. */
function ceasingRuns({ ceasing }: Due, today: LocalDate): Run[][] {
  if (!ceasing) return [];
  const decided = `The local authority decided to cease the plan (letter of ${dayWords(ceasing.on)}).`;
  return [[plain(`${decided} ${standsUntil(ceasing, today)}`)]];
}

const TAKE_OUT = 'Once it has ceased, take it out of the school’s data.';

function standsUntil(
  { appealBy, appealOn, appealEnded }: NonNullable<Due['ceasing']>,
  today: LocalDate,
): string {
  if (appealEnded) return `The appeal ended on ${dayWords(appealEnded)}. ${TAKE_OUT}`;
  if (appealOn) return `It stands until the appeal of ${dayWords(appealOn)} has ended.`;
  if (today > appealBy.date)
    return `No appeal is recorded, and the last day for one was ${dayWords(appealBy.date)}. ${TAKE_OUT}`;
  return `It stands until any appeal has ended; the last day for one is ${dayWords(appealBy.date)}.`;
}

/** What is advised, or may be, and no day on which anything is overdue. */
function adviceRuns({ advised, turns25 }: Due, today: LocalDate): Run[][] {
  const young = advised ? [[plain(`Consider a review by ${dayWords(advised.date)}`), because(advised)]] : [];
  return turns25 ? [...young, [turning25Run(turns25, today), because(turns25)]] : young;
}

/** Until when the plan of somebody who turns 25 may run; or that this day has passed. */
export function turning25Run(until: RuleDate, today: LocalDate): Run {
  const day = dayWords(until.date);
  return until.date < today
    ? urgent(`The plan could run until ${day}, which has passed: ask the local authority how it stands`)
    : plain(`The plan may run until ${day}, if the local authority keeps it until then`);
}

/** By when a pupil's next review is due and to be met for, and the plan amended for a move: each date with its reason. */
export const datesAhead = (due: Due, today: LocalDate): Run[][] => [
  ...(due.released ? [releasedRuns(due.released)] : []),
  whenRuns(due, today),
  ...meetRuns(due, today),
  ...owedInData(due, today),
  ...(due.transfer ? transferRuns(due.transfer, due, today) : []),
  ...adviceRuns(due, today),
];

/** How a pupil's next review stands, line by line, each date with its reason. */
export function dueLines(due: Due, today: LocalDate): Run[][] {
  return [
    whenRuns(due, today),
    ...meetRuns(due, today),
    ...lateRuns(due),
    ...[due.awaiting, ...(due.alsoAwaiting ?? [])].flatMap((one) => (one ? awaitingRuns(one, today) : [])),
    ...owedOf(due, today)
      .filter(({ step }) => step !== 'la-decision')
      .flatMap((one) => owedInDataRuns(one, today)),
    ...unrecordedRuns(due),
    ...(due.transfer ? transferRuns(due.transfer, due, today) : []),
    ...ceasingRuns(due, today),
    ...adviceRuns(due, today),
  ];
}

/**
 * When it was last reviewed, where the reason does not say so: ''. Of an EHC plan always, and what the local authority made
 * of it: the two days are easily taken for each other.
 */
export function lastWords(due: Due): string {
  const { lastReviewed, lastDecision, why } = due;
  if (!planRow(due.kind).decidedElsewhere) {
    if (!lastReviewed) return 'No review yet';
    return why.rule.from === 'last-review' ? '' : `Last review ${dayWords(lastReviewed)}`;
  }
  const met = lastReviewed ? [`Last meeting ${dayWords(lastReviewed)}`] : [];
  const decided = lastDecision ? [`last decision ${dayWords(lastDecision)}`] : [];
  const words = [...met, ...decided].join(', ');
  return words ? capital(words) : 'No review yet';
}
