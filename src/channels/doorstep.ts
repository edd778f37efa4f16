import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { clientAddress, NO_PROXIES, networkOf, type TrustedProxies } from './client-address.ts';

/** So many requests a minute may come from a place and not be a platform's: a wrong secret makes more of them than most attacks. */
const MOST = 300;
const MINUTE_MS = 60_000;
/** Of those beyond it, one of so many is looked at all the same. */
const ONE_OF = 20;
/** More places than knock in a minute; what is noted of one is of one length. */
const PLACES = 10_000;

interface Count {
  readonly since: number;
  failed: number;
  beyond: number;
}

/**
 * Who knocks, before it is known who they are: counts the requests from each place that nobody has signed, and has those beyond a
 * generous number turned away unread. A platform has few addresses for all its customers, and a school one for all its people: so
 * from where one request was genuine, none is turned away for this, whatever else comes from there. Where all come by a proxy that
 * was not named, one in twenty is looked at, until one is genuine.
 */
export class Doorstep {
  readonly #proxies: TrustedProxies;
  readonly #now: () => number;
  readonly #failed = new LRUCache<string, Count>({ max: PLACES });
  readonly #genuine = new LRUCache<string, true>({ max: PLACES });

  /**
   * @param proxies whose word on addresses is taken.
   * @param now Milliseconds that only go forward.
   */
  constructor(proxies: TrustedProxies = NO_PROXIES, now: () => number = () => performance.now()) {
    this.#proxies = proxies;
    this.#now = now;
  }

  /** Whether it is one too many from where it comes: then it is answered, unread. */
  turnsAway(request: IncomingMessage, response: ServerResponse): boolean {
    const away = this.#isTooMuch(this.#placeOf(request));
    if (away) response.writeHead(429, { 'retry-after': String(MINUTE_MS / 1000) }).end();
    return away;
  }

  #isTooMuch(place: string): boolean {
    if (this.#genuine.has(place)) return false;
    const count = this.#countOf(place);
    if (!count || count.failed < MOST) return false;
    count.beyond += 1;
    return count.beyond % ONE_OF !== 0;
  }

  /** It was what it says: nobody from there is a stranger any more. */
  wasGenuine(request: IncomingMessage): void {
    const place = this.#placeOf(request);
    this.#genuine.set(place, true);
    this.#failed.delete(place);
  }

  /** It was not, or was nothing that can be looked at. */
  hasFailed(request: IncomingMessage): void {
    const place = this.#placeOf(request);
    const count = this.#countOf(place) ?? { since: this.#now(), failed: 0, beyond: 0 };
    count.failed += 1;
    this.#failed.set(place, count);
  }

  #countOf(place: string): Count | undefined {
    const count = this.#failed.get(place);
    return count && this.#now() - count.since < MINUTE_MS ? count : undefined;
  }

  #placeOf(request: IncomingMessage): string {
    return networkOf(clientAddress(request, this.#proxies));
  }
}
