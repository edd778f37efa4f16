import { Turns } from '../../app/turns.ts';
import { Once } from '../once.ts';

/** Does each delivered thing once, in order, and knows what is in hand. */
export interface Desk {
  /**
   * Runs `work` after whatever else is in hand for `line`, and returns its result. The same `delivery` again, while it
   * runs or after it was done, returns the first one's result. Work that rejected is forgotten, so that it can be
   * tried again.
   */
  take(line: string, delivery: string, work: () => Promise<unknown>): Promise<unknown>;
  /** Resolves when nothing is in hand. */
  clear(): Promise<void>;
  /** Forgets what came of all that was done: the same delivery again is done anew. */
  forget(): void;
}

/** How much of deliveries is remembered; a page repeats one within seconds. */
const REMEMBERED = { most: 5_000, bytes: 16_000_000 };

/** A desk with nothing in hand. */
export function openDesk(): Desk {
  const turns = new Turns();
  const taken = new Once<unknown>(REMEMBERED);
  return {
    take: (line, delivery, work) => taken.once(`${line} ${delivery}`, () => turns.take(line, work)),
    clear: () => turns.ended(),
    forget: () => taken.clear(),
  };
}
