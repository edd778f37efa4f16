import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { refusal } from '../../review/decision.ts';
import { TAKE_OVER } from '../../school/questions/take-over.ts';
import { type PlanDates, withHandedOn } from '../handed-on.ts';
import { aboutPupil } from '../step.ts';

const GONE = 'The other school does not hand the dates on any more. Please ask its SENCO.';

/** "EHCP: made Tue 10 Mar 2026, last meeting …": no name, of a person or an authority. */
function datesWords({ kind, planMade, lastReviewed, lastMeeting, lastDecision }: PlanDates): string {
  const days = [
    ['made', planMade],
    ['last reviewed', lastReviewed],
    ['last meeting', lastMeeting],
    ['last decision', lastDecision],
  ] as const;
  const said = days.flatMap(([what, day]) => (day ? [`${what} ${dayWords(day)}`] : []));
  return `${planRow(kind).name}: ${said.join(', ') || 'no dates known'}.`;
}

/**
 * The dates of the plan, from another school of those that use this bot, whose SENCO has said that the pupil has moved and that
 * this one may have them. What was recorded there stays there.
 */
export const takeOver = aboutPupil({
  name: 'take-over',
  title: 'From the last school',
  open: 'Bring the plan’s dates in from the last school',
  send: 'Bring them in',
  ask: ({ handedOn }) =>
    handedOn
      ? `Another school says that this pupil has moved, and hands on the dates of the plan. ${handedOn.plans.map(datesWords).join(' ')} What you have yourself stays; reviews recorded there stay there.`
      : GONE,
  notification: () => 'SEND reviews: dates from the last school',
  freeText: false,
  questions: TAKE_OVER,
  offered: ({ pupil, handedOn }) =>
    handedOn && withHandedOn(pupil, handedOn) !== pupil
      ? 'Bring the plan’s dates in from the last school'
      : undefined,
  said: () => 'Saved. The next review is reckoned from these dates.',
  decide({ pupil, handedOn }) {
    if (!handedOn) return { ok: false, refusal: refusal('not-now', GONE) };
    return { ok: true, pupil: withHandedOn(pupil, handedOn) };
  },
});
