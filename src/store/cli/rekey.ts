import type { DataCommand } from '../../command-line/command.ts';
import { count } from '../../domain/language/words.ts';
import { TERMINAL } from '../../records/audit/entry.ts';

/** `npm run store -- rekey`, done by the bot where it runs. */
export const rekeyCommand: DataCommand = {
  name: 'rekey',
  async run(_input, terminal, { store, keys, audit, who = TERMINAL }) {
    if (!keys.current) {
      terminal.complain('Nothing is encrypted: DATA_KEY is not set, or was not when the bot was started.');
      return 1;
    }
    const { key, files, closed } = await store.rekey();
    audit.record(undefined, { who, kind: 'rekeyed', what: 'data-key', count: files });
    const done = files === 0 ? 'Nothing had to be encrypted anew' : `${count(files, 'file')} encrypted anew`;
    terminal.say(`${done}: everything is encrypted with the key ${key}${closed.length > 0 ? ', but' : '.'}`);
    for (const { file, needs } of closed)
      terminal.complain(`${file} takes the key ${needs}, and stays as it is.`);
    if (closed.length > 0) {
      terminal.complain('Put that key into DATA_KEY_OLD, start the bot again, and run this once more.');
      return 1;
    }
    if (keys.older.length > 0)
      terminal.say('DATA_KEY_OLD is not needed any more, but for backups kept elsewhere.');
    return 0;
  },
};
