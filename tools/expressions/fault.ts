import { check } from 'recheck';
import type { Expression } from './find.ts';

/** Milliseconds for one; most take a few. */
const LONGEST = 60_000;

/** What is wrong with it, and a text that shows it; undefined where no text takes longer than its length does. */
export async function faultOf({
  source,
  flags,
}: Pick<Expression, 'source' | 'flags'>): Promise<string | undefined> {
  const found = await check(source, flags, { timeout: LONGEST });
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return `can’t be told (${found.error.kind})`;
  return `${found.complexity.summary}; with ${found.attack.pattern}`;
}
