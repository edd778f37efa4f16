import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/records/audit/entry.ts';
import { faultInWords } from '../../../src/records/audit/fault.ts';
import { openAudit, type ToOpen } from '../../../src/records/audit/open.ts';
import { verifyAudit } from '../../../src/records/audit/verify.ts';
import { closedLater } from '../../support/audit.ts';

let dataDir: string;
let now = '2026-11-23T09:00:00.000Z';
const clock = { now: () => now };
const KEY = 'k'.repeat(32);

beforeEach(async () => {
  now = '2026-11-23T09:00:00.000Z';
  dataDir = join(await mkdtemp(join(tmpdir(), 'audit-')), 'data');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

const opened = (given: Partial<ToOpen> = {}) =>
  openAudit({ dataDir, key: KEY, clock, files: closedLater(), ...given });
const viewed = (pupil: string): AuditEntry => ({
  who: 'm.patel@oakfield.sch.uk',
  chat: 'slack',
  kind: 'viewed',
  what: 'status',
  pupils: [pupil],
  reviews: ['r1'],
});
const file = (day = '2026-11-23') => join(dataDir, 'audit', 'oakfield', `${day}.jsonl`);
const linesOf = async (path = file()) => (await readFile(path, 'utf8')).split('\n').slice(0, -1);

describe('the audit', () => {
  it('keeps an entry a line: who, when, where, what and of whom, for its owner only', async () => {
    const { audit, hadBegun } = await opened();
    expect(hadBegun).toBe(false);
    audit.record('oakfield', viewed('p1'));
    await audit.durable();
    const [line = ''] = await linesOf();
    const { mac, ...entry } = JSON.parse(line);
    expect(entry).toEqual({ seq: 1, at: now, ...viewed('p1') });
    expect(mac).toMatch(/^[\w-]{43}$/);
    expect((await stat(file())).mode & 0o077).toBe(0);
    await audit.close();
  });

  it('begins a file a day, and goes on with the last one where the clock goes back', async () => {
    const { audit } = await opened();
    audit.record('oakfield', viewed('p1'));
    now = '2026-11-24T00:00:01.000Z';
    audit.record('oakfield', viewed('p2'));
    now = '2026-11-23T23:59:00.000Z';
    audit.record('oakfield', viewed('p3'));
    await audit.durable();
    expect(await linesOf()).toHaveLength(1);
    expect((await linesOf(file('2026-11-24'))).map((line) => JSON.parse(line).seq)).toEqual([2, 3]);
    expect((await verifyAudit(audit)).faults).toEqual([]);
    await audit.close();
  });

  it('goes on where it left off, and a key that is another is named', async () => {
    const first = await opened();
    first.audit.record('oakfield', viewed('p1'));
    await first.audit.close();
    const { audit, faults, hadBegun } = await opened();
    audit.record('oakfield', viewed('p2'));
    expect({ faults, hadBegun, found: (await verifyAudit(audit)).faults }).toEqual({
      faults: [],
      hadBegun: true,
      found: [],
    });
    expect(await linesOf()).toHaveLength(2);
    await audit.close();
    await expect(opened({ key: 'x'.repeat(32) })).rejects.toThrow(/written with another key/);
  });

  it('keeps its own key beside the data folder, and does not make a second one where that is gone', async () => {
    const { audit } = await openAudit({ dataDir, clock });
    audit.record('oakfield', viewed('p1'));
    await audit.close();
    const path = `${dataDir}.audit-key`;
    expect((await stat(path)).mode & 0o077).toBe(0);
    await rm(path);
    await expect(openAudit({ dataDir, clock })).rejects.toThrow(/is gone. Put it back/);
  });

  it('cuts off what a crash has left half written, notes it, and takes it for no tampering', async () => {
    const first = await opened();
    first.audit.record('oakfield', viewed('p1'));
    first.audit.record('oakfield', viewed('p2'));
    await first.audit.checkpoint();
    const whole = await readFile(file(), 'utf8');
    await writeFile(file(), `${whole}{"seq":3,"at":"2026-`);
    const { audit, faults, mended } = await opened();
    expect({ faults, mended }).toEqual({
      faults: [],
      mended: [{ chain: 'oakfield', bytes: 20, kept: `2026-11-23.jsonl.cut-${whole.length}-1` }],
    });
    expect(await readFile(`${file()}.cut-${whole.length}-1`, 'utf8')).toBe('{"seq":3,"at":"2026-');
    expect((await verifyAudit(audit)).faults).toEqual([]);
    const lines = await linesOf();
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ seq: 3, who: 'bot', kind: 'mended', count: 20 });
    await audit.close();
  });

  it('does not go on from a line that it has not sealed, whatever number that has; what comes after is read', async () => {
    const first = await opened();
    for (const pupil of ['p1', 'p2']) first.audit.record('oakfield', viewed(pupil));
    await first.audit.close();
    const whole = await readFile(file(), 'utf8');
    const forged = { ...JSON.parse(whole.split('\n')[1] ?? ''), seq: Number.MAX_SAFE_INTEGER };
    await writeFile(file(), `${whole}${JSON.stringify(forged)}\n`);
    const next = await opened();
    const forgedLine = { chain: 'oakfield', day: '2026-11-23', line: 3, what: 'removed' };
    expect(next.faults).toMatchObject([forgedLine]);
    next.audit.record('oakfield', viewed('p3'));
    next.audit.record('oakfield', viewed('p4'));
    await next.audit.close();
    const { audit, faults } = await opened();
    expect(faults).toMatchObject([forgedLine]);
    const { faults: told, heads } = await verifyAudit(audit);
    expect(told).toMatchObject([forgedLine]);
    // Two, one that tells of the forged line, and two more.
    expect(heads.get('oakfield')?.seq).toBe(5);
    for (const pupil of ['p3', 'p4'])
      expect(await audit.ofPupil('oakfield', pupil, 0, 10)).toMatchObject({ entries: [{ pupils: [pupil] }] });
    expect(await audit.ofPupil('oakfield', 'p3', 0, 10)).not.toHaveProperty('notAsWritten');
    await audit.close();
  });

  it('reads what stands behind a place where its file was cut while the bot ran, and tells of the cut', async () => {
    const first = await opened();
    for (const pupil of ['p1', 'p2', 'p3']) first.audit.record('oakfield', viewed(pupil));
    await first.audit.checkpoint();
    await truncate(file(), (await linesOf())[0]?.length ?? 0);
    for (const pupil of ['p4', 'p5']) first.audit.record('oakfield', viewed(pupil));
    await first.audit.durable();
    const holed = await readFile(file());
    // No close: killed.
    const { audit, faults, mended } = await opened();
    expect(mended).toEqual([]);
    expect(faults.map(({ what }) => what)).toEqual(['cut', 'hole']);
    expect((await verifyAudit(audit)).faults.map(({ what }) => what)).toEqual(['hole', 'removed']);
    expect((await readFile(file())).subarray(0, holed.length)).toEqual(holed);
    expect(await audit.ofPupil('oakfield', 'p5', 0, 10)).toMatchObject({ entries: [{ seq: 5 }] });
    await audit.close();
    await first.audit.close();
  });

  it('takes no words: an entry with a sentence or a name in it is none', async () => {
    const { audit } = await opened();
    const bad = { ...viewed('p1'), fields: ['Amira hit him'] };
    expect(() => audit.record('oakfield', bad)).toThrow(TypeError);
    await audit.close();
    expect(await readdir(join(dataDir, 'audit'))).toEqual(['checkpoint.json']);
  });

  it('says that its last checkpoint is gone, or all of it, since an end that was cut off with it could not be told', async () => {
    const keyBeside = () => openAudit({ dataDir, clock });
    const { audit } = await keyBeside();
    for (const pupil of ['p1', 'p2', 'p3']) audit.record('oakfield', viewed(pupil));
    await audit.close();
    const [first = ''] = await linesOf();
    await writeFile(file(), `${first}\n`);
    await rm(join(dataDir, 'audit', 'checkpoint.json'));
    const cut = await keyBeside();
    expect(cut.faults.map(faultInWords)).toEqual([expect.stringContaining('checkpoint.json is gone')]);
    await cut.audit.close();
    await rm(join(dataDir, 'audit'), { recursive: true });
    const wiped = await keyBeside();
    expect(wiped.faults.map(faultInWords)).toEqual([expect.stringContaining('all of the audit is gone')]);
    await wiped.audit.close();
    // It is noted for good.
    const noted = await linesOf(join(dataDir, 'audit', '+none', '2026-11-23.jsonl'));
    expect(noted.map((line) => JSON.parse(line).what)).toEqual(['audit-changed']);
    const next = await keyBeside();
    expect(next.faults.map(({ what }) => what)).toEqual(['all-gone']);
    await next.audit.close();
  });

  it('takes a folder or a link that is called as a day is for what does not belong, and stops at neither', async () => {
    const first = await opened();
    first.audit.record('oakfield', viewed('p1'));
    await first.audit.close();
    await mkdir(file('2026-11-21'));
    await symlink(file(), file('2026-11-22'));
    const { audit, faults } = await opened();
    const strange = (await verifyAudit(audit)).faults.map(({ what, detail }) => [what, detail]);
    expect(strange).toEqual([
      ['strange', '2026-11-21.jsonl'],
      ['strange', '2026-11-22.jsonl'],
    ]);
    expect(faults).toHaveLength(2);
    expect((await audit.ofPupil('oakfield', 'p1', 0, 10)).entries).toHaveLength(1);
    await audit.close();
  });

  it('tells of a pupil nothing that somebody else wrote or changed, and says that there is such a thing', async () => {
    const { audit } = await opened();
    audit.record('oakfield', viewed('p1'));
    audit.record('oakfield', viewed('p2'));
    now = '2026-11-24T09:00:00.000Z';
    audit.record('oakfield', viewed('p1'));
    expect(await audit.ofPupil('oakfield', 'p1', 0, 10)).toMatchObject({ entries: [{ seq: 3 }, { seq: 1 }] });
    expect(await audit.ofPupil('oakfield', 'p1', 0, 10)).not.toHaveProperty('notAsWritten');
    const [last = ''] = await linesOf(file('2026-11-24'));
    const forged = last.replace('"seq":3', '"seq":4').replace('m.patel', 'somebody.else');
    await writeFile(file('2026-11-24'), `${last}\n${forged}\n`);
    const [first = '', second = ''] = await linesOf();
    await writeFile(file(), `${first.replace('m.patel', 'somebody.else')}\n${second}\n`);
    const { entries, notAsWritten } = await audit.ofPupil('oakfield', 'p1', 0, 10);
    expect([entries.map(({ seq }) => seq), notAsWritten]).toEqual([[3], 2]);
    await audit.close();
  });

  it('says what is wrong where the end is gone that it had written before', async () => {
    const first = await opened();
    for (const pupil of ['p1', 'p2', 'p3']) first.audit.record('oakfield', viewed(pupil));
    await first.audit.close();
    const lines = await linesOf();
    await writeFile(file(), `${lines.slice(0, 2).join('\n')}\n`);
    const { audit, faults } = await opened();
    expect(faults.map(faultInWords)).toEqual([
      'oakfield, 2026-11-23: entry 3 was written, and is not there: the end was cut off, or written anew',
    ]);
    // It stays to be seen for good.
    audit.record('oakfield', viewed('p4'));
    await audit.close();
    const again = await opened();
    expect((await verifyAudit(again.audit)).faults.map(faultInWords)).toEqual([
      'oakfield, 2026-11-23, line 3: does not follow the one before it: entries are gone from between them, or it was written by somebody else',
    ]);
    await again.audit.close();
  });
});
