import { afterAll, chai } from 'vitest';
import { cleanUp } from './afterwards.ts';

const begun = process.threadCpuUsage();

// Vitest runs this for each test file anew. A module that several files import is loaded once, for the first of them:
// an afterAll of its own would be that file's only.
// biome-ignore lint/correctness/noEmptyPattern: Vitest wants to see here that none of its fixtures is asked for.
afterAll(async ({}, file) => {
  await cleanUp();
  const { user, system } = process.threadCpuUsage(begun);
  // For the reporter: what another program does meanwhile is not in it.
  file.meta.processorMs = (user + system) / 1000;
});

// A word that no assertion has is found by the compiler: looking for it at each step of each assertion takes time.
chai.config.useProxy = false;
