import type { Terminal } from '../../src/command-line/command.ts';

/** A terminal whose lines are kept, at which nobody answers, and which has no place for a file. */
export function hearing(): { readonly terminal: Terminal; readonly said: string[] } {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const terminal: Terminal = {
    say,
    complain: say,
    ask: async () => undefined,
    hand: async () => false,
    progress: () => undefined,
  };
  return { terminal, said };
}
