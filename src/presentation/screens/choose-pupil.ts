import { dayWords } from '../../domain/language/days.ts';
import { fullName } from '../../domain/language/name-words.ts';
import { count } from '../../domain/language/words.ts';
import { yearWords } from '../../domain/language/year-words.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { button } from '../buttons.ts';
import { planWords } from '../labels.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { bold, part, section, sheetCard, subtle } from '../parts.ts';

// A list longer than this is better made shorter by typing more of the name.
const ROWS = 15;

/** Several pupils fit what was typed, or come near it: each with the button that goes on with them. */
export function choosePupilCard(given: {
  readonly matches: readonly {
    readonly pupil: Pupil;
    readonly send: ActionData;
    /** Whether the person oversees the pupil's school, and may see a birth date. */
    readonly all: boolean;
  }[];
  /** Set when none fits and these are only near. */
  readonly near?: boolean;
}): CardMessage {
  const { matches, near } = given;
  const shown = matches.slice(0, ROWS);
  const rows = shown.map(({ pupil, send, all }) => {
    const about = [
      yearWords(pupil.yearGroup),
      ...(pupil.className ? [pupil.className] : []),
      planWords(pupil),
      pupil.ref,
      ...(all && pupil.toldApartBy ? [`born ${dayWords(pupil.dateOfBirth)}`] : []),
    ];
    const line = [bold(fullName(pupil)), subtle(` · ${about.join(' · ')}`)];
    return part([line], { beside: [button('Choose', send)] });
  });
  const more =
    matches.length > shown.length
      ? ` The first ${ROWS} of ${matches.length} are here: type more of the name, or the reference, to find the others.`
      : '';
  const found = near
    ? 'No pupil has that name. Did you mean one of these?'
    : `${count(matches.length, 'pupil fits', 'pupils fit')} what you typed. Whom do you mean?`;
  const card = sheetCard({
    frame: { title: 'Which pupil?', ask: `${found}${more}` },
    sections: [section('', rows)],
    buttons: [],
  });
  return { card, notification: 'SEND reviews: which pupil do you mean?' };
}
