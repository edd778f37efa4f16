import { pupilName } from '../../domain/language/people.ts';
import { kindToSay, type Pupil } from '../../domain/school/pupil.ts';
import type { Due } from '../../domain/statute/due.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { datesAhead } from '../due-labels.ts';
import { planWords } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { explained, part, section } from '../parts.ts';

/** The dates of a pupil's next annual review before one is under way: by when it is due and met for, and amended for a move. */
export function datesAheadCard(given: {
  readonly pupil: Pupil;
  readonly due: Due;
  readonly mayRun: boolean;
  readonly today: LocalDate;
}): CardMessage {
  const { pupil, due, mayRun, today } = given;
  const start = button('Start the review', press.start(pupil.id, kindToSay(pupil, due)), 'positive');
  return {
    ...explained({
      frame: {
        title: 'The dates of the annual review',
        line: `${pupilName(pupil)} · ${planWords(pupil)} · ${pupil.ref}`,
        ask: 'No annual review is under way. Its other dates follow once its meeting is set.',
      },
      sections: [section('The next review', [part(datesAhead(due, today))])],
      buttons: [...(mayRun ? [start] : []), button('About the pupil', press.aboutPupil(pupil.id))],
    }),
    notification: 'The dates of an annual review',
  };
}
