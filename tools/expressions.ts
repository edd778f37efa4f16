/*
 * Looks at every regular expression in src/ and tools/, also those that are put together when a file is loaded, and says which
 * of them some text could make slower than in proportion to its length. `npm run expressions`; exit code 1 where there is one,
 * or one that can't be looked at.
 */
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { faultOf } from './expressions/fault.ts';
import { type Expression, filesIn, findExpressions, type Site } from './expressions/find.ts';
import { expressionsMade } from './expressions/made.ts';

const TOP = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const FOLDERS = ['src', 'tools'];
/** As many at a time as CI has cores. */
const AT_ONCE = 2;

const place = ({ file, line }: Site) => `${file}:${line}`;

const { literals, made } = findExpressions(TOP, FOLDERS);
const loaded = await expressionsMade(TOP, filesIn(TOP, FOLDERS));
const met = new Set(loaded.map(place));
const faults = made
  .filter((site) => !met.has(place(site)))
  .map((site) => `${place(site)}: put together where it can’t be looked at: do it when the file is loaded`);

const different = new Map<string, Expression>();
for (const one of [...literals, ...loaded]) different.set(`/${one.source}/${one.flags}`, one);
const limited = pLimit(AT_ONCE);
await Promise.all(
  [...different].map(([text, one]) =>
    limited(async () => {
      const fault = await faultOf(one);
      if (fault) faults.push(`${place(one)}: ${text}\n  ${fault}`);
    }),
  ),
);

for (const fault of faults.sort()) console.error(fault);
const of = `${different.size} regular expressions in ${FOLDERS.join(' and ')}`;
console.log(
  faults.length === 0 ? `${of}, none of which a text can stall.` : `${of}; ${faults.length} at fault.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
