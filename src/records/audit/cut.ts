import type { KeyObject } from 'node:crypto';
import type { LocalDate } from '../../domain/time.ts';
import { checkLine, type Head, readLine } from './chain.ts';
import type { Cut } from './entry.ts';
import { behindHole, linesOf } from './lines.ts';
import { dayPath, daysIn } from './places.ts';

/** Which chain is looked in, and with which key. */
interface Chain {
  readonly audit: string;
  readonly name: string;
  readonly key: KeyObject;
}

/**
 * Where what is kept of a chain begins: behind the last cut that the bot has sealed. Undefined where its first entry is kept, or where
 * no such cut says that it may be gone. A cut that somebody else wrote is none: it is not sealed to the entry before it.
 */
export async function beginningOf(chain: Chain): Promise<Cut | undefined> {
  const { days } = await daysIn(chain.audit, chain.name);
  const first = await firstLine(chain, days);
  if (first === undefined || readLine(behindHole(first))?.seq === 1) return undefined;
  for (const [at, day] of [...days.entries()].toReversed()) {
    const { lines } = await linesOf(dayPath(chain.audit, chain.name, day));
    for (const [n, line] of [...lines.entries()].toReversed()) {
      if (!line.includes('"cut":{')) continue;
      const entry = readLine(behindHole(line));
      if (!entry?.cut) continue;
      const before = lines[n - 1] ?? (await lastLine(chain, days.slice(0, at)));
      // What stands first in all that is kept has the cut itself before it.
      const mac = before === undefined ? entry.cut.mac : (readLine(behindHole(before))?.mac ?? '');
      if (isSealed(chain, day, { seq: entry.seq - 1, mac }, line)) return entry.cut;
    }
  }
  return undefined;
}

const isSealed = ({ key, name }: Chain, day: LocalDate, head: Head, line: string) =>
  checkLine(key, head, { school: name, day }, behindHole(line)).fault === undefined;

async function firstLine(chain: Chain, days: readonly LocalDate[]): Promise<string | undefined> {
  for (const day of days) {
    const { lines } = await linesOf(dayPath(chain.audit, chain.name, day));
    if (lines.length > 0) return lines[0];
  }
  return undefined;
}

async function lastLine(chain: Chain, days: readonly LocalDate[]): Promise<string | undefined> {
  for (const day of days.toReversed()) {
    const { lines } = await linesOf(dayPath(chain.audit, chain.name, day));
    if (lines.length > 0) return lines.at(-1);
  }
  return undefined;
}
