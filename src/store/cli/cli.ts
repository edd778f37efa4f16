import { loadDotEnv } from '../../app/config.ts';
import { runCommand } from '../../command-line/run.ts';
import { thisTerminal } from '../../command-line/terminal.ts';
import { storeCommand } from './command.ts';
import { rekeyCommand } from './rekey.ts';

loadDotEnv();
const args = process.argv.slice(2);
if (args.length === 1 && args[0] === rekeyCommand.name) {
  process.exitCode = await runCommand(rekeyCommand, null, process.env, thisTerminal());
} else {
  const { lines, ok } = await storeCommand(args, process.env);
  (ok ? console.log : console.error)(lines.join('\n'));
  process.exitCode = ok ? 0 : 1;
}
