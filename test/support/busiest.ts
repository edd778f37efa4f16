import type { Reporter, TestModule } from 'vitest/node';

declare module 'vitest' {
  interface TaskMeta {
    /** What the test file took of a processor, in its own thread: not what it waited, nor what processes it started took. */
    processorMs?: number;
  }
}

const SHOWN = 12;
/** Who runs a few files knows which. */
const MANY = 100;

/** Says, after a run of all tests, which files took most of a processor: where to look when the tests have become slow. */
export default class Busiest implements Reporter {
  onTestRunEnd(files: readonly TestModule[]): void {
    if (files.length < MANY) return;
    const took = files
      .map((file) => ({ path: file.relativeModuleId, seconds: (file.meta().processorMs ?? 0) / 1000 }))
      .sort((a, b) => b.seconds - a.seconds);
    const all = took.reduce((sum, { seconds }) => sum + seconds, 0);
    const lines = took
      .slice(0, SHOWN)
      .map(({ path, seconds }) => `${seconds.toFixed(1).padStart(7)} ${path}`);
    console.info([`Processor time, of ${all.toFixed(0)} s in the tests' threads:`, ...lines, ''].join('\n'));
  }
}
