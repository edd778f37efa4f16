import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Message } from '../../src/channels/sandbox/book.ts';

/** Speaks to the sandbox's API as its own page does. */
export interface SandboxClient {
  state(): Promise<{
    now: string;
    session: string;
    own: boolean;
    people: { email: string; unread: number; toDo: number }[];
  }>;
  messages(person: string, since?: number): Promise<{ messages: Message[]; revision: number }>;
  post(path: string, body: object): Promise<{ status: number; body: Record<string, string> }>;
  say(person: string, text: string, delivery?: string): ReturnType<SandboxClient['post']>;
  press(
    person: string,
    message: string,
    action: string,
    values?: Record<string, string>,
    delivery?: string,
  ): ReturnType<SandboxClient['post']>;
  unread(person: string): Promise<number>;
}

export function sandboxClient(url: string): SandboxClient {
  const get = async <Answer>(path: string) =>
    (await (await fetch(`${url}/sandbox/${path}`)).json()) as Answer;
  const client: SandboxClient = {
    state: () => get('state'),
    messages: (person, since = 0) => get(`messages?${new URLSearchParams({ person, since: String(since) })}`),
    async post(path, body) {
      const answer = await fetch(`${url}/sandbox/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(body),
      });
      // A fault is answered in plain text, without detail.
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json');
      return {
        status: answer.status,
        body: (isJson ? JSON.parse(text) : { text }) as Record<string, string>,
      };
    },
    say: (person, text, delivery = randomUUID()) => client.post('say', { delivery, person, text }),
    press: (person, message, action, values = {}, delivery = randomUUID()) =>
      client.post('press', { delivery, person, message, data: { do: action }, values }),
    async unread(person) {
      const { people } = await client.state();
      return people.find(({ email }) => email === person)?.unread ?? Number.NaN;
    },
  };
  return client;
}

/** A request with just these headers: what `fetch` will not send (a Host of one's own). */
export function rawRequest(
  url: string,
  options: { path: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { path, method = 'GET', headers = {}, body } = options;
    const sent = request(`${url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
