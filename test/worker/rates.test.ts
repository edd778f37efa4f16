import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelRates, Rate } from '../../src/channels/definition.ts';
import { ratesOf } from '../../src/channels/index.ts';
import { type Destination, makePace } from '../../src/worker/rates.ts';

const none: ChannelRates = { conversation: [], tenant: [] };
const to = (userId: string, tenant = 't', channel: Destination['channel'] = 'teams'): Destination => ({
  channel,
  tenant,
  userId,
});

/** A pace on a clock that stands still until it is moved. */
function aPace(teams: ChannelRates) {
  let now = 1_000_000;
  const pace = makePace(
    (channel) => (channel === 'teams' ? teams : none),
    () => now,
  );
  return {
    pace,
    pass: (ms: number) => {
      now += ms;
    },
    now: () => now,
  };
}

const oneASecond = { conversation: [{ most: 1, perMs: 1_000 }], tenant: [] };

describe('given one message a second to a conversation', () => {
  it('the first goes at once, the second a second later, to the millisecond', () => {
    const { pace, pass } = aPace(oneASecond);
    expect(pace.take(to('a'))).toBe(0);
    expect(pace.take(to('a'))).toBe(1_000);
    pass(400);
    expect(pace.take(to('a'))).toBe(600);
    pass(600);
    expect(pace.take(to('a'))).toBe(0);
  });

  it('others do not wait: another person, another tenant, another chat', () => {
    const { pace } = aPace(oneASecond);
    const all = [to('a'), to('b'), to('a', 'other'), to('a', 't', 'slack')];
    expect(all.map(pace.take)).toEqual([0, 0, 0, 0]);
  });

  it('asking does not count: only what goes does', () => {
    const { pace, pass } = aPace(oneASecond);
    pace.take(to('a'));
    for (let n = 0; n < 100; n++) pace.take(to('a'));
    pass(1_000);
    expect(pace.take(to('a'))).toBe(0);
  });
});

describe('given what had its turn goes a while later', () => {
  it('the next waits from then on', () => {
    const { pace, pass } = aPace(oneASecond);
    expect(pace.take(to('a'))).toBe(0);
    pass(300);
    pace.goes(to('a'));
    expect(pace.take(to('a'))).toBe(1_000);
    pass(1_000);
    expect(pace.take(to('a'))).toBe(0);
  });
});

describe('given fifty a second to a tenant', () => {
  const rates = { conversation: [], tenant: [{ most: 50, perMs: 1_000 }] };

  it('the fifty-first waits, those of another tenant do not', () => {
    const { pace, pass } = aPace(rates);
    for (let n = 0; n < 50; n++) expect(pace.take(to(`u${n}`))).toBe(0);
    expect(pace.take(to('u51'))).toBe(1_000);
    expect(pace.take(to('u51', 'other'))).toBe(0);
    pass(999);
    expect(pace.take(to('u51'))).toBe(1);
    pass(1);
    for (let n = 0; n < 50; n++) expect(pace.take(to(`u${n}`))).toBe(0);
    expect(pace.take(to('u51'))).toBe(1_000);
  });
});

describe('given the chat asks for silence', () => {
  it('nobody of the tenant is written to until then, and others are', () => {
    const { pace, pass } = aPace(oneASecond);
    pace.hold(to('a'), 5_000);
    expect(pace.take(to('b'))).toBe(5_000);
    expect(pace.take(to('b', 'other'))).toBe(0);
    pass(5_000);
    expect(pace.take(to('b'))).toBe(0);
  });

  it('a shorter one does not end a longer one', () => {
    const { pace, pass } = aPace(oneASecond);
    pace.hold(to('a'), 5_000);
    pace.hold(to('b'), 100);
    pass(100);
    expect(pace.take(to('c'))).toBe(4_900);
  });

  it('a chat without rates never waits', () => {
    const { pace } = aPace(oneASecond);
    pace.hold(to('a', 't', 'sandbox'), 5_000);
    expect(pace.take(to('a', 't', 'sandbox'))).toBe(0);
  });
});

describe('whatever is asked, and whenever', () => {
  const rate: fc.Arbitrary<Rate> = fc.record({
    most: fc.integer({ min: 1, max: 4 }),
    perMs: fc.integer({ min: 1, max: 50 }),
  });
  const step = fc.record({ user: fc.nat(2), pass: fc.oneof(fc.constant(0), fc.nat(30)) });

  it('no rate is ever passed, and who waits as long as they are told gets through', () => {
    fc.assert(
      fc.property(
        fc.array(rate, { maxLength: 2 }),
        fc.array(rate, { maxLength: 2 }),
        fc.array(step),
        (conversation, tenant, steps) => {
          const { pace, pass, now } = aPace({ conversation, tenant });
          const gone: { user: string; at: number }[] = [];
          for (const { user, pass: ms } of steps) {
            const name = `u${user}`;
            const wait = pace.take(to(name));
            if (wait > 0) {
              pass(wait);
              expect(pace.take(to(name))).toBe(0);
            }
            gone.push({ user: name, at: now() });
            pass(ms);
          }
          const keeps = (times: readonly number[], { most, perMs }: Rate) =>
            times.every((at) => times.filter((other) => other <= at && other > at - perMs).length <= most);
          for (const each of tenant)
            expect(
              keeps(
                gone.map(({ at }) => at),
                each,
              ),
            ).toBe(true);
          for (const user of ['u0', 'u1', 'u2']) {
            const times = gone.filter((one) => one.user === user).map(({ at }) => at);
            for (const each of conversation) expect(keeps(times, each)).toBe(true);
          }
        },
      ),
    );
  });

  it('of very many conversations the idle ones are forgotten, and no rate is passed by it', () => {
    const { pace, pass } = aPace(oneASecond);
    for (let n = 0; n < 6_000; n++) pace.take(to(`u${n}`));
    expect(pace.take(to('u0'))).toBe(1_000);
    pass(1_000);
    for (let n = 0; n < 6_000; n++) expect(pace.take(to(`v${n}`))).toBe(0);
    expect(pace.take(to('v0'))).toBe(1_000);
  });
});

describe('the chats’ rates', () => {
  it('are those that Teams and Slack publish, or slower', () => {
    const [teams, slack] = [ratesOf('teams'), ratesOf('slack')];
    expect(teams.tenant).toEqual([{ most: 50, perMs: 1_000 }]);
    expect(teams.conversation).toContainEqual({ most: 1_800, perMs: 3_600_000 });
    const fastest = (rates: readonly Rate[]) =>
      Math.min(...rates.map(({ most, perMs }) => (1_000 * most) / perMs));
    expect(fastest(teams.conversation)).toBeLessThanOrEqual(7);
    expect(fastest(slack.conversation)).toBeLessThanOrEqual(1);
  });
});
