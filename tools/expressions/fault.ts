import { check } from 'recheck';
import type { Expression } from './find.ts';

/**
 * Milliseconds for one; most take a few. The parts of a look have no time of their own: they end by what is read, so that a busy
 * machine gives the same answer as an idle one.
 */
const HOW = {
  timeout: 60_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
} as const;

/** What is wrong with it, and a text that shows it; undefined where no text takes longer than its length does. */
export async function faultOf({
  source,
  flags,
}: Pick<Expression, 'source' | 'flags'>): Promise<string | undefined> {
  const found = await check(source, flags, HOW);
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return `can’t be told (${found.error.kind})`;
  return `${found.complexity.summary}; with ${found.attack.pattern}`;
}
