import { openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { DyingFiles } from './dying.ts';

// A process that opens the data folder it is given, and is killed with -9 before the write after so many.
const [folder = '', lives = '0', secret = ''] = process.argv.slice(2);
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('it is dead');
};
await openLowdbStore(folder, { files: new DyingFiles(Number(lives), die), secret });
