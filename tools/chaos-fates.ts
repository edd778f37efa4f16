/** What may become of a request: whether the chat takes it, and what the bot hears of it. */
export type Fate =
  | 'answered'
  | 'taken-then-cut'
  | 'taken-then-500'
  | 'taken-then-hung'
  /** Taken when the bot has given up waiting. */
  | 'taken-late'
  | 'cut'
  | '429'
  | '500'
  | 'hung';

/** Of a hundred messages, so many meet each of these fates; the others are answered. */
const OF_A_HUNDRED: Readonly<Partial<Record<Fate, number>>> = {
  'taken-then-cut': 5,
  'taken-then-500': 3,
  'taken-then-hung': 2,
  'taken-late': 2,
  cut: 3,
  '429': 4,
  '500': 3,
  hung: 2,
};

/**
 * One of the fates, at random. What isn't a message fails less often: it takes several such requests to send one, and to
 * find out what became of it, and a bot that was never answered could not be told from one that doesn't try.
 */
export function anyFate(isMessage: boolean): Fate {
  let left = Math.random() * (isMessage ? 100 : 250);
  for (const [fate, weight] of Object.entries(OF_A_HUNDRED)) {
    left -= weight;
    if (left < 0) return fate as Fate;
  }
  return 'answered';
}

/** How often each fate was met. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** In words, the most frequent first. */
  toString(): string {
    const counts = [...this.#counts].sort(([, a], [, b]) => b - a);
    return counts.map(([what, count]) => `${count} ${what}`).join(', ');
  }
}
