import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { EscalationStep } from '../../domain/nudges/digest.ts';
import { OWED_ORDER, rowOfKind } from '../../domain/review/obligations/index.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { schoolDaysBetween } from '../../domain/school/calendar.ts';
import { pressing } from '../../domain/statute/by-law.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { planToSay } from '../labels.ts';
import { bold, plain, subtle } from '../parts.ts';
import { clipped, type DigestLine } from './digest-line.ts';
import { type Owed, thingOf } from './waiting.ts';
import type { PupilOwed } from './waiting-pupil.ts';

/** Something of a colleague's so long overdue that somebody else is told of it: of a review's, or of a pupil's. */
export type Late = (Owed | PupilOwed) & { readonly step: EscalationStep };

/** What a colleague may need a hand with, and the way to look. */
interface Help {
  readonly help: string;
  readonly thing: string;
  readonly plan: string | undefined;
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
    thing: thing ? `: ${clipped(thing.text)}` : '',
    plan: planToSay(late),
    look: button('Have a look', screen),
  };
}

const helpWithPupil = ({ obligation, pupil }: PupilOwed): Help => ({
  ...{ help: obligation.help, thing: '', plan: undefined },
  look: button('Have a look', press.aboutPupil(pupil.id)),
});

/** What a colleague may need a hand with: how long past its date, and the way to look. It is told once. */
export function lateLine(late: Late, today: LocalDate): DigestLine {
  const { obligation, school, pupil } = late;
  const { who, due } = obligation;
  const { help, thing, plan, look } = 'review' in late ? helpWithReview(late, today) : helpWithPupil(late);
  const past = `${count(schoolDaysBetween(school, due, today), 'school day')} past its date`;
  return {
    id: obligation.id,
    ...{ pupil, school, due },
    rank: pressing(obligation, today),
    order: OWED_ORDER.length + 1,
    runs: [
      bold(nameOf(school, who)),
      plain(` may need a hand with ${help}${thing}`),
      subtle(`${plan ? ` · ${plan}` : ''} · ${past}`),
    ],
    first: `a colleague may need a hand with ${help}.`,
    buttons: [[look], [look], [look]],
    once: true,
  };
}
