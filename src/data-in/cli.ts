import { parseArgs } from 'node:util';
import { loadDotEnv, readDataDir } from '../app/config.ts';
import { randomIds } from '../app/ids.ts';
import { localDate } from '../domain/time.ts';
import { Damaged, InUse, NewerFormat, openLowdbStore } from '../store/lowdb/store.ts';
import { Conflict, NotStored } from '../store/store.ts';
import { describeFault, ImportFaults } from './fault.ts';
import { importSchool } from './import.ts';
import { describeReport } from './report.ts';
import { refKey } from './who/person.ts';
import type { Decision } from './who/who-is-who.ts';

// What a failed import says. These errors' own words are for an IT manager to read; any other's are not known to be.
function linesFor(error: unknown): readonly string[] {
  if (error instanceof ImportFaults)
    return [
      ...error.faults.map(describeFault),
      `Nothing was imported: put right what is listed above (${error.faults.length}), then run it again.`,
    ];
  if (error instanceof InUse || error instanceof Damaged || error instanceof NewerFormat)
    return [error.message, 'Nothing was imported.'];
  if (error instanceof NotStored || error instanceof Conflict)
    return [
      'The data folder could not be written to the end (is the disk full?). Run the same import again to complete it.',
    ];
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  return [`The import failed (${[name, code].filter(Boolean).join(', ')}).`];
}

const USAGE = 'Usage: npm run import -- FOLDER [--same REF]… [--another REF]…';

/** What is asked for: the folder, and what a person says of rows. Undefined where it can't be understood. */
function asked(args: readonly string[]) {
  try {
    const multiple = { type: 'string', multiple: true } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { same: multiple, another: multiple },
    });
    const [folder, ...more] = positionals;
    const said = (decision: Decision) =>
      (values[decision] ?? []).map((ref) => [refKey(ref), decision] as const);
    const all = [...said('same'), ...said('another')];
    const decisions = new Map(all);
    const twice = decisions.size < all.length;
    return folder === undefined || more.length > 0 || twice ? undefined : { folder, decisions };
  } catch {
    return undefined;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const given = asked(args);
  if (!given) {
    console.error(USAGE);
    return 1;
  }
  loadDotEnv();
  try {
    const store = await openLowdbStore(readDataDir(process.env), {
      onSetAside: (documents) => {
        for (const { file } of documents) console.error(`It could not be read, and is set aside: ${file}`);
      },
    });
    try {
      const report = await importSchool(store, given.folder, {
        today: localDate(new Date().toISOString()),
        newId: randomIds.unique,
        decisions: given.decisions,
      });
      console.log(describeReport(report).join('\n'));
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    console.error(linesFor(error).join('\n'));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
