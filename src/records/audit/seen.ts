import { readFile } from 'node:fs/promises';
import type { LocalDate } from '../../domain/time.ts';
import type { SeenPage } from './audit.ts';
import { checkLine, NO_HEAD, readLine } from './chain.ts';
import type { KeptEntry } from './entry.ts';
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
    const lines = await linesOf(chain, day);
    // What the day's first line follows is only looked for where it is of the pupil.
    const before = async (n: number) => lines[n - 1] ?? (await lastBefore(chain, days.slice(0, at)));
    for (const [n, line] of [...lines.entries()].toReversed()) {
      if (!line.includes(`"${pupil}"`)) continue;
      const entry = readLine(line);
      if (!entry?.pupils?.includes(pupil)) continue;
      if (follows(chain, day, await before(n), entry.seq, line)) found.push(entry);
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

async function linesOf({ audit, name }: Chain, day: LocalDate): Promise<readonly string[]> {
  const lines = (await readFile(dayPath(audit, name, day), 'utf8')).split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

async function lastBefore(chain: Chain, days: readonly LocalDate[]): Promise<string | undefined> {
  for (const day of days.toReversed()) {
    const last = (await linesOf(chain, day)).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Whether a line is sealed as what came after the line before it, by whoever has the key. */
function follows(
  { name, key }: Chain,
  day: LocalDate,
  before: string | undefined,
  seq: number,
  line: string,
): boolean {
  const mac = before === undefined ? NO_HEAD.mac : (readLine(before)?.mac ?? '');
  return checkLine(key, { seq: seq - 1, mac }, { school: name, day }, line).fault === undefined;
}
