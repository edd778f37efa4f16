import { afterAll } from 'vitest';
import { cleanUp } from './afterwards.ts';

// Vitest runs this for each test file anew. A module that several files import is loaded once, for the first of them:
// an afterAll of its own would be that file's only.
afterAll(cleanUp);
