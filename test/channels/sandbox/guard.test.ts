import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, type SandboxClient, sandboxClient } from '../../support/sandbox-client.ts';
import { type Demo, PRIYA, startDemo } from '../../support/sandbox-demo.ts';

let demo: Demo;
let client: SandboxClient;
let url: string;
beforeAll(async () => {
  demo = await startDemo();
  url = demo.server.url;
  client = sandboxClient(url);
});
afterAll(() => demo.stop());

const said = () => JSON.stringify({ delivery: randomUUID(), person: PRIYA.email, text: 'review due' });
const json = { 'content-type': 'application/json' };
const sends = (headers: Record<string, string>, body = said()) =>
  rawRequest(url, { path: '/sandbox/say', method: 'POST', headers, body });

describe('what comes from elsewhere is refused, and is no turn', () => {
  test("another site's page, a page without an address, and no page at all", async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      `${url}.evil.example`,
      url.replace('http', 'https'),
    ]) {
      expect(await sends({ ...json, origin })).toBe(403);
    }
    expect(await sends(json)).toBe(403);
    expect(
      await rawRequest(url, { path: '/sandbox/state', headers: { origin: 'http://evil.example' } }),
    ).toBe(403);
    expect(demo.inbounds).toEqual([]);
  });

  test('a name that somebody made point here', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80']) {
      for (const path of ['/', '/sandbox/state', '/sandbox/events', '/sandbox/app.js']) {
        expect(await rawRequest(url, { path, headers: { host } })).toBe(403);
      }
      expect(await sends({ ...json, host, origin: `http://${host}` })).toBe(403);
    }
    expect(demo.inbounds).toEqual([]);
  });

  test('a form, or text, in place of JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json-patch']) {
      expect(await sends({ 'content-type': type, origin: url })).toBe(415);
    }
    expect(await sends({ origin: url })).toBe(415);
    expect(demo.inbounds).toEqual([]);
  });

  test('while this machine by its other names is let in', async () => {
    const { port } = demo.server;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect(await rawRequest(url, { path: '/sandbox/state', headers: { host } })).toBe(200);
    }
  });
});

describe('nonsense is refused, and is no turn', () => {
  const person = PRIYA.email;
  const delivery = 'delivery-1';
  const press = { delivery, person, message: 'm', data: { do: 'form' }, values: {} };
  test.each([
    ['no delivery', 'say', { person, text: 'x' }],
    ['an empty text', 'say', { delivery, person, text: '  ' }],
    ['a text too long', 'say', { delivery, person, text: 'x'.repeat(3001) }],
    ['a number for a text', 'say', { delivery, person, text: 7 }],
    ['something more', 'say', { delivery, person, text: 'x', role: 'senco' }],
    ['a delivery that is no name', 'say', { delivery: '../../etc', person, text: 'x' }],
    ['data that does nothing', 'press', { ...press, data: {} }],
    ['data that is not strings', 'press', { ...press, data: { do: 'form', pupil: { $ne: '' } } }],
    ['values that are not strings', 'press', { ...press, values: { by: 7 } }],
    ['a value too long', 'press', { ...press, values: { by: 'x'.repeat(20_001) } }],
    ['a move there is not', 'clock', { delivery, move: 'year' }],
    ['a revision below nought', 'read', { person, revision: -1 }],
  ])('%s', async (_what, path, body) => {
    expect((await client.post(path, body)).status).toBe(400);
    expect(demo.inbounds).toEqual([]);
  });

  test('what is not JSON at all', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"'])
      expect(await sends({ ...json, origin: url }, body)).toBe(400);
    expect(demo.inbounds).toEqual([]);
  });

  test('somebody who does not work here', async () => {
    expect((await client.say('stranger@elsewhere.example', 'review due')).status).toBe(404);
    expect((await client.say('__proto__', 'review due')).status).toBe(404);
    const path = '/sandbox/messages?person=stranger%40elsewhere.example';
    expect((await fetch(url + path)).status).toBe(404);
    expect((await fetch(`${url}/sandbox/messages`)).status).toBe(404);
    expect(demo.inbounds).toEqual([]);
  });

  test('more than 256 KB', async () => {
    const values = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, 'x'.repeat(15_000)]));
    const answer = await fetch(`${url}/sandbox/press`, {
      method: 'POST',
      headers: { ...json, origin: url },
      body: JSON.stringify({ ...press, values }),
    });

    expect(answer.status).toBe(413);
    expect(demo.inbounds).toEqual([]);
  });
});

describe('the page', () => {
  test('runs nothing but its own files, and is framed by nobody', async () => {
    const answer = await fetch(url);

    expect(answer.headers.get('content-type')).toContain('text/html');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await answer.text()).not.toMatch(/https?:\/\//);
  });

  test('every file of it is served, and Microsoft’s renderer with it', async () => {
    const files = readdirSync(new URL('../../../src/channels/sandbox/page', import.meta.url));
    const named = files.filter((name) => name !== 'index.html');
    for (const name of [...named, 'adaptivecards.js']) {
      const answer = await fetch(`${url}/sandbox/${name}`);
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/javascript|css|svg/);
      expect((await answer.text()).length).toBeGreaterThan(100);
    }
  });

  test('nothing else is', async () => {
    for (const path of ['/sandbox/', '/sandbox/../http.ts', '/sandbox/api.ts', '/sandbox/%2e%2e/book.ts']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });
});
