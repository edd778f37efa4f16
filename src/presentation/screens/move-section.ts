import { daysWords, dayWords } from '../../domain/language/days.ts';
import { capital, count } from '../../domain/language/words.ts';
import { dayAndWhy, whyWords } from '../../domain/statute/date-reasons.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import { daysBetween, type LocalDate } from '../../domain/time.ts';
import { phaseWords } from '../annual-labels.ts';
import { riskWords } from '../due-labels.ts';
import { part, plain, reason, type Section, section, urgent } from '../parts.ts';

/*
 * The day by which the plan is to be amended for a move between phases of education. It stands on every screen that has
 * dates until a final plan names the next place: between the report and the decision no other date would tell of it.
 */

/** What fell due in custody is owed from the release on, for which the Act sets no day. */
const isAfterRelease = ({ deadline }: DueTransfer): boolean => deadline.rule.from === 'release';

/** The move and the last day for the plan to be amended; nothing where none is near, or it is settled. */
export function moveSection(transfer: DueTransfer | undefined, today: LocalDate): Section[] {
  if (!transfer) return [];
  const { date } = transfer.deadline;
  const by = isAfterRelease(transfer)
    ? plain(`The plan is to be amended as soon as can be, after the release on ${dayWords(date)}`)
    : date < today
      ? urgent(`The plan was to be amended by ${dayWords(date)} (${daysWords(today, date)})`)
      : plain(`The plan is to be amended by ${dayWords(date)} (${daysWords(today, date)})`);
  const isAsked = transfer.unsaid || transfer.finalUnsaid;
  const risk = isAsked || transfer.standing === 'at-risk' ? [[urgent(capital(riskWords(transfer)))]] : [];
  return [
    section('Move to the next school or college', [
      part([[plain(phaseWords(transfer))], ...risk, [by], [reason(whyWords(transfer.deadline))]]),
    ]),
  ];
}

/** The same for whoever is to amend it, in sentences; '' where there is nothing to say. */
export function moveSentence(transfer: DueTransfer | undefined, today: LocalDate): string {
  // What nobody has said the local authority has not done, it is not reproached with.
  if (!transfer || transfer.finalUnsaid) return '';
  const { deadline } = transfer;
  const move = `${phaseWords(transfer)}: the plan`;
  if (isAfterRelease(transfer))
    return `${move} is to be amended, naming the next place, as soon as can be after the release on ${dayAndWhy(deadline)}.`;
  const late = daysBetween(deadline.date, today);
  return late > 0
    ? `${move} was to be amended, naming the next place, by ${dayAndWhy(deadline)}. It is now ${count(late, 'day')} late.`
    : `${move} is to be amended, naming the next place, by ${dayAndWhy(deadline)}.`;
}
