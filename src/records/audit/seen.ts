import { readFile } from 'node:fs/promises';
import type { SeenPage } from './audit.ts';
import { readLine } from './chain.ts';
import type { KeptEntry } from './entry.ts';
import { dayPath, daysIn } from './places.ts';

/**
 * What a chain has of a pupil, the newest first: `count` of it, after the first `skip`. The days are read backwards, so that what was
 * done of late is found soon.
 */
export async function seenIn(
  audit: string,
  chain: string,
  pupil: string,
  skip: number,
  count: number,
): Promise<SeenPage> {
  const found: KeptEntry[] = [];
  const { days } = await daysIn(audit, chain);
  for (const day of days.toReversed()) {
    const lines = (await readFile(dayPath(audit, chain, day), 'utf8')).split('\n');
    for (const line of lines.toReversed()) {
      if (!line.includes(`"${pupil}"`)) continue;
      const entry = readLine(line);
      if (entry?.pupils?.includes(pupil)) found.push(entry);
    }
    if (found.length > skip + count) break;
  }
  return { entries: found.slice(skip, skip + count), hasMore: found.length > skip + count };
}
