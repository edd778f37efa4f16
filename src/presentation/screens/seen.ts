import { dayWords } from '../../domain/language/days.ts';
import { nameOf, pupilName } from '../../domain/language/people.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import { type Instant, localDate, localTime } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { type CardMessage, placedAt } from '../message.ts';
import { pageButtons } from '../paging.ts';
import { bold, type Part, part, plain, section, sheetCard, subtle } from '../parts.ts';

/** Something that was done with a pupil's data: `who` by their id, or one of the bot's own words; `did` in words. */
export interface SeenEntry {
  readonly at: Instant;
  readonly who: string;
  readonly did: string;
  /** The fields it changed, as they are called. */
  readonly fields: readonly string[];
  readonly to?: string;
}

/** Whoever is on no staff list. */
const OTHERS: Readonly<Record<string, string>> = {
  bot: 'The bot',
  terminal: 'IT, at the command line',
};

/** Somebody has been at the files. */
const CHANGED =
  'Something of this was changed since it was written, so it is left out here. Please ask your IT manager for “npm run audit -- verify”.';

function whoIs(school: School, who: string): string {
  const [word = '', name] = who.split(':', 2);
  const other = Object.hasOwn(OTHERS, word) ? OTHERS[word] : undefined;
  if (other === undefined) return nameOf(school, who);
  return name === undefined ? other : `${other} (${name})`;
}

function entryPart({ at, who, did, fields, to }: SeenEntry, school: School): Part {
  const when = `${dayWords(localDate(at))}, ${localTime(at)}`;
  const whom = to === undefined ? '' : ` to ${whoIs(school, to)}`;
  const what = fields.length > 0 ? [subtle(` · ${fields.join(', ')}`)] : [];
  return part([
    [bold(whoIs(school, who)), subtle(` · ${when}`)],
    [plain(`${did}${whom}`), ...what],
  ]);
}

/** Who has looked at a pupil's data, and what they did: a page of it, the newest first. Never what was written. */
export function seenCard(given: {
  readonly pupil: Pupil;
  readonly school: School;
  readonly entries: readonly SeenEntry[];
  readonly page: number;
  readonly hasMore: boolean;
  readonly notAsWritten?: number;
}): CardMessage {
  const { pupil, school, entries, page, hasMore, notAsWritten = 0 } = given;
  const to = (other: number) => press.seen(pupil.id, other);
  const nothing = part([[plain(page > 1 ? 'Nothing before that.' : 'Nothing has been noted yet.')]]);
  const parts = entries.map((entry) => entryPart(entry, school));
  if (notAsWritten > 0) parts.unshift(part([[bold(CHANGED)]]));
  const card = sheetCard({
    frame: {
      title: 'Who saw what',
      line: pupilName(pupil),
      ask: `The newest first${page > 1 ? ` (page ${page})` : ''}.`,
    },
    sections: [section('', parts.length > 0 ? parts : [nothing])],
    paging: pageButtons(page, hasMore ? page + 1 : page, to),
    buttons: [button('About the pupil', press.aboutPupil(pupil.id))],
  });
  return placedAt(to(page), { card, notification: 'SEND reviews: who saw what' });
}
