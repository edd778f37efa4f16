import { dayWords } from '../../domain/language/days.ts';
import { capital, count } from '../../domain/language/words.ts';
import type { Review } from '../../domain/review/review.ts';
import type { School } from '../../domain/school/school.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import { bold, part, type Section, section, subtle, urgent } from '../parts.ts';
import { laOwesWords } from './chase-text.ts';
import { laOwes, type StepStands } from './steps.ts';

/** Something a local authority is late with. */
export interface LateLa extends Whose {
  readonly school: School;
  readonly owed: StepStands;
  /** Whether the person runs reviews in its school: then they chase. */
  readonly mayRun: boolean;
}

/** What local authorities are late with in a review, one line each; nothing in most. */
export const lateLaIn = (review: Review, today: LocalDate): readonly StepStands[] =>
  laOwes(review, today).filter(({ late }) => late > 0);

/** The longest late first. */
export const lateFirst = (late: readonly LateLa[]): LateLa[] =>
  late.toSorted((a, b) => b.owed.late - a.owed.late || (a.review.id < b.review.id ? -1 : 1));

/** What local authorities are late with, each with how late it is and the way to chase it. */
export function lateLaSection(late: readonly LateLa[]): Section[] {
  if (late.length === 0) return [];
  const parts = late.map(({ owed, mayRun, ...whose }) =>
    part(
      [
        [bold(whoseWords(whose)), subtle(` · ${capital(laOwesWords(owed.step))}`)],
        [
          urgent(`${count(owed.late, 'day')} late`),
          subtle(` · was due ${dayWords(owed.date.date)}: ${whyWords(owed.date)}`),
        ],
      ],
      { beside: [button(mayRun ? 'Chase' : 'Look', press.show('chase', whose.review.id))] },
    ),
  );
  return [section('Waiting for the local authority', parts)];
}
