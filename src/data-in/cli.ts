import { loadDotEnv } from '../app/config.ts';
import { thisTerminal } from '../command-line/terminal.ts';
import { importAt } from './at-terminal.ts';

loadDotEnv();
process.exitCode = await importAt(thisTerminal(), process.argv.slice(2), process.env);
