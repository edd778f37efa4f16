import { didYouMean } from '../domain/language/nearest.ts';
import { schoolYearOf } from '../domain/school/calendar.ts';
import type { PhaseKind, PlanContent } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Cells, cell } from './cells.ts';
import { readDay } from './days.ts';

// As a record, so that a kind that is added without a place here does not compile.
const ALL: Readonly<Record<PhaseKind, true>> = {
  'reception-entry': true,
  'infant-junior': true,
  middle: true,
  'primary-secondary': true,
  'secondary-post-16': true,
  'post-16-post-16': true,
};
const KINDS = Object.keys(ALL) as readonly PhaseKind[];

/** A primary school's youngest move on in seven years; a year further off is far likelier mistyped. */
const FURTHEST_YEARS = 7;

const EXAMPLE = '"primary-secondary 2027"';
const RIGHT = `write one of ${KINDS.join(', ')} with the year of the move, as ${EXAMPLE}, or its very day; or none; or leave it empty, and it is worked out from the year group`;

const words = cell((text) => text, 'not text', RIGHT);

/** "Primary to secondary" is primary-secondary. */
const kindKey = (text: string) =>
  text
    .toLowerCase()
    .replace(/\bto\b|[→>–—/_,:\s-]/g, ' ')
    .trim()
    .replace(/ +/g, '-');

interface Parts {
  readonly kind: string;
  readonly year: number | undefined;
  /** The very day of the move, where it was written: '' for one that is none. */
  readonly on?: LocalDate | '';
}

const DAY = /(?<![\d/-])(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})(?![\d/-])/;

/** The kind and the year or the very day, in either order. */
function parts(text: string): Parts {
  const written = DAY.exec(text)?.[0];
  if (written) {
    const on = readDay(written) ?? '';
    return { kind: kindKey(text.replace(written, '')), year: Number(on.slice(0, 4)) || undefined, on };
  }
  const year = /^\d{4}(?!\d)|(?<!\d)\d{4}$/.exec(text)?.[0];
  return { kind: kindKey(year ? text.replace(year, '') : text), year: year ? Number(year) : undefined };
}

/**
 * A pupil's `phase_transfer`: a kind and the year of the move or its very day, from the one of this school year's start (a school takes a while to
 * bring its data up to date), or 'none'; undefined where it is empty, or, with a fault, where it is not right.
 */
export function takePhaseTransfer(
  cells: Cells<'phase_transfer'>,
  today: LocalDate,
): PlanContent['phaseTransfer'] | undefined {
  const text = cells.takeIfAny('phase_transfer', words);
  if (text === undefined) return undefined;
  const { kind: written, year, on } = parts(text);
  if (written === 'none' && year === undefined) return 'none';
  const kind = KINDS.find((one) => one === written);
  const first = schoolYearOf(today);
  const last = first + FURTHEST_YEARS;
  const fault = (message: string) => cells.fault('phase_transfer', message);
  if (!kind) fault(`not a phase transfer.${didYouMean(written, KINDS)} Please ${RIGHT}`);
  else if (on === '') fault('not a real day; write the day of the move as 2027-09-08 or 08/09/2027');
  else if (year === undefined) fault(`the year of the move is missing; write both, as ${EXAMPLE}`);
  else if (year < first || year > last)
    fault(`this is not a year that a pupil now here can move in; write one from ${first} to ${last}`);
  else return { kind, year, ...(on !== undefined && { on }) };
  return undefined;
}
