import { createInterface } from 'node:readline/promises';
import type { Terminal } from './command.ts';

/** The terminal this script was started in; nobody answers where it is none. */
export function thisTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
    progress(done, of) {
      if (stderr.isTTY) stderr.write(`\r${done} of ${of}${done >= of ? '\n' : ''}`);
    },
    async ask(question) {
      if (!stdin.isTTY || !stdout.isTTY) return undefined;
      const lines = createInterface({ input: stdin, output: stdout });
      const hungUp = new AbortController();
      lines.once('close', () => hungUp.abort());
      try {
        return await lines.question(`${question} `, { signal: hungUp.signal });
      } catch {
        return undefined;
      } finally {
        lines.close();
      }
    },
  };
}
