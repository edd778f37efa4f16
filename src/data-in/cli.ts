import { loadDotEnv } from '../app/config.ts';
import { runCommand } from '../command-line/run.ts';
import { thisTerminal } from '../command-line/terminal.ts';
import { readArguments } from './arguments.ts';
import { describeFault } from './fault.ts';
import { filesAt } from './given-files.ts';
import { importCommand } from './import-command.ts';
import { requestToJson } from './request.ts';

async function main(args: readonly string[]): Promise<number> {
  const terminal = thisTerminal();
  const read = readArguments(args);
  if (read.is === 'wrong') {
    for (const line of read.lines) terminal.complain(line);
    return 1;
  }
  loadDotEnv();
  const given = read.path === undefined ? { files: [] } : await filesAt(read.path);
  if ('fault' in given) {
    terminal.complain(describeFault(given.fault));
    terminal.complain('Nothing was imported.');
    return 1;
  }
  // Reading takes some seconds: whoever looks on is not left with nothing.
  if (process.stderr.isTTY && given.files.length > 0) terminal.complain('Reading it…');
  const request = requestToJson({ ...read.request, files: given.files });
  return runCommand(importCommand, request, process.env, terminal);
}

process.exitCode = await main(process.argv.slice(2));
