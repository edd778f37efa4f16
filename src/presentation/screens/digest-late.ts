import { dayWords } from '../../domain/language/days.ts';
import { nameOf, pupilName } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { EscalationStep } from '../../domain/nudges/digest.ts';
import { rowOfKind } from '../../domain/review/obligations/index.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { schoolDaysBetween } from '../../domain/school/calendar.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { whoseWords } from '../labels.ts';
import { bold, plain, type Run, subtle, typed } from '../parts.ts';
import { plainRow, type Row } from './rows.ts';
import { type Owed, thingOf } from './waiting.ts';
import type { PupilOwed } from './waiting-pupil.ts';

/** Something of a colleague's so long overdue that somebody else is told of it: of a review's, or of a pupil's. */
export type Late = (Owed | PupilOwed) & { readonly step: EscalationStep };

/** What a colleague may need a hand with, whose it is, and the way to look. */
interface Help {
  readonly help: string;
  readonly thing: readonly (readonly Run[])[];
  readonly whose: string;
  readonly look: Button;
}

function helpWithReview(late: Owed, today: LocalDate): Help {
  const { obligation, review, pupil } = late;
  const thing = thingOf(late);
  const screen = thing
    ? press.show(thing.screen, review.id, obligation.about)
    : press.show('status', review.id);
  return {
    help: rowOfKind(obligation.kind).help(termsOf(review, pupil, today), review),
    thing: thing ? typed(thing.text) : [],
    whose: whoseWords(late),
    look: button('Have a look', screen),
  };
}

const helpWithPupil = ({ obligation, pupil }: PupilOwed): Help => ({
  help: obligation.help,
  thing: [],
  whose: pupilName(pupil),
  look: button('Have a look', press.aboutPupil(pupil.id)),
});

/** What a colleague may need a hand with: how long past its date, and the way to look. */
export function lateRow(late: Late, today: LocalDate): Row {
  const { obligation, school } = late;
  const { who, due } = obligation;
  const { help, thing, whose, look } = 'review' in late ? helpWithReview(late, today) : helpWithPupil(late);
  const past = `${count(schoolDaysBetween(school, due, today), 'school day')} past its date`;
  const owner = [bold(nameOf(school, who)), plain(` may need a hand with ${help}`)];
  const lines = [owner, ...thing, [subtle(`${whose} · was due ${dayWords(due)}`)]];
  return { ...plainRow(past, lines), buttons: [look] };
}
