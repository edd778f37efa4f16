import { loadDotEnv } from '../app/config.ts';
import { thisTerminal } from '../command-line/terminal.ts';
import { staffAt } from './at-terminal.ts';

loadDotEnv();
process.exitCode = await staffAt(thisTerminal(), process.argv.slice(2), process.env);
