import type { Asked } from './asked-of-child.ts';
import { readHere } from './read-here.ts';

process.once('message', async (asked: Asked) => {
  const answer = await readHere(asked);
  // Only once it is on its way: then nothing is left to do, and the process ends.
  process.send?.(answer, () => process.disconnect());
});
