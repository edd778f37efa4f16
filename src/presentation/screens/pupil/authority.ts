import { daysWords, dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPlan } from '../../../domain/pupil/step.ts';
import { LA_AMENDED, LA_DECISION } from '../../../domain/review/questions/annual-options.ts';
import { whyWords } from '../../../domain/statute/date-reasons.ts';
import { reckon, ruleOn } from '../../../domain/statute/statute.ts';
import { waitingInData } from '../../../domain/statute/waiting-in-data.ts';
import { localDate } from '../../../domain/time.ts';
import { owedInDataRuns } from '../../due-labels.ts';
import { part, plain, type Run, reason, subtle } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** Since when it has the plan, what it owes the family for that, and from when the dates are the old ones again. */
function takenOver({ plan: { laSince, laMoved, laWrote }, school, today }: OfPlan): Run[][] {
  if (!laSince) return [];
  const letter = reckon(ruleOn('ehcp-taken-over-letter', today), laSince);
  const before = laMoved?.from ? ` from ${laMoved.from}` : '';
  const by = laMoved ? ` · said by ${nameOf(school, laMoved.by)}, ${dayWords(localDate(laMoved.at))}` : '';
  return [
    [plain(`It took the plan over${before} on ${dayWords(laSince)}`), subtle(by)],
    laWrote?.since === laSince
      ? [
          plain(
            laWrote.answer === 'wrote' ? 'It has written to the family: ' : 'Its letter is not waited for: ',
          ),
          plain(laWrote.words),
          subtle(` · said by ${nameOf(school, laWrote.by)}, ${dayWords(localDate(laWrote.at))}`),
        ]
      : [
          plain(`It writes to the family by ${dayWords(letter.date)} (${daysWords(today, letter.date)})`),
          reason(`: ${whyWords(letter)}`),
        ],
  ];
}

/** What it decided in the SENCO's word, and what stood there before that was put right. */
function decided({ plan: { laDecided = [] }, school }: OfPlan): Run[][] {
  return laDecided
    .toReversed()
    .map(({ kind, on, meetingOn, by, at }, back) => [
      (back ? subtle : plain)(
        `${back ? 'Recorded before: ' : ''}${LA_DECISION[kind]} · letter of ${dayWords(on)}`,
      ),
      subtle(
        ` · on the meeting of ${dayWords(meetingOn)}, recorded by ${nameOf(school, by)}, ${dayWords(localDate(at))}`,
      ),
    ]);
}

/** What came after its decision to amend, in the SENCO's word. */
const cameSince = ({ plan: { laAmended = [] }, school }: OfPlan): Run[][] =>
  laAmended
    .toReversed()
    .map(({ what, on, by, at }) => [
      plain(`${LA_AMENDED[what]} · ${dayWords(on)}`),
      subtle(` · recorded by ${nameOf(school, by)}, ${dayWords(localDate(at))}`),
    ]);

/** What it owes of the plan and in no review here. */
const waiting = ({ pupil, plan, reviews, school, today }: OfPlan): Run[][] =>
  waitingInData(pupil, reviews, today, school)
    .filter(({ kind }) => kind === plan.kind)
    .flatMap((one) => owedInDataRuns(one, today));

/** The local authority that keeps a plan. */
export const authority: PupilSection = {
  about: 'plan',
  title: 'Local authority',
  forms: ['la-decided', 'la-amended', 'la-moved', 'la-wrote'],
  parts(of) {
    const { kind, la } = of.plan;
    if (!planRow(kind).decidedElsewhere) return [];
    return [
      part([
        [la ? plain(la) : subtle('Not in the school’s data')],
        ...decided(of),
        ...cameSince(of),
        ...waiting(of),
        ...takenOver(of),
      ]),
    ];
  },
};
