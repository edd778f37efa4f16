import type { DeliveryState, Sending } from './parcel.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How many milliseconds to wait after so many tries: a minute, two, four, … up to an hour. */
export function backOff(tries: number): number {
  return Math.min(MINUTE * 2 ** Math.max(tries - 1, 0), HOUR);
}

/** How often it has been tried. */
export function tried(state: DeliveryState): number {
  return 'tries' in state ? state.tries : 0;
}

/** Ends the claim `lease` with `end`; leaves a state alone in which that claim does not stand any more. */
export function settled(lease: Sending, end: DeliveryState) {
  return (state: DeliveryState): DeliveryState | undefined =>
    state.is === 'sending' && state.until === lease.until && state.contactId === lease.contactId
      ? end
      : undefined;
}
