import { writeSync } from 'node:fs';

// A process that opens the data folder it is given, or with "lock" only takes the right to, which is soon begun; says
// "in" or why not, and stays until it is killed or told to close by the end of its input.
const [folder = '', what] = process.argv.slice(2);
try {
  const close = await (what === 'lock' ? taken() : opened());
  writeSync(1, 'in\n');
  process.stdin.on('end', () => void close()).resume();
} catch (error) {
  writeSync(1, `${error instanceof Error ? `${error.constructor.name}: ${error.message}` : error}\n`);
}

async function opened(): Promise<() => Promise<void>> {
  const { openLowdbStore } = await import('../../../src/store/lowdb/store.ts');
  const store = await openLowdbStore(folder);
  return () => store.close();
}

async function taken(): Promise<() => Promise<void>> {
  const { lockFolder } = await import('../../../src/store/lowdb/lock.ts');
  const lock = await lockFolder(folder);
  return () => lock.release();
}
