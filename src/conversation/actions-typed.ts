import type { ActionsView } from '../presentation/buttons.ts';
import { pageIn } from './turn.ts';

/** What follows the word "actions", read: which, how grouped, and what is left, which is somebody's name. */
export interface ActionsTyped {
  readonly view: ActionsView;
  readonly name: string;
}

const WHICH: Readonly<Record<string, ActionsView['which']>> = {
  open: 'open',
  overdue: 'overdue',
  late: 'overdue',
  closed: 'closed',
  done: 'closed',
};

const BY = /\bby\s+(pupils?|child|children|owners?|colleagues?|staff)\b/i;

/** Reads "overdue", "closed by pupil", "Kwame", "overdue for Kwame Mensah"; nothing is all that is open, by owner. */
export function readActions(rest: string): ActionsTyped {
  const by = BY.exec(rest)?.[1]?.toLowerCase() ?? 'owner';
  const words = rest
    .replace(BY, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first = '', last = ''] = [words[0]?.toLowerCase(), words.at(-1)?.toLowerCase()];
  const which = WHICH[first] ?? WHICH[last] ?? 'open';
  const named = WHICH[first] ? words.slice(1) : WHICH[last] ? words.slice(0, -1) : words;
  const name = named.filter((word, at) => at > 0 || !/^(of|for)$/i.test(word)).join(' ');
  return { view: { which, by: /^(pupil|child)/.test(by) ? 'pupil' : 'owner', page: 1 }, name };
}

const among = <Code extends string>(codes: readonly Code[], value: string | undefined): Code =>
  codes.find((code) => code === value) ?? (codes[0] as Code);

/** No address and no pupil's id is longer. */
const LONGEST_NAME = 320;

/** The view a button carries; what it does not say, or says wrong, is as in the first view there is. */
export function viewOf(data: Readonly<Record<string, string>>): ActionsView {
  return {
    which: among(['open', 'overdue', 'closed'], data.which),
    by: among(['owner', 'pupil'], data.by),
    page: pageIn(data),
    ...(data.who && data.who.length <= LONGEST_NAME ? { who: data.who } : {}),
  };
}
