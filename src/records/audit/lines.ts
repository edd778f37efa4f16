import { readFile } from 'node:fs/promises';
import { ifMissing } from '../../store/lowdb/files.ts';

/** A line without the bytes that are nothing before it: where a file was cut while the bot wrote it, the next line stands behind such. */
export const behindHole = (line: string): string => line.slice(line.lastIndexOf('\0') + 1);

/** The lines of a day's file, and whether the last of them has its end; none of a file that was removed since it was listed. */
export async function linesOf(
  path: string,
): Promise<{ readonly lines: readonly string[]; readonly isWhole: boolean }> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => ifMissing(error, ''));
  const lines = text.split('\n');
  const isWhole = lines.at(-1) === '';
  return { lines: isWhole ? lines.slice(0, -1) : lines, isWhole };
}
