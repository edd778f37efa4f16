import type { DataCommand } from '../command-line/command.ts';
import { localDate } from '../domain/time.ts';
import { erasedIn } from '../records/erase/was-erased.ts';
import { importBackups } from '../store/lowdb/import-backups.ts';
import { runImport } from './command.ts';
import type { Reader } from './read/asked-of-child.ts';
import { requestFromJson } from './request.ts';
import { isSchoolFile } from './school-file.ts';

/** `npm run import`, done by the bot where it runs. @param reader who reads files from outside; left out, a process of its own. */
export const importing = (reader?: Reader): DataCommand => ({
  name: 'import',
  begins(input) {
    const { begin, yes, files } = requestFromJson(input);
    if (begin) return 'always';
    // Anything else than a school's folder needs a school that is there.
    if (!files.some(({ name }) => isSchoolFile(name))) return 'never';
    return yes ? 'where-there-is-one' : 'if-asked';
  },
  run: (input, terminal, { store, dataDir, keys, clock, ids }) =>
    runImport(requestFromJson(input), terminal, {
      store,
      ids,
      clock,
      today: localDate(clock.now()),
      backups: importBackups(dataDir, { keys }),
      erased: () => erasedIn(dataDir),
      ...(reader && { reader }),
    }),
});

export const importCommand = importing();
