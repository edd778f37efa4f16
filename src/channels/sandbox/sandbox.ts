import { randomUUID } from 'node:crypto';
import { type Contact, contactId } from '../../domain/school/contact.ts';
import type { PersonId } from '../../domain/school/school.ts';
import type { Instant } from '../../domain/time.ts';
import { noticeCard } from '../../presentation/notice.ts';
import { type Find, type MessageRef, type Turn, Unreachable } from '../channel.ts';
import type { RoutedChannel } from '../definition.ts';
import type { ChannelParts, MadeUpSchool } from '../parts.ts';
import { WaitingFiles } from '../private-file.ts';
import { apiRoutes } from './api.ts';
import { assetRoutes } from './assets.ts';
import { openBook } from './book.ts';
import { openDesk } from './desk.ts';
import { eventStreams } from './events.ts';
import { Refused } from './guard.ts';
import { eachOnce } from './people.ts';

/** What the sandbox is made of: its school, and where new names come from. */
export type SandboxOptions = MadeUpSchool & Pick<ChannelParts, 'ids'>;

const contact = (person: PersonId, address: string, now: Instant): Contact => ({
  id: contactId('sandbox', 'sandbox', person),
  version: 0,
  channel: 'sandbox',
  tenant: 'sandbox',
  userId: person,
  email: address,
  checkedAt: now,
});

/**
 * A chat on a local page, where one can be any of the staff of a made-up school. Messages are kept in memory only.
 * `routes` hold the page at `/` and its API below `/sandbox/`, and answer this machine alone.
 */
export function sandboxChannel(options: SandboxOptions): RoutedChannel {
  const { clock, ids } = options;
  const events = eventStreams();
  const book = openBook(events.changed);
  const desk = openDesk();
  const sent = new Map<string, MessageRef>();
  const files = new WaitingFiles();
  let turn: Turn | undefined;
  let looks: Find | undefined;

  const people = async () => eachOnce(await options.people());
  const somebody = async (email: PersonId) => (await people()).find((person) => person.email === email);
  const turning = () => {
    if (!turn) throw new Refused(503, 'The bot is not taking messages at the moment. Please try again.');
    return turn;
  };
  const find: Find = async (search) => (await looks?.(search)) ?? [];
  const api = { book, clock, ids, desk, events, people, files, session: ids.unique(), turn: turning, find };

  return {
    name: 'sandbox',
    formsInMessages: true,
    routes: [
      ...assetRoutes(),
      ...apiRoutes({
        ...api,
        isOwn: options.isOwn,
        nextSchoolMorning: () => options.nextSchoolMorning(),
        beginOwn: (school) => options.beginOwn(school),
      }),
    ],
    async start(given, finds) {
      turn = given;
      looks = finds;
    },
    async stop() {
      turn = undefined;
      await desk.clear();
      events.close();
    },
    async send(to, show, key) {
      const before = sent.get(key);
      if (before) return before;
      const person = await somebody(to.userId);
      if (!person) throw new Unreachable('not-found');
      const id = ids.unique();
      book.add(person.email, { id, at: clock.now(), show, unread: true });
      sent.set(key, { message: id });
      return { message: id };
    },
    async update(to, { message = '' }, show) {
      const person = await somebody(to.userId);
      if (!person) throw new Unreachable('not-found');
      book.replace(person.email, message, show, {});
    },
    forget() {
      files.clear();
      desk.forget();
    },
    async sendFile(to, file) {
      const person = await somebody(to.userId);
      if (!person) throw new Unreachable('not-found');
      const key = randomUUID();
      files.put(key, person.email, file);
      const show = noticeCard({
        title: 'A file for you',
        say: 'It can be fetched once, within ten minutes.',
      });
      const message = { id: ids.unique(), at: clock.now(), show, unread: true };
      book.add(person.email, { ...message, file: { name: file.name, key } });
      await file.stands?.({ message: message.id });
      return 'sent';
    },
    delivered: async (_contact, key) => sent.has(key),
    async locate(address) {
      const person = (await people()).find((one) => (one.address ?? one.email) === address);
      return person && contact(person.email, address, clock.now());
    },
    trouble: async () => (turn ? undefined : 'the sandbox is not taking messages'),
  };
}
