import { loadDotEnv, readDataDir } from '../../app/config.ts';
import { runCommand } from '../../command-line/run.ts';
import { thisTerminal } from '../../command-line/terminal.ts';
import { readExportArguments } from './arguments.ts';
import { exportCommand } from './command.ts';
import { filesInto } from './write-files.ts';

const terminal = thisTerminal();
const read = readExportArguments(process.argv.slice(2));
if ('wrong' in read) {
  for (const line of read.wrong) terminal.complain(line);
  process.exitCode = 1;
} else {
  loadDotEnv();
  const into = await filesInto(read.out, readDataDir(process.env), terminal);
  process.exitCode = into ? await runCommand(exportCommand, read.request, process.env, into) : 1;
}
