import { dayWords } from '../../domain/language/days.ts';
import { nameOf, pupilName } from '../../domain/language/people.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import type { Settled } from '../../domain/nudges/settled.ts';
import { rowNamed } from '../../domain/review/obligations/index.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import { plain, type Run, subtle } from '../parts.ts';
import { clipped } from './digest-line.ts';
import { thingNamed } from './waiting.ts';

/** Something that the digest listed and that is settled since. */
export interface SettledItem {
  /** The obligation's id. */
  readonly id: string;
  readonly settled: Settled;
  /** What it was about, to somebody who may still see that. */
  readonly of?: (Whose & { readonly school: School }) | undefined;
  /** Whom it was about, where it was owed for a pupil and in no review. */
  readonly pupil?: Pupil;
}

/** "✓ Done": what became of it, in words, to `reader`. */
function settledWords({ settled }: SettledItem): string {
  switch (settled.is) {
    case 'done':
      return '✓ Done';
    case 'withdrawn':
      return '✓ Not to be done any more';
    case 'given':
      return '✓ It is with a colleague now';
    case 'moved':
      return `✓ Moved to ${dayWords(settled.to)}`;
    case 'disowned':
      return '✓ Handed back: the SENCO finds it an owner';
    case 'cannot-be-done':
      return '✓ Can’t be done: the SENCO decides';
    case 'answered':
      return '✓ Answered';
    case 'planned':
      return '✓ The meeting is set';
    case 'recorded':
      return '✓ Recorded';
    case 'opened':
      return '✓ The meeting is open';
    case 'decided':
      return '✓ The outcome is recorded';
    case 'over':
      return '✓ No longer needed';
  }
}

/** Who has done it or has it now, where that is not the reader. */
function whoSettled({ settled }: SettledItem, school: School, reader: PersonId): string {
  if ('by' in settled && settled.by !== reader) return ` · by ${nameOf(school, settled.by)}`;
  return settled.is === 'given' ? ` · with ${nameOf(school, settled.to)}` : '';
}

/** A line of a digest: what it is, and a button where it is still the reader's. */
interface SettledLine {
  readonly runs: readonly Run[];
  readonly buttons: readonly Button[];
}

/** What became of something, what it was and whose, and who did it where that was not the reader. */
export function settledLine(item: SettledItem, reader: PersonId, today: LocalDate): SettledLine {
  const { of, id, pupil } = item;
  const became = plain(settledWords(item));
  if (!of) return { runs: [became, ...(pupil ? [subtle(` · ${pupilName(pupil)}`)] : [])], buttons: [] };
  const { review, school } = of;
  const { kind, about } = obligationNamed(id);
  const thing = thingNamed(review, kind, about);
  const what = thing ? clipped(thing.text) : rowNamed(kind)?.words(termsOf(review, of.pupil, today), review);
  // Moved, it is still theirs.
  const look = item.settled.is === 'moved' && review.actions.find((one) => one.id === about);
  return {
    runs: [
      became,
      ...(what ? [plain(`: ${what}`)] : []),
      subtle(` · ${whoseWords(of)}${whoSettled(item, school, reader)}`),
    ],
    buttons: look ? [button('Open', press.show('action', review.id, look.id))] : [],
  };
}
