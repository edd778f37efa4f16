import { loadDotEnv, readConfig } from './app/config.ts';
import { makeLog } from './app/log.ts';
import { readyLine, startBot } from './app/start.ts';
import { wordsFor } from './app/start-faults.ts';
import { exitOnFaults, stopOnSignals } from './app/stopping.ts';

async function main(): Promise<void> {
  loadDotEnv();
  try {
    const config = readConfig(process.env);
    const log = makeLog(config.logLevel);
    exitOnFaults(log);
    const starting = startBot(config, log);
    stopOnSignals(starting, log);
    console.log(readyLine(config, await starting));
  } catch (error) {
    console.error(wordsFor(error));
    process.exit(1);
  }
}

await main();
