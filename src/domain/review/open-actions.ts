import type { Action } from './review-content.ts';

/** Whether an action is still to be done: neither done nor withdrawn. */
export function isOpen({ done, withdrawn }: Action): boolean {
  return !done && !withdrawn;
}
