import { daysWords, dayWords } from '../../../domain/language/days.ts';
import { count } from '../../../domain/language/words.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPlan } from '../../../domain/pupil/step.ts';
import { whyInFull, whyWords } from '../../../domain/statute/date-reasons.ts';
import { duesOf } from '../../../domain/statute/due.ts';
import { turning25Run } from '../../due-labels.ts';
import { part, plain, type Run, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

function nextLines({ pupil, plan, reviews, school, today }: OfPlan): Run[][] {
  const due = duesOf(pupil, reviews, today, school).find(({ kind }) => kind === plan.kind);
  if (!due) return [[plain('Its last review ended it: no other is due')]];
  const { dueBy, why, turns25 } = due;
  return [
    [
      plain(`Next review due by ${dayWords(dueBy)} (${daysWords(today, dueBy)})`),
      subtle(`: ${whyWords(why)}`),
    ],
    ...(turns25 ? [[turning25Run(turns25, today), subtle(`: ${whyInFull(turns25)}`)]] : []),
  ];
}

/** A plan with its days: made, last reviewed, decided, and when the next review is due. */
export const planDays: PupilSection = {
  about: 'plan',
  title: 'Plan',
  forms: ['plan-dates', 'target-add', 'target-again', 'early-review'],
  parts(of) {
    const { plan } = of;
    const { planMade, lastReviewed, lastMeeting, lastDecision, targets } = plan;
    const known = [
      ...(planMade ? [`Made ${dayWords(planMade)}`] : []),
      ...(lastReviewed ? [`Last review in the school’s data ${dayWords(lastReviewed)}`] : []),
      ...(lastMeeting ? [`Last meeting in the school’s data ${dayWords(lastMeeting)}`] : []),
      ...(lastDecision ? [`Last decision in the school’s data ${dayWords(lastDecision)}`] : []),
      ...(targets.length ? [count(targets.length, planRow(plan.kind).goal)] : []),
    ];
    return [part([...(known.length ? [[plain(known.join(' · '))]] : []), ...nextLines(of)])];
  },
};
