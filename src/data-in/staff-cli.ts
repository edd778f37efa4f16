import { loadDotEnv } from '../app/config.ts';
import { runCommand } from '../command-line/run.ts';
import { thisTerminal } from '../command-line/terminal.ts';
import { readStaffArguments } from './staff-arguments.ts';
import { staffCommand } from './staff-command.ts';

const terminal = thisTerminal();
const read = readStaffArguments(process.argv.slice(2));
if ('wrong' in read) {
  for (const line of read.wrong) terminal.complain(line);
  process.exitCode = 1;
} else {
  loadDotEnv();
  process.exitCode = await runCommand(staffCommand, read.request, process.env, terminal);
}
