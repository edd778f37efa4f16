import type { KeyObject } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../../store/lowdb/files.ts';
import type { Ageing, KeptBy, OldDays } from './ageing.ts';
import { beginningOf } from './cut.ts';
import type { AuditEntry } from './entry.ts';
import { chainName, chainsIn, dayPath, daysIn, piecesOf, schoolOf } from './places.ts';
import { readChain } from './read-chain.ts';
import type { Standing } from './standing.ts';
import type { Telling } from './telling.ts';

/** An audit in files, as far as it ages. */
interface Aged {
  readonly at: { readonly audit: string; readonly key: KeyObject };
  readonly standing: Standing;
  readonly telling: Telling;
  durable(): Promise<void>;
  recordIn(name: string, entry: AuditEntry): void;
  checkpoint(): Promise<void>;
}

/** The ageing of an audit in files; `alone` does something while nobody else reads all of them. */
export const ageingOf = (audit: Aged, alone: <T>(work: () => Promise<T>) => Promise<T>): Ageing => ({
  async old(keptBy) {
    const folder = audit.at.audit;
    const all = (await chainsIn(folder)).map((name) => oldOf(folder, name, keptBy(schoolOf(name))));
    return (await Promise.all(all)).flat();
  },
  remove: (old, who) => alone(() => remove(audit, old, who)),
});

async function oldOf(folder: string, name: string, { from, held }: ReturnType<KeptBy>): Promise<OldDays[]> {
  const { days } = await daysIn(folder, name);
  const old = days.filter((day) => day < from);
  if (old.length === 0) return [];
  const rest = { school: schoolOf(name), of: days.length };
  for (const [at, heldFrom] of held.size > 0 ? old.entries() : []) {
    const text = await readFile(dayPath(folder, name, heldFrom), 'utf8');
    if ([...held].some((id) => text.includes(`"${id}"`)))
      return [{ ...rest, days: old.slice(0, at), heldFrom }];
  }
  return [{ ...rest, days: old }];
}

async function remove(audit: Aged, { school, days }: OldDays, who: string): Promise<boolean> {
  const { audit: folder, key } = audit.at;
  const name = chainName(school);
  const to = days.at(-1);
  if (to === undefined) return true;
  await audit.durable();
  // What somebody is to look into is not taken away.
  if (audit.standing.all().some((fault) => fault.chain === '' || fault.chain === name)) return false;
  const cut = await beginningOf({ audit: folder, name, key });
  // Else a bot that was killed over it has left them, and the entry is there.
  if (!cut || to > cut.day) {
    let count = 0;
    const take = () => {
      count += 1;
    };
    const { head, faults } = await readChain(name, { audit: folder, key, to, take });
    const open = faults.filter((fault) => !audit.standing.isAccepted(fault));
    audit.telling.found(open);
    if (open.length > 0) return false;
    if (count > 0)
      audit.recordIn(name, { who, kind: 'removed', what: 'trail', count, cut: { ...head, day: to } });
    // Where the next start reads on from is not among what goes.
    await audit.checkpoint();
  }
  for (const day of days)
    for (const path of [dayPath(folder, name, day), ...(await piecesOf(folder, name, day))])
      await rm(path, { force: true });
  await syncFolder(join(folder, name));
  return true;
}
