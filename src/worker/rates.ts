import type { ChannelRates, Rate } from '../channels/definition.ts';

/** Where a message is to go, as far as rates are concerned. */
export interface Destination {
  readonly channel: string;
  readonly tenant: string;
  readonly userId: string;
}

/** Keeps the rates. Nothing is booked ahead: who has to wait asks again. */
export interface Pace {
  /** 0: now, and it is counted. Else how many milliseconds to wait before asking again. */
  take(to: Destination): number;
  /** What was counted when its turn came goes only now, after it was claimed: so it counts from now. */
  goes(to: Destination): void;
  /** The chat has asked for so many milliseconds of silence in the whole tenant. */
  hold(to: Destination, ms: number): void;
}

/**
 * `rates`: those of the chat of a name. `now`: milliseconds of a clock that only goes forward; not the school's, which can
 * be moved where it is made up.
 */
export function makePace(rates: (channel: string) => ChannelRates, now: () => number): Pace {
  const tenants = new Map<string, Counter>();
  const conversations = new Map<string, Counter>();
  const countersOf = ({ channel, tenant, userId }: Destination) => [
    counterIn(tenants, `${channel} ${tenant}`, rates(channel).tenant),
    counterIn(conversations, `${channel} ${tenant} ${userId}`, rates(channel).conversation),
  ];
  return {
    take: (to) => {
      const at = now();
      const counters = countersOf(to);
      const wait = Math.max(...counters.map((counter) => counter.wait(at)));
      if (wait > 0) return wait;
      for (const counter of counters) counter.count(at);
      if (conversations.size > MANY) forgetIdle(conversations, at);
      return 0;
    },
    goes: (to) => {
      for (const counter of countersOf(to)) counter.moveLast(now());
    },
    hold: ({ channel, tenant }, ms) => {
      const { tenant: ofTenant, conversation } = rates(channel);
      if (ofTenant.length + conversation.length === 0) return;
      counterIn(tenants, `${channel} ${tenant}`, ofTenant).hold(now() + ms);
    },
  };
}

const MANY = 5_000;

/** How often something was done lately. */
class Counter {
  readonly #rates: readonly Rate[];
  /** When it was done, oldest first; as far back as the rates look. */
  #times: number[] = [];
  #heldUntil = Number.NEGATIVE_INFINITY;

  constructor(rates: readonly Rate[]) {
    this.#rates = rates;
  }

  /** Milliseconds until it may be done again. */
  wait(at: number): number {
    const free = this.#rates.map(({ most, perMs }) => {
      const last = this.#times.at(-most);
      return last === undefined ? at : last + perMs;
    });
    return Math.max(at, this.#heldUntil, ...free) - at;
  }

  count(at: number): void {
    const longest = Math.max(0, ...this.#rates.map(({ most }) => most));
    this.#times.push(at);
    if (this.#times.length > 2 * longest) this.#times = longest > 0 ? this.#times.slice(-longest) : [];
  }

  moveLast(at: number): void {
    if (this.#times.pop() !== undefined) this.#times.push(at);
  }

  hold(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
  }

  isIdle(at: number): boolean {
    const longest = Math.max(0, ...this.#rates.map(({ perMs }) => perMs));
    return (this.#times.at(-1) ?? at - longest) + longest <= at && this.#heldUntil <= at;
  }
}

function counterIn(counters: Map<string, Counter>, key: string, rates: readonly Rate[]): Counter {
  const counter = counters.get(key) ?? new Counter(rates);
  counters.set(key, counter);
  return counter;
}

function forgetIdle(counters: Map<string, Counter>, at: number): void {
  for (const [key, counter] of counters) if (counter.isIdle(at)) counters.delete(key);
}
