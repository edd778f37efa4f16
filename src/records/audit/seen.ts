import type { LocalDate } from '../../domain/time.ts';
import type { SeenPage } from './audit.ts';
import { checkLine, NO_HEAD, readLine } from './chain.ts';
import { beginningOf } from './cut.ts';
import type { KeptEntry } from './entry.ts';
import { behindHole, linesOf } from './lines.ts';
import { dayPath, daysIn } from './places.ts';

/** Which chain is looked in, and with which key. */
interface Chain {
  readonly audit: string;
  readonly name: string;
  readonly key: Parameters<typeof checkLine>[0];
}

/**
 * What a chain has of a pupil, the newest first: `count` of it, after the first `skip`. The days are read backwards, so that what was
 * done of late is found soon. A line that does not follow the one before it is nobody's word: it is counted, and not told.
 */
export async function seenIn(chain: Chain, pupil: string, skip: number, count: number): Promise<SeenPage> {
  const found: KeptEntry[] = [];
  let notAsWritten = 0;
  const { days } = await daysIn(chain.audit, chain.name);
  for (const [at, day] of [...days.entries()].toReversed()) {
    const lines = await linesOn(chain, day);
    // What the day's first line follows is only looked for where it is of the pupil.
    const before = async (n: number) => lines[n - 1] ?? (await lastBefore(chain, days.slice(0, at)));
    let numbered: Map<number, string[]> | undefined;
    // A line that somebody else has put between is passed over.
    const isSealed = async (n: number, seq: number, line: string) => {
      if (await follows(chain, day, await before(n), seq, line)) return true;
      numbered ??= byNumber([...(await lastDayBefore(chain, days.slice(0, at))), ...lines]);
      return (numbered.get(seq - 1) ?? []).some((one) => isAfter(chain, day, macIn(one), seq, line));
    };
    for (const [n, line] of [...lines.entries()].toReversed()) {
      if (!line.includes(`"${pupil}"`)) continue;
      const entry = readLine(line);
      if (!entry?.pupils?.includes(pupil)) continue;
      if (await isSealed(n, entry.seq, line)) found.push(entry);
      else notAsWritten += 1;
    }
    if (found.length > skip + count) break;
  }
  return {
    entries: found.slice(skip, skip + count),
    hasMore: found.length > skip + count,
    ...(notAsWritten > 0 && { notAsWritten }),
  };
}

async function linesOn({ audit, name }: Chain, day: LocalDate): Promise<readonly string[]> {
  return (await linesOf(dayPath(audit, name, day))).lines.map(behindHole);
}

async function lastDayBefore(chain: Chain, days: readonly LocalDate[]): Promise<readonly string[]> {
  for (const day of days.toReversed()) {
    const lines = await linesOn(chain, day);
    if (lines.length > 0) return lines;
  }
  return [];
}

const lastBefore = async (chain: Chain, days: readonly LocalDate[]) =>
  (await lastDayBefore(chain, days)).at(-1);

/** Lines by the numbers they say they have. */
function byNumber(lines: readonly string[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const line of lines) {
    const seq = readLine(line)?.seq;
    if (seq === undefined) continue;
    const same = found.get(seq);
    if (same) same.push(line);
    else found.set(seq, [line]);
  }
  return found;
}

/** Whether a line is sealed as what came after the line before it, by whoever has the key. */
async function follows(
  chain: Chain,
  day: LocalDate,
  before: string | undefined,
  seq: number,
  line: string,
): Promise<boolean> {
  // Before the first entry that is kept there is the cut, where there was one.
  const mac = before === undefined ? ((await beginningOf(chain)) ?? NO_HEAD).mac : macIn(before);
  return isAfter(chain, day, mac, seq, line);
}

const macIn = (line: string) => readLine(line)?.mac ?? '';

const isAfter = ({ name, key }: Chain, day: LocalDate, mac: string, seq: number, line: string) =>
  checkLine(key, { seq: seq - 1, mac }, { school: name, day }, line).fault === undefined;
