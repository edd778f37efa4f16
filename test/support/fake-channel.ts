import type { Channel, MessageRef } from '../../src/channels/channel.ts';
import { Uncertain } from '../../src/channels/channel.ts';
import type { PrivateFile } from '../../src/channels/private-file.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import type { CardMessage } from '../../src/presentation/message.ts';

/** What becomes of one message: it arrives; it does but no answer comes; it doesn't and no answer comes; no end to it. */
type Fate = 'arrives' | 'arrives-unanswered' | 'lost' | 'hangs' | Error;

interface Arrived {
  readonly contact: Contact;
  readonly message: CardMessage;
  readonly key: string;
}

/** A channel in memory, that can be told to fail. */
export interface FakeChannel extends Channel {
  /** What arrived, in order: what people see. */
  readonly arrived: Arrived[];
  /** What was put in the place of what arrived, in order. */
  readonly updated: { readonly ref: MessageRef; readonly message: CardMessage }[];
  /** What becomes of the next updates, in order; when there are no more, they are made. */
  readonly updateFates: Error[];
  /** The keys of all that was tried to be sent, in order. */
  readonly tried: string[];
  /** What becomes of the next messages, in order; when there are no more, they arrive. */
  readonly fates: Fate[];
  /** Whether `delivered` knows; 'broken': it rejects. */
  readBack: boolean | 'broken';
  /** Whom `locate` finds; 'broken': it rejects. */
  directory: Map<PersonId, Contact> | 'broken';
  /** Whom `locate` was asked for. */
  readonly asked: PersonId[];
  /** Files that people were given, in order. */
  readonly files: { readonly contact: Contact; readonly file: PrivateFile }[];
  /** Called as a message is about to arrive: what happens to the world in that very moment. */
  onSend: (contact: Contact, key: string) => Promise<void> | void;
}

export function fakeChannel(name = 'sandbox'): FakeChannel {
  const channel: FakeChannel = {
    name,
    formsInMessages: true,
    arrived: [],
    updated: [],
    updateFates: [],
    tried: [],
    fates: [],
    readBack: false,
    directory: new Map(),
    asked: [],
    files: [],
    onSend: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    trouble: async () => undefined,
    send: async (contact, message, key) => {
      channel.tried.push(key);
      await channel.onSend(contact, key);
      const fate = channel.fates.shift() ?? 'arrives';
      if (fate === 'hangs') return new Promise(() => undefined);
      if (fate instanceof Error) throw fate;
      if (fate !== 'lost') channel.arrived.push({ contact, message, key });
      if (fate !== 'arrives') throw new Uncertain('no answer');
      return { id: `${channel.arrived.length}` };
    },
    update: async (_, ref, message) => {
      const fate = channel.updateFates.shift();
      if (fate) throw fate;
      channel.updated.push({ ref, message });
    },
    sendFile: async (contact, file) => {
      const fate = channel.updateFates.shift();
      if (fate) throw fate;
      channel.files.push({ contact, file });
      return 'sent';
    },
    delivered: async (_, key) => {
      if (channel.readBack === 'broken') throw new Error('cannot be asked');
      return channel.readBack ? channel.arrived.some((each) => each.key === key) : undefined;
    },
    locate: async (email) => {
      channel.asked.push(email);
      if (channel.directory === 'broken') throw new Error('cannot be asked');
      return channel.directory.get(email);
    },
  };
  return channel;
}
