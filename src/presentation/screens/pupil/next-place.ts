import { dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPlan } from '../../../domain/pupil/step.ts';
import { whyWords } from '../../../domain/statute/date-reasons.ts';
import { transferOf } from '../../../domain/statute/next-transfer.ts';
import { datesOutside, transferDates } from '../../../domain/statute/transfer.ts';
import { localDate } from '../../../domain/time.ts';
import { phaseWords } from '../../annual-labels.ts';
import { bold, part, plain, type Run, reason, subtle, typed } from '../../parts.ts';
import type { PupilSection } from './section.ts';

/** The word that it was settled, as it was taken back last: by whom, when and why. */
function takenBackRuns({ plan: { settledBefore = [] }, school }: OfPlan): Run[][] {
  const last = settledBefore.at(-1)?.takenBack;
  if (!last) return [];
  const by = `${nameOf(school, last.by)}, ${dayWords(localDate(last.at))}`;
  return [[subtle(`That the plan names it was taken back by ${by}:`)], ...typed(last.why)];
}

/** The next move between phases of education, by when the plan is to be amended for it, and whether that is settled. */
export const nextPlace: PupilSection = {
  about: 'plan',
  title: 'Move to the next school or college',
  forms: ['next-place-named', 'next-move'],
  parts(of) {
    const { pupil, plan, school, today } = of;
    if (!planRow(plan.kind).decidedElsewhere) return [];
    const transfer = transferOf(pupil, plan, today, school);
    const { moveSaid } = plan;
    const word = moveSaid
      ? ` · said by ${nameOf(school, moveSaid.by)}, ${dayWords(localDate(moveSaid.at))}`
      : '';
    if (!transfer) return [part([[subtle(`None ahead${word}`)]])];
    const { deadline, meetBy } = datesOutside(pupil, transferDates(transfer, today), today);
    const settled = plan.transferSettled?.year === transfer.year ? plan.transferSettled : undefined;
    return [
      part([
        [plain(phaseWords(transfer)), subtle(word)],
        ...(settled
          ? [
              [
                bold('The plan names the next place'),
                subtle(` · said by ${nameOf(school, settled.by)}, ${dayWords(localDate(settled.at))}`),
              ],
              ...typed(settled.why),
            ]
          : [
              [plain(`Plan amended by ${dayWords(deadline.date)}`), reason(`: ${whyWords(deadline)}`)],
              [plain(`Meeting for it by ${dayWords(meetBy.date)}`), reason(`: ${whyWords(meetBy)}`)],
              ...takenBackRuns(of),
            ]),
      ]),
    ];
  },
};
