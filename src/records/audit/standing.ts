import { createHmac, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { isLocalDate, type LocalDate, localDateSchema } from '../../domain/time.ts';
import type { AuditEntry } from './entry.ts';
import type { AuditFault } from './fault.ts';
import { chainName } from './places.ts';

const ofChainSchema = z.strictObject({
  open: z.array(z.string()),
  accepted: z.array(z.string()),
  cut: localDateSchema.exactOptional(),
  days: z.int().exactOptional(),
});
/** What is remembered of chains, by their names, as a checkpoint has it. */
export const standingSchema = z.record(z.string(), ofChainSchema);

interface OfChain {
  /** Faults that were told, and that nobody has said anything of yet, by their codes. */
  readonly open: Set<string>;
  /** Those that somebody has looked into and said so. */
  readonly accepted: Set<string>;
  /** The last day that is kept no longer. */
  cut?: LocalDate;
  /** How many days' files there were after it. */
  days?: number;
}

/** What happened once and can't be seen in the files: each time is another, whatever was said of the last. */
const HAPPENED = ['cut', 'gone', 'days-gone', 'checkpoint', 'no-checkpoint', 'all-gone'] as const;
/** Those of them of which the files show nothing afterwards, not even a gap. */
const UNSEEN: readonly AuditFault['what'][] = ['checkpoint', 'no-checkpoint', 'all-gone'];

/** The keyed mark of a fault, of all that makes it: where it is, what stands there and what before it. */
export const faultMark = (key: KeyObject, of: readonly unknown[]): string =>
  createHmac('sha256', key).update(JSON.stringify(of)).digest('base64url').slice(0, 22);

/** A fault as an entry names it. */
export const faultCode = ({ what, day = '', line = 0, mark = '', detail = '' }: AuditFault): string =>
  [what, day, line, mark, detail.replace(/[^\w.-]/g, '_').slice(0, 80)].join(':');

/** The fault that is named so. */
function faultFrom(chain: string, code: string): AuditFault {
  const [what = '', day = '', line = '0', mark = '', detail = ''] = code.split(':');
  return {
    chain: chain === chainName(undefined) && UNSEEN.some((one) => one === what) ? '' : chain,
    what: what as AuditFault['what'],
    ...(isLocalDate(day) && { day }),
    ...(Number(line) > 0 && { line: Number(line) }),
    ...(mark && { mark }),
    ...(detail && { detail }),
  };
}

/** What of each chain was told and not accepted yet, as its entries have it: it goes on being told until somebody says so. */
export class Standing {
  readonly #chains: Map<string, OfChain>;

  constructor(stored: z.infer<typeof standingSchema> = {}) {
    this.#chains = new Map(
      Object.entries(stored).map(([name, { open, accepted, ...rest }]) => [
        name,
        { open: new Set(open), accepted: new Set(accepted), ...rest },
      ]),
    );
  }

  #of(chain: string): OfChain {
    const known = this.#chains.get(chain) ?? { open: new Set<string>(), accepted: new Set<string>() };
    this.#chains.set(chain, known);
    return known;
  }

  /** Takes an entry of a chain in, in its order. */
  take(chain: string, { kind, faults = [], cut }: Pick<AuditEntry, 'kind' | 'faults' | 'cut'>): void {
    if (faults.length === 0 && !cut) return;
    const of = this.#of(chain);
    for (const code of faults) {
      if (kind === 'accepted') of.accepted.add(code);
      if (kind === 'accepted') of.open.delete(code);
      else of.open.add(code);
    }
    if (!cut) return;
    // From there on they are counted anew.
    of.cut = cut.day;
    delete of.days;
  }

  /** Whether somebody has said that this is known: as it is now, and not as it was before. */
  isAccepted(fault: AuditFault): boolean {
    if (HAPPENED.some((one) => one === fault.what)) return false;
    return this.#chains.get(chainOf(fault))?.accepted.has(faultCode(fault)) === true;
  }

  /** Whether it was told before, and stands. */
  isOpen(fault: AuditFault): boolean {
    return this.#chains.get(chainOf(fault))?.open.has(faultCode(fault)) === true;
  }

  /** All that stands. */
  all(): readonly AuditFault[] {
    return [...this.#chains].flatMap(([name, { open }]) => [...open].map((code) => faultFrom(name, code)));
  }

  /** What of it no file shows. */
  unseen(): readonly AuditFault[] {
    return this.all().filter(({ what }) => UNSEEN.includes(what));
  }

  /** How many days' files a chain had after its last cut, and which that was. */
  daysOf(chain: string): Pick<OfChain, 'cut' | 'days'> {
    return this.#chains.get(chain) ?? {};
  }

  /** Notes how many there are now. */
  setDays(chain: string, days: number): void {
    this.#of(chain).days = days;
  }

  /** All of it, as a checkpoint has it. */
  stored(): z.infer<typeof standingSchema> {
    return Object.fromEntries(
      [...this.#chains].map(([name, { open, accepted, cut, days }]) => [
        name,
        {
          ...{ open: [...open], accepted: [...accepted] },
          ...(cut !== undefined && { cut }),
          ...(days !== undefined && { days }),
        },
      ]),
    );
  }
}

/** The chain whose entries tell of a fault. */
export const chainOf = ({ chain }: AuditFault): string => chain || chainName(undefined);
