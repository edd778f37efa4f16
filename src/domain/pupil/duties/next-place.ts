import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { isUnderWay } from '../../review/held.ts';
import { type Plan, reviewsUnder } from '../../school/pupil.ts';
import { transferOf } from '../../statute/next-transfer.ts';
import { type DueTransfer, dueTransfer, transferDates } from '../../statute/transfer.ts';
import { compare, type LocalDate } from '../../time.ts';
import type { PupilAlone, PupilAnswer, PupilDuty, PupilDutyRow, PupilSituation } from './row.ts';

/** The review to go on with for the transfer, or the next one to begin. */
function toGoOn({ pupil, reviews }: PupilSituation, plan: Plan): PupilAnswer {
  const current = reviewsUnder(pupil, plan, reviews).findLast(isUnderWay);
  if (current) return { opens: 'status', title: 'See how the review stands', review: current.id };
  return { opens: 'start', title: 'Start a review', plan: plan.kind };
}

/** Until a meeting is set or held the last safe day for one counts, then the day by which the plan is to be amended. */
function dutyFor(situation: PupilSituation, plan: Plan, transfer: DueTransfer): PupilDuty {
  const { meetingOn, meetBy, meetSchoolDay, deadline, year } = transfer;
  const about = `${plan.kind}-${year}`;
  const named: PupilAnswer = {
    opens: 'form',
    name: 'next-place-named',
    title: 'The next place is named',
    plan: plan.kind,
  };
  const chase: PupilAnswer = { opens: 'chase', title: 'Chase', plan: plan.kind };

  const answers = [transfer.finalOn ? chase : toGoOn(situation, plan), named];
  const schoolDay = meetSchoolDay ? ` The last school day before that is ${dayWords(meetSchoolDay)}.` : '';
  if (transfer.unsaid && meetingOn) {
    const title = 'Say what was decided';
    const said: PupilAnswer = transfer.sayIn
      ? { opens: 'status', title, review: transfer.sayIn }
      : { opens: 'form', name: 'la-decided', title, plan: plan.kind };
    return {
      ...{ about, due: meetBy.date, why: meetBy, answers: [said, named] },
      what: 'Say what the local authority decided on the last review',
      help: 'saying what the local authority decided on the last review',
      more: `On the meeting of ${dayWords(meetingOn)}. If it amends the plan, that is to name the next place by ${dayWords(deadline.date)}; if it keeps it, another meeting is needed.`,
    };
  }
  if (meetingOn === undefined)
    return {
      ...{ about, due: meetBy.date, why: meetBy, answers },
      what: 'Hold the review for the move to the next school or college',
      help: 'the review for the move to the next school or college',
      more: `No meeting for it is set.${schoolDay}`,
    };
  if (transfer.finalUnsaid && transfer.sayIn)
    return {
      ...{ about, due: deadline.date, why: deadline },
      answers: [named, { opens: 'status', title: 'See the review', review: transfer.sayIn }],
      what: 'Say whether the plan names the next school or college',
      help: 'saying whether the plan names the next school or college',
      more: `Of the final plan of ${dayWords(transfer.finalUnsaid)} nobody has said. Where it does not, record that in its review: the local authority is to amend it again.`,
    };
  return {
    ...{ about, due: deadline.date, why: deadline, answers },
    what: 'The plan is to name the next school or college',
    help: 'having the plan name the next school or college',
    more: transfer.finalOn
      ? `The final plan of ${dayWords(transfer.finalOn)} names none: the local authority is to amend it again.`
      : 'Until a final plan names it, or you say that it does, the move is not settled.',
  };
}

function transferDue({ pupil, reviews, school, today }: PupilSituation, plan: Plan): DueTransfer | undefined {
  const own = reviews.filter(({ kind, stage }) => kind === plan.kind && stage !== 'cancelled');
  return dueTransfer({ pupil, plan, reviews: own, today, school });
}

/** The days by which to meet for the plan's next move: as it is known and, since that may pass, as the year group says. */
function firstDays({ pupil, school, today }: PupilAlone, plan: Plan): readonly LocalDate[] {
  const next = transferOf(pupil, plan, today, school);
  if (!planRow(plan.kind).decidedElsewhere || !next || plan.transferSettled?.year === next.year) return [];
  const later = transferOf(pupil, {}, today, school);
  return [next, ...(later ? [later] : [])].map((transfer) => transferDates(transfer, today).meetBy.date);
}

/** A move to the next phase of education is not settled: SEND Regulations 2014, reg 18. */
export const nextPlaceDuty: PupilDutyRow = {
  kind: 'next-place',
  forFamily: 'To see that the next school or place is settled',
  owed: (situation) =>
    situation.pupil.plans.flatMap((plan) => {
      const transfer = planRow(plan.kind).decidedElsewhere ? transferDue(situation, plan) : undefined;
      return transfer ? [dutyFor(situation, plan, transfer)] : [];
    }),
  from: (alone) => alone.pupil.plans.flatMap((plan) => firstDays(alone, plan)).sort(compare)[0],
  settled: ({ pupil }, about) =>
    pupil.plans.some(({ kind, transferSettled }) => `${kind}-${transferSettled?.year}` === about)
      ? { is: 'recorded' }
      : { is: 'over' },
};
