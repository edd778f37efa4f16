import type { Instant } from '../../src/domain/time.ts';
import { type Audit, NO_AUDIT } from '../../src/records/audit/audit.ts';
import { type AuditEntry, auditEntrySchema } from '../../src/records/audit/entry.ts';
import { type AuditFile, type AuditFiles, realAuditFiles } from '../../src/records/audit/school-chain.ts';
import { afterwards } from './afterwards.ts';

/** An entry, and in which school and when it was noted. */
export interface NotedEntry extends AuditEntry {
  readonly school: string | undefined;
  readonly at: Instant;
}

/** An audit that keeps in memory what it is told; every entry is one that could be kept. */
export function auditInMemory(clock: { now(): Instant }): Audit & { readonly entries: NotedEntry[] } {
  const entries: NotedEntry[] = [];
  const record: Audit['record'] = (school, entry, more) => {
    entries.push({ ...auditEntrySchema.parse({ ...entry, ...more?.() }), school, at: clock.now() });
  };
  return {
    ...NO_AUDIT,
    entries,
    record,
    async change(school, put) {
      let isNoted = false;
      const done = await put(async (entry) => {
        record(school, entry);
        isNoted = true;
      });
      if (!isNoted) throw new TypeError('something was changed without its entry');
      return done;
    },
    async ofPupil(school, pupil, skip, count) {
      const found = entries
        .filter((one) => one.school === school && one.pupils?.includes(pupil))
        .toReversed();
      const here = found.slice(skip, skip + count).map((entry, n) => {
        const { school: _, ...rest } = entry;
        return { seq: n + 1, mac: '', ...rest };
      });
      return { entries: here, hasMore: found.length > skip + count };
    },
  };
}

/** The machine's files, which are closed when the test file is done: a bot that is killed closes none, the process that plays it has to. */
export function closedLater(files: AuditFiles = realAuditFiles): AuditFiles {
  const left: AuditFile[] = [];
  afterwards(async () => {
    for (const file of left) await file.close();
  });
  return {
    async open(path) {
      const file = await files.open(path);
      left.push(file);
      return file;
    },
  };
}
