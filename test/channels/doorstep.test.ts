import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { NO_PROXIES, readProxies } from '../../src/channels/client-address.ts';
import { Doorstep } from '../../src/channels/doorstep.ts';
import { slackBot } from '../support/slack-bot.ts';
import { messageOf, words } from '../support/slack-cards.ts';
import { commandOf, deliverForm } from '../support/slack-delivery.ts';
import { JO, startTeamsBot } from '../support/teams-bot.ts';

const ELSEWHERE = '203.0.113.9';

function requestFrom(address: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const request = new IncomingMessage(socket);
  if (forwarded) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

/** A doorstep by a stopwatch that the test moves. */
function doorstep(proxies = NO_PROXIES) {
  let now = 0;
  const door = new Doorstep(proxies, () => now);
  const statusOf = (request: IncomingMessage) => {
    const response = new ServerResponse(request);
    return door.turnsAway(request, response) ? response.statusCode : undefined;
  };
  const fails = (times: number, request = requestFrom(ELSEWHERE)) => {
    for (let n = 0; n < times; n += 1) door.hasFailed(request);
  };
  return { door, statusOf, fails, minutes: (count: number) => (now += count * 60_000) };
}

describe('requests that nobody has signed', () => {
  it('are looked at up to three hundred a minute from one place, and then turned away', () => {
    const { statusOf, fails } = doorstep();
    fails(299);
    expect(statusOf(requestFrom(ELSEWHERE))).toBeUndefined();
    fails(1);
    expect(statusOf(requestFrom(ELSEWHERE))).toBe(429);
    expect(statusOf(requestFrom('198.51.100.7'))).toBeUndefined();
  });

  it('are looked at again a minute later', () => {
    const { statusOf, fails, minutes } = doorstep();
    fails(300);
    expect(statusOf(requestFrom(ELSEWHERE))).toBe(429);
    minutes(1);
    expect(statusOf(requestFrom(ELSEWHERE))).toBeUndefined();
  });

  it('turn nobody away from where one request was genuine, as all that a platform or a school sends', () => {
    const { door, statusOf, fails } = doorstep();
    fails(300);
    door.wasGenuine(requestFrom(ELSEWHERE));
    fails(5_000);
    expect(statusOf(requestFrom(ELSEWHERE))).toBeUndefined();
  });

  it('leave one in twenty to be looked at, where all come by a proxy that nobody named', () => {
    const { statusOf, fails } = doorstep();
    fails(1_000);
    const looked = Array.from({ length: 100 }, () => statusOf(requestFrom(ELSEWHERE)));
    expect(looked.filter((one) => one === undefined)).toHaveLength(5);
  });

  it('count for where a trusted proxy says that they come from', () => {
    const { statusOf, fails } = doorstep(readProxies('127.0.0.1'));
    fails(300, requestFrom('127.0.0.1', ELSEWHERE));
    expect(statusOf(requestFrom('127.0.0.1', ELSEWHERE))).toBe(429);
    expect(statusOf(requestFrom('127.0.0.1', '198.51.100.7'))).toBeUndefined();
  });

  it('are forgotten where ten thousand other places have knocked since', () => {
    const { door, statusOf, fails } = doorstep();
    fails(300);
    for (let n = 0; n < 10_000; n += 1) door.hasFailed(requestFrom(`10.${n >> 8}.${n & 255}.1`));
    expect(statusOf(requestFrom(ELSEWHERE))).toBeUndefined();
  });
});

/** As it is after a flood from this machine. */
function flooded(): Doorstep {
  const door = new Doorstep();
  for (let n = 0; n < 300; n += 1) door.hasFailed(requestFrom('127.0.0.1'));
  return door;
}

describe('after a flood of them', () => {
  it('the next at the door for Slack is turned away unread, and told when to come again', async () => {
    const bot = await slackBot({ doorstep: flooded() });
    const command = commandOf(bot.workspace, bot.workspace.userId('sam@school.example'), 'due');
    const response = await deliverForm(bot, command, { secret: 'not-the-secret' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('the next at the door for Teams is turned away, too', async () => {
    const bot = await startTeamsBot({ doorstep: flooded() });
    const { status } = await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), 'x.y.z');
    expect(status).toBe(429);
  });

  it('from where the platform was heard before, it is not: the genuine ones are taken', async () => {
    const doorstep = new Doorstep();
    const bot = await slackBot({ doorstep });
    bot.answers(() => ({ kind: 'new', show: messageOf([words('Hello')]) }));
    const command = () => commandOf(bot.workspace, bot.workspace.userId('sam@school.example'), 'due');
    expect((await deliverForm(bot, command())).status).toBe(200);
    for (let n = 0; n < 300; n += 1) doorstep.hasFailed(requestFrom('127.0.0.1'));
    expect((await deliverForm(bot, command(), { secret: 'not-the-secret' })).status).toBe(401);
    expect((await deliverForm(bot, command())).status).toBe(200);
  });

  it('a genuine one in Teams makes its address one that nobody is turned away from', async () => {
    const doorstep = new Doorstep();
    const bot = await startTeamsBot({ doorstep });
    expect((await bot.client.says(JO, 'due')).status).toBe(200);
    for (let n = 0; n < 300; n += 1) doorstep.hasFailed(requestFrom('127.0.0.1'));
    const { status } = await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), 'x.y.z');
    expect(status).toBe(401);
  });
});
