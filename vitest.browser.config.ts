import { defineConfig } from 'vitest/config';

// What needs a browser (Debian's chromium) lives apart, so that `npm test` runs anywhere.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    setupFiles: ['test/support/each-file.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    retry: process.env.CI ? 1 : 0,
  },
});
