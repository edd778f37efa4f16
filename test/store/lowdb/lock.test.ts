import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { InUse, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { NotStored } from '../../../src/store/store.ts';
import { COMPILED } from '../../support/compiled.ts';
import { storeIn, temporaryFolder } from '../../support/store.ts';
import { putSubjects, review } from '../documents.ts';

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
});

/** Another process that tries to open `folder`, or only to take the lock that is in the way of that; what it says when it has or hasn't. */
async function anotherProcess(
  folder: string,
  ...lock: readonly 'lock'[]
): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), folder, ...lock], {
    env: { ...process.env, ...COMPILED },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  if (!child.stdout) throw new Error('it has no output to read');
  const [says] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, says };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('the data folder', () => {
  it('is refused while another process has it, with that process’s number', async () => {
    const folder = await temporaryFolder();
    const { child, says } = await anotherProcess(folder);
    expect(says).toBe('in');
    const refused = openLowdbStore(folder);
    await expect(refused).rejects.toThrow(InUse);
    await expect(refused).rejects.toThrow(
      `another send-review-bot is using ${folder} (process ${child.pid}). Stop it first.`,
    );
  });

  it('is refused to another process while this one has it, and to a second store of this one', async () => {
    const folder = await temporaryFolder();
    await storeIn(folder);
    const inUse = `another send-review-bot is using ${folder} (process ${process.pid}). Stop it first.`;
    expect((await anotherProcess(folder)).says).toBe(`InUse: ${inUse}`);
    await expect(openLowdbStore(folder)).rejects.toThrow(inUse);
    // The refused attempts have not loosened the hold.
    expect((await anotherProcess(folder, 'lock')).says).toBe(`InUse: ${inUse}`);
  });

  it('lets the next one in within a second of a kill -9, five times over', async () => {
    const folder = await temporaryFolder();
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      const { child, says } = await anotherProcess(folder, 'lock');
      expect(says).toBe('in');
      child.kill('SIGKILL');
      const killed = performance.now();
      await (await openLowdbStore(folder)).close();
      waits.push(performance.now() - killed);
    }
    expect(Math.max(...waits)).toBeLessThan(1000);
    console.info(`let in ${Math.max(...waits).toFixed(0)} ms after a kill -9, at most`);
  });

  it('lets in exactly one of many that try at the same moment, also after a kill -9', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 3; round++) {
      const tried = await Promise.all(Array.from({ length: 4 }, () => anotherProcess(folder, 'lock')));
      const inside = tried.filter(({ says }) => says === 'in');
      expect(inside).toHaveLength(1);
      for (const { says } of tried) expect(says).toMatch(/^(in|InUse: another send-review-bot is using .*)$/);
      for (const { child } of inside) await kill(child);
    }
  });

  it('lets the next one in when it is closed', async () => {
    const folder = await temporaryFolder();
    const { child } = await anotherProcess(folder);
    const gone = once(child, 'exit');
    child.stdin?.end();
    expect(await gone).toEqual([0, null]);
    const store = await openLowdbStore(folder);
    await store.close();
    await (await openLowdbStore(folder)).close();
  });

  it('is left alone by a process whose lock file was removed or replaced, since another may be in', async () => {
    const folder = await temporaryFolder();
    const first = await storeIn(folder);
    await putSubjects(first);
    const stored = await first.put('reviews', review('r1'));
    await rm(join(folder, 'lock'));
    const second = await storeIn(folder);
    await expect(first.put('reviews', { ...stored, stage: 'closed' })).rejects.toThrow(NotStored);
    expect(await first.trouble()).toContain('removed or replaced');
    expect(await second.put('reviews', { ...stored, stage: 'meeting' })).toMatchObject({ version: 2 });
    expect(await second.trouble()).toBeUndefined();
  });

  it('is not opened when it can’t be locked', async () => {
    const folder = await temporaryFolder();
    await (await openLowdbStore(folder)).close();
    await writeFile(join(folder, 'lock'), 'this is no empty database, whatever else it may be'.repeat(100));
    await expect(openLowdbStore(folder)).rejects.toThrow(`${join(folder, 'lock')} could not be locked`);
    await rename(join(folder, 'lock'), join(folder, 'not-a-lock'));
    await storeIn(folder);
  });
});
