import { pupilName } from '../../domain/language/people.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import type { Button } from '../buttons.ts';
import { planWords } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { pagesOf } from '../paging.ts';
import { type Notice, noticed, sheetCard } from '../parts.ts';
import { refusedSection } from './background.ts';

/** A pupil of whom no review was started here: that, and what was asked for and refused; `say` is a sentence of ours. */
export function noReviewCard(given: {
  readonly pupil: Pupil;
  readonly school: School;
  readonly say: string;
  readonly buttons: readonly Button[];
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { pupil, school, say, buttons } = given;
  const [sections = []] = pagesOf(refusedSection(pupil, school));
  const card = sheetCard({
    frame: {
      title: 'No review yet',
      line: `${pupilName(pupil)} · ${planWords(pupil)}`,
      ask: say,
      ...noticed(given.notice),
    },
    sections,
    buttons,
  });
  return { card, notification: 'SEND reviews: no review yet' };
}
