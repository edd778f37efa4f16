import type { DataCommand } from '../command-line/command.ts';
import { localDate } from '../domain/time.ts';
import { importBackups } from '../store/lowdb/import-backups.ts';
import { runImport } from './command.ts';
import { requestFromJson } from './request.ts';

/** `npm run import`, done by the bot where it runs. */
export const importCommand: DataCommand = {
  name: 'import',
  run: (input, terminal, { store, dataDir, clock, ids }) =>
    runImport(requestFromJson(input), terminal, {
      store,
      ids,
      clock,
      today: localDate(clock.now()),
      backups: importBackups(dataDir),
    }),
};
