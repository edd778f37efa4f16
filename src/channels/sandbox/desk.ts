/** Does each delivered thing once, in order, and knows what is in hand. */
export interface Desk {
  /**
   * Runs `work` after whatever else is in hand for `line`, and returns its result. The same `delivery` again, while it
   * runs or after it was done, returns the first one's result. Work that rejected is forgotten, so that it can be
   * tried again.
   */
  take<Result>(line: string, delivery: string, work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is in hand. */
  clear(): Promise<void>;
}

/** How many deliveries are remembered; a page repeats one within seconds. */
const REMEMBERED = 5000;

export function openDesk(): Desk {
  const lines = new Map<string, Promise<unknown>>();
  const taken = new Map<string, Promise<unknown>>();

  const remember = (key: string, result: Promise<unknown>) => {
    taken.set(key, result);
    const oldest = taken.keys().next();
    if (taken.size > REMEMBERED && !oldest.done) taken.delete(oldest.value);
  };

  return {
    take<Result>(line: string, delivery: string, work: () => Promise<Result>): Promise<Result> {
      const key = `${line} ${delivery}`;
      const known = taken.get(key) as Promise<Result> | undefined;
      if (known) return known;
      const result = (lines.get(line) ?? Promise.resolve()).then(work);
      remember(key, result);
      const settled = result.catch(() => void taken.delete(key));
      lines.set(line, settled);
      void settled.then(() => {
        if (lines.get(line) === settled) lines.delete(line);
      });
      return result;
    },
    async clear() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
