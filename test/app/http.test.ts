import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  PATIENCE,
  type Route,
  type RunningServer,
  readBody,
  type ServerOptions,
  startServer,
} from '../../src/app/http.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(200)));
});

async function given(routes: readonly Route[], more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({ host: '127.0.0.1', port: 0, routes, health: {}, ...more });
  running.push(server);
  return server;
}

const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle });
const post = (path: string, handle: Route['handle']): Route => ({ method: 'POST', path, handle });
const say = (text: string) => (_: IncomingMessage, response: ServerResponse) => void response.end(text);

/** A promise and the function that fulfils it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('routes', () => {
  test('each path and method goes to its own handler', async () => {
    const { url } = await given([get('/a', say('got a')), post('/a', say('posted a')), get('/b/', say('b'))]);

    expect(await (await fetch(`${url}/a?x=1`)).text()).toBe('got a');
    expect(await (await fetch(`${url}/a`, { method: 'POST' })).text()).toBe('posted a');
    expect(await (await fetch(`${url}/b/anything/below`)).text()).toBe('b');
  });

  test('the root is only the root', async () => {
    const { url } = await given([get('/', say('home'))]);

    expect(await (await fetch(`${url}/`)).text()).toBe('home');
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
  });

  test('a method a path does not take is 405, and says which it does', async () => {
    const { url } = await given([get('/a', say('a'))]);

    const answer = await fetch(`${url}/a`, { method: 'DELETE' });

    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  test('an address that is no address is 400, and the server lives', async () => {
    const { port, url } = await given([]);
    const status = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET // HTTP/1.1\r\nHost: x\r\n\r\n'));
      socket.once('data', (data) => {
        resolve(String(data).slice(9, 12));
        socket.destroy();
      });
    });

    expect(status).toBe('400');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('every answer carries the security headers', async () => {
    const { url } = await given([]);

    const { headers } = await fetch(`${url}/nowhere`);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a handler that fails', () => {
  test('is answered 500 without detail, told to onFault by its route, and the server lives', async () => {
    const faults: { path: string; error: unknown }[] = [];
    const fails = [
      get('/rejects', () => Promise.reject(new Error('Leah Ahmed'))),
      get('/throws/', () => {
        throw new Error('Leah Ahmed');
      }),
    ];
    const { url } = await given(fails, { onFault: (path, error) => void faults.push({ path, error }) });

    for (const path of ['/rejects', '/throws/leah']) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('Leah');
    }
    expect(faults.map(({ path }) => path)).toEqual(['/rejects', '/throws/']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('after it began to answer, breaks the line off rather than end as if it were whole', async () => {
    const { url } = await given([
      get('/half', (_, response) => {
        response.write('half');
        return Promise.reject(new Error('broke'));
      }),
    ]);

    await expect(fetch(`${url}/half`).then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('readBody', () => {
  const echo = post('/echo', async (request, response) => void response.end(await readBody(request, 10)));

  test('gives the body up to its limit', async () => {
    const { url } = await given([echo]);

    expect(await (await fetch(`${url}/echo`, { method: 'POST', body: '0123456789' })).text()).toBe(
      '0123456789',
    );
  });

  test('answers 413 to a longer one, whether its length is declared or not', async () => {
    const { url } = await given([echo]);
    const undeclared = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('0123456789A'));
        controller.close();
      },
    });

    const declared = await fetch(`${url}/echo`, { method: 'POST', body: 'x'.repeat(500_000) });
    const streamed = await fetch(`${url}/echo`, {
      method: 'POST',
      body: undeclared,
      duplex: 'half',
    } as RequestInit);

    expect(declared.status).toBe(413);
    expect(streamed.status).toBe(413);
  });

  test('rejects when the client goes away, and the server lives', async () => {
    const faults: string[] = [];
    const { port, url } = await given([echo], { onFault: (path) => void faults.push(path) });
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc', () => socket.destroy());
    });

    await expect.poll(() => faults).toEqual(['/echo']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('health', () => {
  test('healthz says alive whatever the checks say', async () => {
    const { url } = await given([], { health: { store: async () => 'the disk is full' } });

    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  });

  test('readyz is 200 when nothing is wrong', async () => {
    const { url } = await given([], { health: { store: async () => undefined } });
    const answer = await fetch(`${url}/readyz`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ready' });
  });

  test('readyz is 503 and names what is not ready: trouble, no answer in time, a check that fails', async () => {
    const { url } = await given([], {
      healthTimeoutMs: 30,
      health: {
        store: async () => 'the disk is full',
        slack: () => new Promise(() => undefined),
        teams: () => Promise.reject(new Error('secret')),
        sandbox: async () => undefined,
      },
    });
    const answer = await fetch(`${url}/readyz`);

    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      status: 'not ready',
      trouble: {
        store: 'the disk is full',
        slack: 'did not answer within 30 ms',
        teams: 'could not be checked',
      },
    });
  });
});

describe('starting and stopping', () => {
  test('a taken port is told', async () => {
    const { port } = await given([]);

    await expect(given([], { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('stop answers the request in hand, then takes no more', async () => {
    const started = gate();
    const finish = gate();
    const server = await given([
      get('/slow', async (_, response) => {
        started.open();
        await finish.opened;
        response.end('answered');
      }),
    ]);
    const inHand = fetch(`${server.url}/slow`).then((answer) => answer.text());
    await started.opened;

    const stopped = server.stop(5000);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    finish.open();

    expect(await inHand).toBe('answered');
    await stopped;
  });

  test('stop does not wait for kept connections or event streams', async () => {
    const server = await given([
      get('/events', (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(': hello\n\n');
      }),
    ]);
    const stream = await new Promise<IncomingMessage>((resolve) => {
      httpRequest(`${server.url}/events`, resolve).end();
    });
    const ended = new Promise((resolve) => stream.on('end', resolve).resume());
    await (await fetch(`${server.url}/healthz`)).text();

    // Longer than a test may take: it does not wait for them at all.
    await server.stop(600_000);
    await ended;
  });

  test('stop cuts off what is not answered in time, and may be asked twice', async () => {
    const started = gate();
    const server = await given([get('/never', () => started.open())]);
    const never = fetch(`${server.url}/never`);
    const cutOff = expect(never).rejects.toThrow();
    await started.opened;

    await Promise.all([server.stop(50), server.stop(50)]);

    await cutOff;
  });
});

describe('a slow client', () => {
  const patience = { headersMs: 100, requestMs: 150, lookedAtMs: 20 };
  const sends = (port: number, text: string) =>
    new Promise<string>((resolve) => {
      let got = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => {
        got += String(data);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(got.slice(9, 12)));
    });

  test.each([
    ['whose headers do not end', 'GET /a HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['whose body does not end', 'POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf'],
  ])('%s is told that it took too long, and cut off', async (_, text) => {
    const { port } = await given(
      [post('/a', async (request, response) => void response.end(await readBody(request, 1000)))],
      { patience },
    );
    expect(await sends(port, text)).toBe('408');
  });

  test('is cut off within fifteen seconds where nothing else is said', () => {
    const { headersMs, requestMs, lookedAtMs } = PATIENCE;
    expect(Math.max(headersMs, requestMs) + lookedAtMs).toBeLessThanOrEqual(15_000);
  });
});
