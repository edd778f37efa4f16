import { loadDotEnv } from '../../app/config.ts';
import { storeCommand } from './command.ts';

loadDotEnv();
const { lines, ok } = await storeCommand(process.argv.slice(2), process.env);
(ok ? console.log : console.error)(lines.join('\n'));
process.exitCode = ok ? 0 : 1;
