import { loadDotEnv } from '../../app/config.ts';
import { runCommand } from '../../command-line/run.ts';
import { thisTerminal } from '../../command-line/terminal.ts';
import { wordsOf } from '../../command-line/words.ts';
import { type AuditRequest, auditCommand } from './command.ts';
import { BECAUSE, type Because } from './telling.ts';

const USAGE = `Usage: npm run audit -- verify                     read all of it, and say what is not as it was written
         --head NUMBER:HASH                   an entry that must be there, as the log noted it
         --school ID                          of which school the log noted it, where older entries are kept no longer
       npm run audit -- accept --because WORD what verify and each start tell is known, and told no more: moved, restored,
                                              disk or looked-into; --yes where nobody is to be asked
       npm run audit -- pupil REF             who has looked at, and done what with, a pupil's data: the newest first
         --school ID                          where several schools are stored`;

/** What the arguments ask for; undefined where it is none of it. */
function readArguments(args: readonly string[]): AuditRequest | undefined {
  const options = {
    head: { type: 'string' },
    school: { type: 'string' },
    because: { type: 'string' },
    yes: { type: 'boolean' },
  } as const;
  const read = wordsOf(args, options);
  if (!read) return undefined;
  const [what, ref, ...rest] = read.positionals;
  const { head, school, because, yes } = read.values;
  if (rest.length > 0) return undefined;
  if (what === 'accept' && ref === undefined && head === undefined && school === undefined) {
    const why = (Object.keys(BECAUSE) as Because[]).find((one) => one === because);
    return { what, ...(why && { because: why }), ...(yes && { yes }) };
  }
  if (because !== undefined || yes !== undefined) return undefined;
  if (what === 'verify' && ref === undefined && (school === undefined || head !== undefined))
    return { what, ...(head !== undefined && { head }), ...(school !== undefined && { school }) };
  if (what === 'pupil' && ref !== undefined && head === undefined)
    return { what, ref, ...(school !== undefined && { school }) };
  return undefined;
}

const terminal = thisTerminal();
const request = readArguments(process.argv.slice(2));
if (request) {
  loadDotEnv();
  process.exitCode = await runCommand(auditCommand, request, process.env, terminal);
} else {
  terminal.complain(USAGE);
  process.exitCode = 1;
}
