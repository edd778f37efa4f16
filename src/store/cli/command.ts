import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../../app/clocks.ts';
import { ConfigFault, readDataFolder } from '../../app/config.ts';
import { count } from '../../domain/language/words.ts';
import { NotKept } from '../../records/audit/audit.ts';
import { AuditKeyFault } from '../../records/audit/key.ts';
import { noteOutside, noteRestored } from '../../records/audit/outside.ts';
import { Damaged, describeFault, NewerFormat } from '../damaged.ts';
import { failedWords } from '../failed.ts';
import { KeyNeeded } from '../lowdb/key-needed.ts';
import { InUse } from '../lowdb/lock.ts';
import { backUp, recount, restore, type Verified, verifyBackup, verifyData } from '../lowdb/maintenance.ts';
import { withDefaults } from '../lowdb/options.ts';
import { Refused } from '../lowdb/refused.ts';

const USAGE = `Usage: npm run store -- verify           read all that is stored, and list what is wrong with it
       npm run store -- verify FOLDER    the same, with a backup
       npm run store -- backup FOLDER    copy all that is stored to a new folder
       npm run store -- restore FOLDER   put a backup back
       npm run store -- recount          take what is there for all, where documents were removed on purpose
       npm run store -- rekey            encrypt everything with DATA_KEY, backups too; the bot may run
       npm run store -- new-key          make a key for DATA_KEY; nothing is changed`;

/** Lines to print, and whether all is well. */
interface Said {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

const well = (...lines: readonly string[]): Said => ({ lines, ok: true });

type Data = ReturnType<typeof readDataFolder>;

async function run(
  { dataDir: data, keys, auditKey }: Data,
  command: string | undefined,
  folder: string | undefined,
): Promise<Said> {
  const options = withDefaults({ keys });
  const audited = { dataDir: data, auditKey, clock: systemClock };
  if (command === 'verify') {
    return verified(
      folder ?? data,
      await (folder ? verifyBackup(folder, options) : verifyData(data, options)),
    );
  }
  if (command === 'backup' && folder) {
    await backUp(data, folder, options, () => noteOutside(audited, 'backed-up', 'store'));
    return well(`All that is stored in ${data} is copied to ${folder}.`);
  }
  if (command === 'restore' && folder) {
    const { before, leftOut } = await restore(data, folder, options, {
      before: () => noteOutside(audited, 'restored', 'backup'),
      after: (documents) => noteRestored(audited, documents),
    });
    const kept = before ? [`What was there before is kept in ${before}.`] : [];
    const left = leftOut.map((fault) => `Left out: ${describeFault(fault)}`);
    return well(...left, `${folder} is put back into ${data}.`, ...kept);
  }
  if (command === 'recount' && !folder) {
    const there = await recount(data, options, () => noteOutside(audited, 'ran', 'recount'));
    return there ? well(`Counted: ${counts(there)}.`) : nothingIn(data);
  }
  if (command === 'new-key' && !folder) return well(randomBytes(32).toString('base64'));
  return { lines: [USAGE], ok: false };
}

function verified(folder: string, found: Verified | undefined): Said {
  if (!found) return nothingIn(folder);
  const { format, today, there, faults, encrypted } = found;
  const upgrade = format < today ? `, which the next start brings up to format ${today}` : '';
  const lines = [
    ...faults.map(describeFault),
    `${folder} is of format ${format}${upgrade}: ${counts(there)}.`,
    ...encryptedWords(encrypted),
  ];
  if (faults.length === 0) return well(...lines, 'All of it is as it should be.');
  return {
    lines: [...lines, `${count(faults.length, 'thing is', 'things are')} wrong. Nothing was changed.`],
    ok: false,
  };
}

/** With which keys documents are encrypted, by their ids; nothing, where none is. */
function encryptedWords(encrypted: Verified['encrypted']): readonly string[] {
  const keys = [...encrypted].flatMap(([key, of]) =>
    key ? [`${count(of, 'document')} with the key ${key}`] : [],
  );
  const not = encrypted.get(undefined);
  if (keys.length === 0) return [];
  return [`Encrypted: ${keys.join(', ')}${not ? `; ${not} not encrypted, until the next start` : ''}.`];
}

/** A data folder in which nothing is stored looks like one whose name is mistyped: that is not well. */
const nothingIn = (folder: string): Said => ({
  lines: [`Nothing is stored in ${resolve(folder)}. Check DATA_DIR, and that its disk is there.`],
  ok: false,
});

const counts = (there: Verified['there']) =>
  Object.entries(there)
    .map(([collection, number]) => count(number, collection.slice(0, -1)))
    .join(', ');

// These errors' own words are for an IT manager to read; any other's are not known to be.
const IN_WORDS = [ConfigFault, KeyNeeded, InUse, Damaged, NewerFormat, Refused, AuditKeyFault, NotKept];

/**
 * Does what `npm run store -- …` is asked to by `args`, on the data folder that `env` names.
 * @returns what to print, and whether all is well; what went wrong is among it, so it does not throw
 */
export async function storeCommand(
  [command, folder]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Said> {
  try {
    return await run(readDataFolder(env), command, folder);
  } catch (error) {
    return { lines: [failedWords(error, IN_WORDS)], ok: false };
  }
}
