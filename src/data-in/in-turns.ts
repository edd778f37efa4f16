import { setImmediate } from 'node:timers/promises';

/** Work that takes long, and stops now and then so that others can have their turn. */
export type Work<T> = Generator<void, T, void>;

/** So many are dealt with in one go: it takes a few milliseconds. */
const AT_A_TIME = 200;

/** What `make` makes of all of them, in their order. */
export function* each<T, R>(all: readonly T[], make: (one: T) => R): Work<R[]> {
  const made: R[] = [];
  for (let at = 0; at < all.length; at += AT_A_TIME) {
    if (at > 0) yield;
    made.push(...all.slice(at, at + AT_A_TIME).map(make));
  }
  return made;
}

/** Does the work; wherever it stops, everybody else has their turn. */
export async function givingWay<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await setImmediate();
  }
}

/** Does the work without giving way: where nobody else waits. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
