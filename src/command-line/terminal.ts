import { createInterface } from 'node:readline/promises';
import type { Terminal } from './command.ts';
import { shown } from './shown.ts';

// Whoever says it ends its lines; nothing else may move the cursor.
const shownLines = (text: string) => text.split('\n').map(shown).join('\n');

/** The terminal this script was started in; nobody answers where it is none. */
export function thisTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  // Who reads only the beginning (as `| head` does) is told no more; what is being done is done all the same.
  for (const stream of [stdout, stderr]) stream.on('error', ifReaderLeft);
  return {
    say: (text) => console.log(shownLines(text)),
    complain: (text) => console.error(shownLines(text)),
    async hand() {
      stderr.write('There is no place for a file here.\n');
      return false;
    },
    progress(done, of) {
      if (stderr.isTTY) stderr.write(`\r${done} of ${of} written${done >= of ? '\n' : ''}`);
    },
    async ask(question) {
      if (!stdin.isTTY || !stdout.isTTY) return undefined;
      const lines = createInterface({ input: stdin, output: stdout });
      const hungUp = new AbortController();
      lines.once('close', () => hungUp.abort());
      try {
        return await lines.question(`${shownLines(question)} `, { signal: hungUp.signal });
      } catch {
        return undefined;
      } finally {
        lines.close();
      }
    },
  };
}

function ifReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
