import { afterAll, chai } from 'vitest';
import { cleanUp } from './afterwards.ts';

// Vitest runs this for each test file anew. A module that several files import is loaded once, for the first of them:
// an afterAll of its own would be that file's only.
afterAll(cleanUp);

// A word that no assertion has is found by the compiler: looking for it at each step of each assertion takes time.
chai.config.useProxy = false;
