import { daysWords, dayWords } from '../../../domain/language/days.ts';
import { count } from '../../../domain/language/words.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPlan } from '../../../domain/pupil/step.ts';
import { whyInFull, whyWords } from '../../../domain/statute/date-reasons.ts';
import { decisionSaid } from '../../../domain/statute/decision-said.ts';
import { duesOf } from '../../../domain/statute/due.ts';
import { turning25Run } from '../../due-labels.ts';
import { part, plain, type Run, subtle } from '../../parts.ts';
import { countsFrom, heldHere } from './counted-from.ts';
import type { PupilSection } from './section.ts';

function nextLines(of: OfPlan): Run[][] {
  const { pupil, plan, reviews, school, today } = of;
  const due = duesOf(pupil, reviews, today, school).find(({ kind }) => kind === plan.kind);
  if (!due) return [[plain('Its last review ended it: no other is due')]];
  const { dueBy, why, turns25 } = due;
  const from = countsFrom(of, due.countedFrom);
  return [
    [
      plain(`Next review due by ${dayWords(dueBy)} (${daysWords(today, dueBy)})`),
      subtle(`: ${whyWords(why)}`),
    ],
    ...(from ? [[subtle(from)]] : []),
    ...(turns25 ? [[turning25Run(turns25, today), subtle(`: ${whyInFull(turns25)}`)]] : []),
  ];
}

/** A plan with its days: made, last reviewed, decided, and when the next review is due, and from which of them it counts. */
export const planDays: PupilSection = {
  about: 'plan',
  title: 'Plan',
  forms: ['plan-dates', 'target-add', 'target-again', 'early-review'],
  parts(of) {
    const { plan } = of;
    const { planMade, lastReviewed, lastMeeting, lastDecision, targets } = plan;
    const inData = decisionSaid(plan) ? undefined : lastDecision;
    const known = [
      ...(planMade ? [`Made ${dayWords(planMade)}`] : []),
      ...(lastReviewed ? [`Last review in the school’s data ${dayWords(lastReviewed)}`] : []),
      ...(lastMeeting ? [`Last meeting in the school’s data ${dayWords(lastMeeting)}`] : []),
      ...(inData ? [`Last decision in the school’s data ${dayWords(inData)}`] : []),
      ...(targets.length ? [count(targets.length, planRow(plan.kind).goal)] : []),
    ];
    const here = heldHere(of);
    return [
      part([
        ...(known.length ? [[plain(known.join(' · '))]] : []),
        ...(here ? [[plain(here)]] : []),
        ...nextLines(of),
      ]),
    ];
  },
};
