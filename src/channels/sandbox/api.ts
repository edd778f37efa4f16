import { z } from 'zod';
import { type Route, sendJson } from '../../app/http.ts';

import type { Instant } from '../../domain/time.ts';
import { fromOneWord } from '../../presentation/asks-who.ts';
import type { Find, Turn } from '../channel.ts';
import type { MadeUpPerson, MadeUpSchool } from '../parts.ts';
import type { WaitingFiles } from '../private-file.ts';
import { daysOn, MOVES, type Move } from './clock.ts';
import type { Desk } from './desk.ts';
import type { Events } from './events.ts';
import { guarded, Refused, readJson } from './guard.ts';
import { find, look, type Parts, press, say, send } from './turns.ts';

/** What the page’s API works with. */
export interface Api
  extends Parts,
    Pick<MadeUpSchool, 'people' | 'nextSchoolMorning' | 'isOwn' | 'beginOwn'> {
  readonly desk: Desk;
  readonly events: Events;
  readonly files: WaitingFiles;
  /** Another on each start, so that a page knows its messages are gone. */
  readonly session: string;
  /** @throws {Refused} when the sandbox is not taking turns */
  turn(): Turn;
  readonly find: Find;
}

const name = z.string().min(1).max(200);
const delivery = z.string().regex(/^[\w-]{8,64}$/);
const strings = z.record(z.string().max(200), z.string().max(20_000));
const SAY = z.strictObject({ delivery, person: name, text: z.string().trim().min(1).max(3000) });
const PRESS = z.strictObject({
  delivery,
  person: name,
  message: name,
  data: strings.and(z.object({ do: z.string() })),
  values: strings,
});
// As much more as base64 takes, and some.
const LARGEST_FILE_BODY = 15 * 1024 * 1024;
const FILE = z.strictObject({
  delivery,
  person: name,
  name,
  content: z.base64(),
  text: z.string().trim().max(3000),
});
const LOOK = z.strictObject({ person: name, data: strings.and(z.object({ do: z.literal('show') })) });
const FIND = z.strictObject({
  person: name,
  asks: z.string().min(1).max(2000),
  typed: z.string().max(3000),
});
const READ = z.strictObject({ person: name, revision: z.int().min(0) });
const BEGIN = z.strictObject({
  delivery,
  school: z.string().max(200),
  senco: z.string().max(200),
  colleagues: z.array(z.string().max(200)).max(50),
});
const MOVE = z.strictObject({ delivery, move: z.enum(MOVES) });

async function known(api: Api, email: string | null): Promise<MadeUpPerson> {
  const person = (await api.people()).find((one) => one.email === email);
  if (!person) throw new Refused(404, 'Nobody of that name works at this school.');
  return person;
}

async function target(api: Api, move: Move): Promise<Instant> {
  if (move === 'next-school-morning') return api.nextSchoolMorning();
  return daysOn(api.clock.now(), move === 'week' ? 7 : 1);
}

const get = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path: `/sandbox/${path}`,
  handle: guarded(handle),
});
const post = (path: string, handle: Route['handle']): Route => ({
  method: 'POST',
  path: `/sandbox/${path}`,
  handle: guarded(handle),
});

/** What the page asks and says, as JSON; each answer is about one person, and any of the staff may be asked about. */
export function apiRoutes(api: Api): Route[] {
  const { book, clock, desk, events } = api;
  return [
    get('state', async (_request, response) => {
      const people = await api.people();
      const withUnread = people.map((person) => ({ ...person, unread: book.unread(person.email) }));
      sendJson(response, 200, {
        session: api.session,
        own: api.isOwn,
        now: clock.now(),
        people: withUnread,
      });
    }),
    get('messages', async (request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://sandbox.invalid');
      const person = await known(api, searchParams.get('person'));
      const since = z.coerce.number().int().min(0).catch(0).parse(searchParams.get('since'));
      const messages = book.since(person.email, since);
      sendJson(response, 200, { messages, revision: book.revision() });
    }),
    get('given-file', async (request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://sandbox.invalid');
      const person = await known(api, searchParams.get('person'));
      const file = api.files.take(searchParams.get('key') ?? '', person.email);
      if (!file) throw new Refused(404, 'That file is no longer here. Please ask for it once more.');
      // Never shown here: it is saved, and its own page says what it may load.
      response.setHeader('content-type', 'application/octet-stream');
      response.setHeader(
        'content-disposition',
        `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`,
      );
      response.end(file.bytes);
    }),
    get('events', (_request, response) => events.open(response)),
    post('say', async (request, response) => {
      const body = await readJson(request, SAY);
      const person = await known(api, body.person);
      const turn = api.turn();
      const outcome = await desk.take(person.email, body.delivery, () => say(api, turn, person, body.text));
      sendJson(response, 200, outcome);
    }),
    post('file', async (request, response) => {
      const body = await readJson(request, FILE, LARGEST_FILE_BODY);
      const person = await known(api, body.person);
      const turn = api.turn();
      const file = { name: body.name, text: body.text, bytes: Buffer.from(body.content, 'base64') };
      const outcome = await desk.take(person.email, body.delivery, () => send(api, turn, person, file));
      sendJson(response, 200, outcome);
    }),
    post('press', async (request, response) => {
      const body = await readJson(request, PRESS);
      const person = await known(api, body.person);
      const turn = api.turn();
      const outcome = await desk.take(person.email, body.delivery, () => press(api, turn, person, body));
      sendJson(response, 200, outcome);
    }),
    post('look', async (request, response) => {
      const { person, data } = await readJson(request, LOOK);
      sendJson(response, 200, { show: await look(api.turn(), await known(api, person), data) });
    }),
    post('find', async (request, response) => {
      const { person, asks, typed } = await readJson(request, FIND);
      const found = await find(api.find, await known(api, person), { asks: fromOneWord(asks), typed });
      sendJson(response, 200, { found });
    }),
    post('read', async (request, response) => {
      const body = await readJson(request, READ);
      book.read((await known(api, body.person)).email, body.revision);
      sendJson(response, 200, {});
    }),
    post('begin', async (request, response) => {
      const { delivery: once, ...school } = await readJson(request, BEGIN);
      const faults = await desk.take('the school', once, () => api.beginOwn(school));
      sendJson(response, 200, { faults: faults ?? {} });
    }),
    post('clock', async (request, response) => {
      const body = await readJson(request, MOVE);
      api.turn();
      await desk.take('the clock', body.delivery, async () => {
        await clock.moveTo(await target(api, body.move));
        events.changed();
      });
      sendJson(response, 200, { now: clock.now() });
    }),
  ];
}
