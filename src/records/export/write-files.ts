import { open, realpath, rm, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { HandedFile, Terminal } from '../../command-line/command.ts';
import { codeOf, OWNER_ONLY_FILE } from '../../store/lowdb/files.ts';

/**
 * A terminal whose files go into the folder `out`, each readable by this user alone; undefined where they can't, once that is said:
 * there is no such folder, or it is in the data folder, where they would be taken for the bot's own and be kept with it.
 */
export async function filesInto(
  out: string,
  dataDir: string,
  terminal: Terminal,
): Promise<Terminal | undefined> {
  const folder = await realpath(out).catch(() => undefined);
  if (folder === undefined || !(await stat(folder)).isDirectory()) {
    terminal.complain(`There is no folder ${resolve(out)}: make it first. Nothing was written.`);
    return undefined;
  }
  const data = await realpath(dataDir).catch(() => resolve(dataDir));
  if (folder === data || folder.startsWith(`${data}${sep}`)) {
    terminal.complain(
      `${folder} is in the data folder: name another folder with --out. Nothing was written.`,
    );
    return undefined;
  }
  return { ...terminal, hand: (file) => write(folder, file, terminal) };
}

// A file that is there may be somebody's, and a link may lead anywhere: neither is written to.
async function write(folder: string, { name, text }: HandedFile, terminal: Terminal): Promise<boolean> {
  const path = join(folder, name);
  if (!/^[a-z0-9][a-z0-9.-]*$/i.test(name)) {
    terminal.complain('The running bot sent a file with a name that is none. Restart it.');
    return false;
  }
  try {
    const file = await open(path, 'wx', OWNER_ONLY_FILE);
    try {
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    terminal.say(`Written: ${path}`);
    return true;
  } catch (error) {
    const why =
      codeOf(error) === 'EEXIST'
        ? 'is there already: move it away, or name another folder with --out'
        : `could not be written (${codeOf(error)})`;
    terminal.complain(`${path} ${why}.`);
    return false;
  }
}
