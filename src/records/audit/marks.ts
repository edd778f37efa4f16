import { createHmac, type KeyObject } from 'node:crypto';
import type { AuditEntry } from './entry.ts';

/** A document as it was when it was last stored through the bot. */
export interface Mark {
  readonly version: number;
  readonly mark: string;
}

/** The last mark of a document; `before`, the one it had, until it is known that the change was stored. */
export interface Known {
  /** Left out where the document is no more. */
  readonly now?: Mark;
  readonly before?: Mark;
  readonly unsure?: true;
}

/** How a document is called here. */
export const nameOf = ({ collection, id }: { readonly collection: string; readonly id: string }): string =>
  `${collection}/${id}`;

const PLAIN = /^\w+$/;
const quoted = (name: string) => (PLAIN.test(name) ? `"${name}"` : JSON.stringify(name));

/**
 * JSON, the same for the same content in whatever order its fields stand: read back, they stand as the schema has them. Each change of a
 * document waits for it, so it is put together in one go.
 */
function ordered(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const one of value) text += `${text && ','}${ordered(one)}`;
    return `[${text}]`;
  }
  const parts = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(parts).sort()) {
    const part = parts[name];
    if (part !== undefined) text += `${text && ','}${quoted(name)}:${ordered(part)}`;
  }
  return `{${text}}`;
}

/** The keyed mark of all that is in a document. */
export function markOf(key: KeyObject, collection: string, document: object): string {
  return createHmac('sha256', key)
    .update(`${collection}\n${ordered(document)}`)
    .digest('base64url')
    .slice(0, 24);
}

/** What says how a document is found, and not how it is to be. */
const SURE: readonly AuditEntry['kind'][] = ['not-stored', 'found', 'restored', 'upgraded'];

/** The marks of all documents, as the entries give them. */
export class Marks {
  readonly #known: Map<string, Known>;

  constructor(known: Iterable<readonly [string, Known]> = []) {
    this.#known = new Map(known);
  }

  /** Takes an entry in, in the order of the chain. */
  take({ kind, document }: Pick<AuditEntry, 'kind' | 'document'>): void {
    if (!document) return;
    const name = nameOf(document);
    const { version, mark } = document;
    const now = kind === 'removed' || version === 0 ? {} : { now: { version, mark } };
    const before = this.#known.get(name)?.now;
    if (SURE.includes(kind)) this.#known.set(name, now);
    else this.#known.set(name, { ...now, ...(before && { before }), unsure: true });
  }

  /** The last change of this document is on disk. */
  stored(name: string): void {
    const known = this.#known.get(name);
    if (!known?.unsure) return;
    if (known.now) this.#known.set(name, { now: known.now });
    else this.#known.delete(name);
  }

  /** The first mark of a document that was there before the audit. */
  begin(name: string, now: Mark): void {
    this.#known.set(name, { now });
  }

  get(name: string): Known | undefined {
    return this.#known.get(name);
  }

  /** All of them, by name. */
  all(): ReadonlyMap<string, Known> {
    return this.#known;
  }
}
