import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../../src/store/lowdb/store.ts';

// A process that opens the data folder it is given, says "in" or why not, and stays until it is killed or told to
// close by the end of its input.
const folder = process.argv[2] ?? '';
try {
  const store = await openLowdbStore(folder);
  writeSync(1, 'in\n');
  process.stdin.on('end', () => void store.close()).resume();
} catch (error) {
  writeSync(1, `${error instanceof Error ? `${error.constructor.name}: ${error.message}` : error}\n`);
}
