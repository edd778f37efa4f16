import { daysWords, dayWords } from '../../../domain/language/days.ts';
import { count } from '../../../domain/language/words.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPlan } from '../../../domain/pupil/step.ts';
import { hasGone } from '../../../domain/school/place.ts';
import { whyInFull, whyWords } from '../../../domain/statute/date-reasons.ts';
import { decisionSaid } from '../../../domain/statute/decision-said.ts';
import { duesOf, nextReviewOf } from '../../../domain/statute/due.ts';
import { turning25Run } from '../../due-labels.ts';
import { part, plain, type Run, reason, subtle } from '../../parts.ts';
import { countsFrom, heldHere } from './counted-from.ts';
import type { PupilSection } from './section.ts';
import { changedHereBy, type KeptDay } from './where-from.ts';

function nextLines(of: OfPlan): Run[][] {
  const { pupil, plan, reviews, school, today } = of;
  const due = duesOf(pupil, reviews, today, school).find(({ kind }) => kind === plan.kind);
  if (!due) return [[plain('Its last review ended it: no other is due')]];
  const { turns25, quiet } = due;
  const next = nextReviewOf(due);
  if (hasGone(quiet)) return [[plain('They have left, so no review of it is due here')]];
  const from = countsFrom(of, due.countedFrom);
  return [
    [
      plain(`Next review due by ${dayWords(next.date)} (${daysWords(today, next.date)})`),
      reason(`: ${whyWords(next)}`),
    ],
    ...(from ? [[subtle(from)]] : []),
    ...(turns25 ? [[turning25Run(turns25, today), reason(`: ${whyInFull(turns25)}`)]] : []),
  ];
}

interface KnownDay {
  readonly field: KeptDay;
  readonly what: string;
  readonly day: string;
}

const CALLED: Readonly<Record<KeptDay, string>> = {
  planMade: 'Made',
  lastReviewed: 'Last review',
  lastMeeting: 'Last meeting',
  lastDecision: 'Last decision',
};
const IN_ORDER = ['planMade', 'lastReviewed', 'lastMeeting', 'lastDecision'] as const;

/** The plan's days by who changed them here, and when; under undefined those of the school's data. */
function daysFrom(of: OfPlan): ReadonlyMap<string | undefined, readonly KnownDay[]> {
  const { plan } = of;
  const known = IN_ORDER.flatMap((field): KnownDay[] => {
    const day = plan[field];
    // One that was recorded on this page is told there, with who recorded it.
    if (!day || (field === 'lastDecision' && decisionSaid(plan))) return [];
    return [{ field, what: CALLED[field], day: dayWords(day) }];
  });
  return Map.groupBy(known, ({ field }) => changedHereBy(of, plan.kind, field));
}

/** A line for each change: "Last meeting Tue 13 Oct 2026, changed here by Mel Senco on Tue 10 Nov 2026". */
const changedLines = (days: ReturnType<typeof daysFrom>): Run[][] =>
  [...days].flatMap(([by, some]) =>
    by === undefined ? [] : [[plain(`${some.map(({ what, day }) => `${what} ${day}`).join(' · ')}, ${by}`)]],
  );

/** A plan with its days: made, last reviewed, decided, and when the next review is due, and from which of them it counts. */
export const planDays: PupilSection = {
  about: 'plan',
  title: 'Plan',
  forms: ['plan-dates', 'target-add', 'target-again', 'early-review'],
  parts(of) {
    const { plan } = of;
    const { targets } = plan;
    const days = daysFrom(of);
    const known = [
      ...(days.get(undefined) ?? []).map(({ what, day, field }) =>
        field === 'planMade' ? `${what} ${day}` : `${what} in the school’s data ${day}`,
      ),
      ...(targets.length ? [count(targets.length, planRow(plan.kind).goal)] : []),
    ];
    const here = heldHere(of);
    return [
      part([
        ...(known.length ? [[plain(known.join(' · '))]] : []),
        ...changedLines(days),
        ...(here ? [[plain(here)]] : []),
        ...nextLines(of),
      ]),
    ];
  },
};
