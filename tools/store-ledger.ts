/** A write that was acknowledged: its token must be in the document from then on, whatever happens. */
export interface Acknowledged {
  readonly id: string;
  readonly token: string;
}

/**
 * Keeps count of what was acknowledged, outside the process that is killed, and says what of it was lost. A token is
 * whatever a document can be asked for later: for a review, one of those in its `taken`.
 */
export class Ledger {
  readonly #acknowledged = new Map<string, Set<string>>();

  acknowledge({ id, token }: Acknowledged): void {
    const tokens = this.#acknowledged.get(id) ?? new Set<string>();
    this.#acknowledged.set(id, tokens.add(token));
  }

  /** How many writes have been acknowledged. */
  get count(): number {
    return [...this.#acknowledged.values()].reduce((sum, tokens) => sum + tokens.size, 0);
  }

  /** The acknowledged writes that are no longer there. `tokensOf`: what a document has now (none: it's gone). */
  async lost(tokensOf: (id: string) => Promise<readonly string[]>): Promise<readonly Acknowledged[]> {
    const lost: Acknowledged[] = [];
    for (const [id, tokens] of this.#acknowledged) {
      const found = new Set(await tokensOf(id));
      for (const token of tokens) if (!found.has(token)) lost.push({ id, token });
    }
    return lost;
  }
}
