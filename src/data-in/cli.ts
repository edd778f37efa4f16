import { loadDotEnv, readDataDir } from '../app/config.ts';
import { localDate } from '../domain/time.ts';
import { Damaged, InUse, NewerFormat, openLowdbStore } from '../store/lowdb/store.ts';
import { Conflict, NotStored } from '../store/store.ts';
import { describeFault, ImportFaults } from './fault.ts';
import { importSchool } from './import.ts';
import { describeReport } from './report.ts';

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

async function main(folder: string | undefined): Promise<number> {
  if (!folder) {
    console.error('Usage: npm run import -- FOLDER');
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
      const report = await importSchool(store, folder, localDate(new Date().toISOString()));
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

process.exitCode = await main(process.argv[2]);
