import { pupilName } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import type { Due } from '../../domain/statute/due.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Button } from '../buttons.ts';
import { lastWords } from '../due-labels.ts';
import { planWords } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { pagesOf } from '../paging.ts';
import { metRuns } from '../parents-met.ts';
import { explained, type Notice, noticed, part, type Section, section, subtle } from '../parts.ts';
import { refusedSection } from './background.ts';
import { whereLines } from './due-row.ts';

/** When a plan's next review is due and what stands in its way, and how often the family was met, where that is counted. */
function nextSection(pupil: Pupil, due: Due, today: LocalDate): Section {
  const name = pupil.plans.length > 1 ? ` · ${planRow(due.kind).name}` : '';
  const last = due.lastReviewed || due.lastDecision ? lastWords(due) : '';
  const met = due.parents ? metRuns(due.parents, pupil, today) : [];
  return section(`The next review${name}`, [
    part([...whereLines({ pupil, due }, today), ...met, ...(last ? [[subtle(last)]] : [])]),
  ]);
}

/**
 * A pupil of whom no review was started here: that, what is known of the next one (`dues`), and what was asked for and
 * refused; `say` is a sentence of ours.
 */
export function noReviewCard(given: {
  readonly pupil: Pupil;
  readonly school: School;
  readonly dues: readonly Due[];
  readonly today: LocalDate;
  readonly say: string;
  readonly buttons: readonly Button[];
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { pupil, school, dues, today, say, buttons } = given;
  const next = dues.map((due) => nextSection(pupil, due, today));
  const [sections = []] = pagesOf([...next, ...refusedSection(pupil, school)]);
  const shown = explained({
    frame: {
      title: 'No review yet',
      line: `${pupilName(pupil)} · ${planWords(pupil)}`,
      ask: say,
      ...noticed(given.notice),
    },
    sections,
    buttons,
  });
  return { ...shown, notification: 'SEND reviews: no review yet' };
}
