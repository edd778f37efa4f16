import type { Terminal, Workplace } from '../../command-line/command.ts';
import { isYes } from '../../command-line/is-yes.ts';
import { count } from '../../domain/language/words.ts';
import { TERMINAL } from './entry.ts';
import { faultInWords } from './fault.ts';
import { BECAUSE, type Because } from './telling.ts';

/** So many faults are told one by one. */
export const MOST_TOLD = 100;

/**
 * `npm run audit -- accept`: somebody says that what is not as it was written is known, and why. It is told no more, and that they said
 * so is an entry. Resolves to the exit code.
 */
export async function accept(
  because: Because | undefined,
  yes: boolean,
  terminal: Terminal,
  { audit, who = TERMINAL }: Workplace,
): Promise<number> {
  if (because === undefined) {
    terminal.complain('Please say why, with --because and one of these words. Nothing was accepted.');
    for (const [word, means] of Object.entries(BECAUSE)) terminal.complain(`  ${word}: ${means}`);
    return 1;
  }
  const open = await audit.telling.open();
  if (open.length === 0) {
    terminal.say('There is nothing to accept: all of it is as it was written, or was accepted before.');
    return 0;
  }
  for (const fault of open.slice(0, MOST_TOLD)) terminal.say(faultInWords(fault));
  const question = `Is this known (${BECAUSE[because]}), and to be told no more? (yes or no)`;
  const answer = yes ? 'yes' : await terminal.ask(question);
  if (answer === undefined || !isYes(answer)) {
    const how = answer === undefined ? ' Where nobody can be asked, add --yes.' : '';
    terminal.complain(`Nothing was accepted.${how}`);
    return 1;
  }
  await audit.telling.accept(open, who, because);
  terminal.say(
    `${count(open.length, 'thing', 'things')} accepted as known. Who said so, and why, is in the trail.`,
  );
  return 0;
}
