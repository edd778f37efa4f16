import type { Terminal } from '../command-line/command.ts';
import { runCommand } from '../command-line/run.ts';
import { readArguments } from './arguments.ts';
import { describeFault } from './fault.ts';
import { filesAt } from './given-files.ts';
import { importCommand } from './import-command.ts';
import { requestToJson } from './request.ts';
import { readStaffArguments } from './staff-arguments.ts';
import { staffCommand } from './staff-command.ts';

/**
 * `npm run import`, as a person or a script gives it.
 * @param args what is said after it.
 * @param env says where the data is.
 * @param command left out, what reads files from outside in a process of its own.
 * @returns the exit code.
 */
export async function importAt(
  terminal: Terminal,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  command = importCommand,
): Promise<number> {
  const read = readArguments(args);
  if (read.is === 'wrong') {
    for (const line of read.lines) terminal.complain(line);
    return 1;
  }
  const given = read.path === undefined ? { files: [] } : await filesAt(read.path);
  if ('fault' in given) {
    terminal.complain(describeFault(given.fault));
    terminal.complain('Nothing was imported.');
    return 1;
  }
  // Reading takes some seconds: whoever looks on is not left with nothing.
  if (process.stderr.isTTY && given.files.length > 0) terminal.complain('Reading it…');
  const request = requestToJson({ ...read.request, files: given.files });
  return runCommand(command, request, env, terminal);
}

/** `npm run staff`, likewise. @returns the exit code. */
export async function staffAt(
  terminal: Terminal,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const read = readStaffArguments(args);
  if ('wrong' in read) {
    for (const line of read.wrong) terminal.complain(line);
    return 1;
  }
  return runCommand(staffCommand, read.request, env, terminal);
}
