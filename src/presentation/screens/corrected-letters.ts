import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { CorrectedLetter } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import {
  APPEAL_END,
  CAME_BY,
  LA_DECISION,
  LETTER_NAME,
  NEXT_PLACE,
  SECTION_I_ALONE,
} from '../../domain/review/questions/annual-options.ts';
import { localDate } from '../../domain/time.ts';
import {
  bold,
  type OfReview,
  type Part,
  part,
  plain,
  type Section,
  section,
  subtle,
  typed,
} from '../parts.ts';

/** What was chosen with it, as it was shown. */
function chosen({ kind, nextPlace, cameBy, alone, how }: CorrectedLetter['was']): readonly string[] {
  return [
    kind && LA_DECISION[kind],
    cameBy && CAME_BY[cameBy],
    nextPlace && NEXT_PLACE[nextPlace],
    alone && SECTION_I_ALONE[alone],
    how && APPEAL_END[how],
  ].flatMap((title) => title ?? []);
}

function correctedPart({ which, was, why, by, at }: CorrectedLetter, { school }: OfReview): Part {
  const before = [...chosen(was), dayWords(was.on)].join(' · ');
  const noted = `Noted ${dayWords(localDate(was.at))} by ${nameOf(school, was.by)}; put right ${dayWords(localDate(at))} by ${nameOf(school, by)}:`;
  return part([
    [bold(LETTER_NAME[which]), plain(` · was ${before}`)],
    ...typed(was.words),
    [subtle(noted)],
    ...typed(why),
  ]);
}

/** Letters as they were recorded before they were put right, the last first: what stood there, and why it does not any more. */
export function correctedSection(given: OfReview): Section[] {
  const { corrected = [] } = annualPartOf(given.review);
  if (corrected.length === 0) return [];
  const parts = corrected.toReversed().map((one) => correctedPart(one, given));
  return [section('Recorded before, and put right', parts)];
}
