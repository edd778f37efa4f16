import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, type SandboxClient, sandboxClient } from '../../support/sandbox-client.ts';
import { type Demo, PRIYA, startDemo } from '../../support/sandbox-demo.ts';

let demo: Demo;
let client: SandboxClient;
beforeAll(async () => {
  demo = await startDemo();
  client = sandboxClient(demo.server.url);
  demo.searches.finds(async () => [{ title: 'Zoë Carr', value: 'zoe@oakfield.example' }]);
});
afterAll(() => demo.stop());

const asked = { person: PRIYA.email, asks: 'do=find&form=f&input=i', typed: 'zo' };

describe('what is typed into a search at the sandbox’s page', () => {
  test('is looked up for whoever the page is looked at as', async () => {
    expect(await client.post('find', asked)).toMatchObject({
      status: 200,
      body: { found: [{ title: 'Zoë Carr' }] },
    });
    expect(demo.searches.heard.at(-1)).toEqual({
      ...{ channel: 'sandbox', account: PRIYA.email, email: PRIYA.email, tenant: 'sandbox' },
      ...{ asks: { do: 'find', form: 'f', input: 'i' }, typed: 'zo' },
    });
    expect(demo.inbounds).toEqual([]);
  });

  test.each([
    ['nobody’s', { ...asked, person: 'eve@elsewhere.example' }, 404],
    ['too long', { ...asked, typed: 'x'.repeat(3001) }, 400],
    ['of a card that asks for too much', { ...asked, asks: 'x'.repeat(2001) }, 400],
    ['of a card that asks for nothing', { ...asked, asks: '' }, 400],
    ['no text', { ...asked, typed: ['zo'] }, 400],
    ['more than the page sends', { ...asked, more: 'x' }, 400],
  ])('is refused where it is %s', async (_, body, status) => {
    const before = demo.searches.heard.length;
    expect((await client.post('find', body)).status).toBe(status);
    expect(demo.searches.heard).toHaveLength(before);
  });

  test('is refused where it comes from another site’s page', async () => {
    const headers = { 'content-type': 'application/json', origin: 'http://evil.example' };
    const sent = { path: '/sandbox/find', method: 'POST', headers, body: JSON.stringify(asked) };
    expect(await rawRequest(demo.server.url, sent)).toBe(403);
  });
});
