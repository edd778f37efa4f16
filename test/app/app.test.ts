import { describe, expect, it } from 'vitest';
import { type Parts, startApp } from '../../src/app/app.ts';
import { makeLog } from '../../src/app/log.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aSchool } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { quickFolder, storeIn } from '../support/store.ts';

const NOTHING_LISTENS_AT_ALL = { host: '203.0.113.1', port: 0 };
const ANYWHERE = { host: '127.0.0.1', port: 0 };

/** A bot to be started on a folder of its own, with a channel that notes what is asked of it. */
async function parts(given: Partial<Parts> = {}) {
  const folder = await quickFolder();
  const asked: string[] = [];
  const channel = {
    ...fakeChannel(),
    routes: [],
    start: async () => void asked.push('start'),
    stop: async () => void asked.push('stop'),
  };
  const store = await storeIn(folder);
  const log = makeLog('silent');
  const all: Parts = {
    config: ANYWHERE,
    store,
    clock: testClock(),
    log,
    channels: () => [channel],
    ...given,
  };
  return { all, asked, channel, free: async () => (await openLowdbStore(folder)).close() };
}

describe('the bot, put together', () => {
  it('has reviews that were stored before address whom the pupil’s data says, from the start on', async () => {
    const { all, free } = await parts();
    await all.store.put('schools', aSchool());
    // 16 in the school year 2025/26: a young person from 27 June 2026 on.
    const pupil = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12', version: 0 });
    await all.store.put('pupils', pupil);
    await all.store.put('reviews', anAnnualReview({ pupilId: pupil.id, version: 0 }));
    const app = await startApp(all);
    const [review] = await all.store.reviewsOfPupil(pupil.id);
    expect(review?.addressing).toEqual({ youngFrom: '2026-06-27' });
    expect(review?.history).toEqual(anAnnualReview().history);
    await app.stop();
    await free();
  });

  it('leaves nothing running, and the data to others, when it can’t listen', async () => {
    const { all, free } = await parts({ config: NOTHING_LISTENS_AT_ALL });
    await expect(startApp(all)).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
    await free();
  });

  it('leaves nothing running when a chat can’t be started', async () => {
    const { all, channel, asked, free } = await parts();
    const broken = async () => {
      throw new Error('no such chat');
    };
    await expect(
      startApp({ ...all, channels: () => [channel, { ...channel, start: broken }] }),
    ).rejects.toThrow('no such chat');
    expect(asked).toEqual(['start', 'stop', 'stop']);
    await free();
  });

  it('stops once, however often it is asked to', async () => {
    const { all, asked, free } = await parts();
    const app = await startApp(all);
    await Promise.all([app.stop(), app.stop()]);
    await app.stop();
    expect(asked).toEqual(['start', 'stop']);
    await free();
    await expect(fetch(`${app.server.url}/healthz`)).rejects.toThrow();
  });

  it('lets the data go when a chat fails to stop', async () => {
    const { all, channel, free } = await parts();
    const stop = async () => {
      throw new Error('stuck');
    };
    const app = await startApp({ ...all, channels: () => [{ ...channel, stop }] });
    await app.stop();
    await free();
  });
});
