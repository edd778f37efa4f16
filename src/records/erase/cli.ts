import { loadDotEnv } from '../../app/config.ts';
import { runCommand } from '../../command-line/run.ts';
import { thisTerminal } from '../../command-line/terminal.ts';
import { readEraseArguments } from './arguments.ts';
import { eraseCommand } from './command.ts';

const terminal = thisTerminal();
const read = readEraseArguments(process.argv.slice(2));
if ('wrong' in read) {
  for (const line of read.wrong) terminal.complain(line);
  process.exitCode = 1;
} else {
  loadDotEnv();
  process.exitCode = await runCommand(eraseCommand, read.request, process.env, terminal);
}
