import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { COMPILED } from './test/support/compiled.ts';
import { PATIENTLY } from './test/support/patiently.ts';

// `npm test` starts it with more room for young objects (--max-semi-space-size, in MB): collecting them less often
// saves a twentieth of all its processor time.

// Threads take it from here as well, and processes that no test gives an environment of its own.
// With a key of its own, none is made beside a data folder.
Object.assign(process.env, COMPILED, { AUDIT_KEY: 'the key that tests seal their audits with' });

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    // Test files share what they import: loading it anew for each took most of the time. They keep nothing there.
    pool: 'threads',
    isolate: false,
    // Node loads TypeScript itself, as it does when the bot runs; Vite would rewrite each file, and each use of an import.
    experimental: { viteModuleRunner: false },
    reporters: ['default', './test/support/busiest.ts'],
    setupFiles: ['test/support/each-file.ts'],
    // One more than there are cores, where Vitest would leave one free: for a third of their time tests wait for a disk or a process.
    maxWorkers: availableParallelism() + 1,
    // Many tests speak to real servers and start real processes; where they share CI's two cores, one gets a second
    // chance. A rule that is wrong is wrong twice.
    retry: process.env.CI ? 1 : 0,
    // What takes a second or two takes many on a machine that is busy with other things: these only end what would never.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: PATIENTLY },
  },
});
