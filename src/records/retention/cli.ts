import { loadDotEnv } from '../../app/config.ts';
import { runCommand } from '../../command-line/run.ts';
import { thisTerminal } from '../../command-line/terminal.ts';
import { retentionCommand } from './command.ts';

const USAGE = `Usage: npm run retention             says what would be removed, and why; removes nothing
       npm run retention -- --yes    removes it; more than a tenth of a school, and who has a review under way, only with
                --yes --however-many once you have looked at the list, and at the clock`;

const terminal = thisTerminal();
const args = process.argv.slice(2);
if (args.some((one) => one !== '--yes' && one !== '--however-many')) {
  terminal.complain(USAGE);
  process.exitCode = 1;
} else {
  loadDotEnv();
  process.exitCode = await runCommand(
    retentionCommand,
    { yes: args.includes('--yes'), howeverMany: args.includes('--however-many') },
    process.env,
    terminal,
  );
}
