import { describe, expect, it } from 'vitest';
import {
  type Channel,
  type Inbound,
  type Match,
  type MessageRef,
  type Reply,
  type Stands,
  TryLater,
  type Turn,
  Uncertain,
  Unreachable,
} from '../../src/channels/channel.ts';
import type { ChannelDefinition } from '../../src/channels/definition.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import { asksWho, inOneWord } from '../../src/presentation/asks-who.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { fill, markErrors } from '../../src/presentation/render.ts';
import type { Player } from '../journeys/story.ts';
import type { Searches } from '../support/searches.ts';
import { choices, formOf, input, messageOf, submit, words } from '../support/slack-cards.ts';
import { soon } from '../support/soon.ts';

/** Somebody at their client of one chat. */
export interface ChannelClient extends Pick<Player, 'type' | 'press' | 'fill' | 'sees'> {
  /** What the bot's messages in their private chat say, oldest first. */
  reads(): Promise<readonly string[]>;
  /** What stands in the inputs of the form before them, by input id; undefined when there is none. */
  inputs(): Readonly<Record<string, string>> | undefined;
  /** Sends a file, with what is typed beside it. */
  sendFile(name: string, content: string, text?: string): Promise<void>;
  /** Takes the file they were given last, as their client does: what is in it; undefined where there is none (any more). */
  takesFile(): Promise<string | undefined>;
  /** Who is offered for what they type into a search of the form before them, where the chat can look up. */
  looksUp?(label: string, typed: string): Promise<readonly Match[]>;
  /** Types, waits for no answer, and resolves to the HTTP status it was taken with. */
  attempts(text: string): Promise<number>;
}

/** One chat, on a server of its own, with a conversation of the test's behind it. */
export interface ChannelPlace {
  readonly channel: Channel;
  /** What the conversation heard, in order. */
  readonly heard: readonly Inbound[];
  /** What it answers from now on. */
  answers(turn: Turn): void;
  /** What it was asked to look up, and who is found; left out where the chat looks nobody up, so that a name is typed. */
  readonly searches?: Searches;
  /** All that was logged, as text. */
  readonly logged: readonly string[];
  /** The e-mail addresses of two of the school's people, as the staff list has them. */
  readonly jo: string;
  readonly al: string;
  /** Somebody at their client. `deliveries`: how often the chat delivers each thing they do, at once. */
  client(email: string, deliveries?: number): ChannelClient;
  /** Somebody the chat's directory does not know for one of the school's; undefined where only the school's can write. */
  readonly stranger: (() => ChannelClient) | undefined;
  /** How the channel knows somebody who has written to the bot. */
  contact(email: string): Promise<Contact>;
  /** Lets the next message to them fail, where the chat's server can be told to; the contact to send it to. */
  readonly faults: Readonly<Partial<Record<'unreachable' | 'later' | 'uncertain', () => Promise<Contact>>>>;
  /** How often the chat's server was asked to take a message. */
  posts(): number;
  /** Has the chat's server refuse the bot; undefined where there is none. */
  readonly refuseTheBot: (() => void) | undefined;
  readonly secrets: readonly string[];
  /**
   * Has `jo` write in a thread where others read along, and resolves to that thread and to those in which the bot answered
   * there; undefined where the chat has no threads.
   */
  readonly inThread:
    | ((text: string) => Promise<{ readonly thread: string; readonly answeredIn: readonly string[] }>)
    | undefined;
}

const card = (text: string, ...titles: string[]): CardMessage =>
  messageOf(
    [words(text)],
    titles.map((title) => submit(title, { do: title.toLowerCase() })),
  );
const below = (show: CardMessage): Reply => ({ kind: 'new', show });
const inPlace = (show: CardMessage, ...more: CardMessage[]): Reply => ({ kind: 'replace', show, more });

const form = formOf(
  [
    input('Text', 'what', { label: 'What', isMultiline: true }),
    input('Date', 'when', { label: 'When' }),
    input('ChoiceSet', 'how', { label: 'How', choices: choices('slow', 'fast'), style: 'expanded' }),
  ],
  { send: { do: 'send', once: 'k1' } },
);

const ASKS = { do: 'send', form: 'plan-meeting', review: 'review-1', about: 'é & =', once: 'k2' };
const searching = (several: boolean) =>
  formOf(
    [
      input('ChoiceSet', 'ask_named', {
        ...{ label: 'Who else', style: 'filtered', choices: [], isMultiSelect: several },
        'choices.data': { type: 'Data.Query', dataset: inOneWord(asksWho(ASKS, 'ask_named')) },
      }),
    ],
    { send: ASKS },
  );
const PEOPLE = [
  { title: 'Zoë O’Brien <b> & Co', value: 'zoe@school.example' },
  { title: 'Zoe Carr', value: 'carr@school.example' },
];
const LATE = 'That day has passed.';

/** As the real conversation: a form is shown again with all that was typed, and the sentence at its input. */
function refused(values: Readonly<Record<string, string>>): Reply {
  const errors = { when: LATE };
  const show = { ...form, card: markErrors(fill(form.card, values), errors) };
  return { kind: 'invalid', errors, show };
}

/** Asks for a form when something is typed; takes it when its day is not over. */
const asking: Turn = async ({ said }) => {
  if (said.kind !== 'press') return below(form);
  const { values } = said;
  return (values.when ?? '') < '2026-11-10' ? refused(values) : inPlace(card(`Taken: ${values.what}`));
};

/** Resolves to what is read once that is as many messages. */
const settled = (client: ChannelClient, count: number) =>
  soon(async () => {
    const read = await client.reads();
    expect(read).toHaveLength(count);
    return read;
  });

/** What every chat must do: see `Channel` and `Reply` in src/channels/channel.ts. */
export function channelContract(
  { name, title, variables }: ChannelDefinition,
  newPlace: () => Promise<ChannelPlace>,
): void {
  describe(`${title}: a turn`, () => {
    it('says who typed it, by which account of which tenant, and what', async () => {
      const place = await newPlace();
      place.answers(async () => below(card('Hello')));
      await place.client(place.jo).type('good morning');
      expect(place.heard).toEqual([
        {
          channel: name,
          account: (await place.contact(place.jo)).userId,
          email: place.jo,
          tenant: expect.stringMatching(/./),
          said: expect.objectContaining({ kind: 'text', text: 'good morning' }),
        },
      ]);
      expect((await place.contact(place.jo)).email).toBe(place.jo);
    });

    it('says which button was pressed, and all that stood in the inputs, by input id', async () => {
      const place = await newPlace();
      place.answers(asking);
      const jo = place.client(place.jo);
      await jo.type('a form');
      await jo.fill({ What: ' A pen,\na “reading” <b>pen</b> & more ', When: '2026-11-12' });
      await jo.press('Send');
      const { at: _, ...said } = (place.heard[1]?.said ?? {}) as { readonly at?: unknown };
      expect(said).toEqual({
        kind: 'press',
        data: { do: 'send', once: 'k1' },
        values: { what: ' A pen,\na “reading” <b>pen</b> & more ', when: '2026-11-12', how: '' },
      });
    });

    it('says which file was sent, whose content is fetched when it is asked for', async () => {
      const place = await newPlace();
      let content = '';
      place.answers(async ({ said }) => {
        if (said.kind !== 'files') return below(card('No file'));
        content = Buffer.from((await said.files[0]?.read()) ?? []).toString();
        return { ...below(card('One')), more: [card('Two')] };
      });
      const jo = place.client(place.jo);
      await jo.sendFile('Pupils – Autumn.csv', 'UPN,Surname\nA1,O’Brien', 'here it is');
      const [heard] = place.heard;
      expect(heard?.said).toEqual({
        kind: 'files',
        files: [{ name: 'Pupils – Autumn.csv', read: expect.any(Function) }],
        text: 'here it is',
        privately: true,
      });
      expect(content).toBe('UPN,Surname\nA1,O’Brien');
      expect(await settled(jo, 2)).toEqual([expect.stringContaining('One'), expect.stringContaining('Two')]);
      expect(place.logged.join()).not.toContain('Autumn');
    });

    it('is followed by a file for one person alone, where it gives them one', async () => {
      const place = await newPlace();
      place.answers(async () => below(card('Hello')));
      const [jo, al] = [place.client(place.jo), place.client(place.al)];
      await jo.type('hello');
      await al.type('hello');
      await settled(jo, 1);
      await settled(al, 1);
      const bytes = new TextEncoder().encode('Ada Example’s record');
      const told: MessageRef[] = [];
      await place.channel.sendFile(await place.contact(place.jo), {
        name: 'record-1.html',
        type: 'text/html',
        bytes,
        stands: async (ref) => void told.push(ref),
      });
      expect(await al.takesFile()).toBeUndefined();
      expect(await jo.takesFile()).toBe('Ada Example’s record');
      // Wherever it stands by now, it can be taken back there, once or twice.
      const stands = told.at(-1) ?? expect.fail('nowhere');
      for (const _ of ['once', 'twice'])
        await place.channel.update(await place.contact(place.jo), stands, card('Removed'));
      expect(await jo.takesFile().catch(() => undefined)).toBeUndefined();
      expect(place.logged.join()).not.toMatch(/Ada|record-1/);
    });

    it('says that a file is a picture', async () => {
      const place = await newPlace();
      place.answers(async () => below(card('Not taken')));
      const jo = place.client(place.jo);
      await jo.sendFile('Mia’s drawing.JPG', 'x');
      await settled(jo, 1);
      expect(place.heard[0]?.said).toMatchObject({ kind: 'files', files: [{ picture: true }] });
      expect(place.logged.join()).not.toContain('drawing');
    });

    it('in a thread says that others read along, and is answered there, to nobody else', async (context) => {
      const place = await newPlace();
      if (!place.inThread) return context.skip();
      place.answers(async () => below(card('Ada Example')));
      const { thread, answeredIn } = await place.inThread('Ada');
      expect(place.heard.map(({ said }) => said)).toEqual([{ kind: 'text', text: 'Ada', openly: true }]);
      expect(answeredIn).toEqual([thread]);
      expect(await place.client(place.al).reads()).toEqual([]);
    });

    it('is one, and is shown once, however often it is delivered', async () => {
      const place = await newPlace();
      place.answers(async (inbound) => {
        const { said } = inbound;
        if (said.kind === 'text' && said.text === 'list') return below(card('List', 'Turn'));
        if (said.kind === 'press' && said.data.do === 'turn') return inPlace(card('Turned'), card('Further'));
        return asking(inbound);
      });
      const jo = place.client(place.jo, 3);
      await jo.type('list');
      await jo.press('Turn');
      await settled(jo, 2);
      await jo.type('a form');
      await jo.fill({ What: 'x', When: '2026-11-12' });
      await jo.press('Send');
      await jo.sees('Taken: x');
      expect(place.heard).toHaveLength(4);
      expect(await settled(jo, 3)).toEqual(['Turned', 'Further', 'Taken: x']);
    });

    it('of two people at once is two, each answered in their own chat', async () => {
      const place = await newPlace();
      place.answers(async ({ email }) => below(card(`For ${email}`)));
      const [jo, al] = [place.client(place.jo), place.client(place.al)];
      await Promise.all([jo.type('mine'), al.type('mine')]);
      expect(await settled(jo, 1)).toEqual([`For ${place.jo}`]);
      expect(await settled(al, 1)).toEqual([`For ${place.al}`]);
    });

    it('that fails is told in a few words, gives nothing away, and can be tried again', async () => {
      const place = await newPlace();
      const jo = place.client(place.jo);
      place.answers(() => Promise.reject(new Error('Ada Example is not stored')));
      await jo.type('Ada Example');
      const [told = ''] = await settled(jo, 1);
      expect(told).toMatch(/^Something went wrong/);
      expect(told.length).toBeLessThan(120);
      expect(`${told} ${place.logged.join()}`).not.toMatch(/Ada|Example/);
      place.answers(async () => below(card('Hello')));
      await jo.type('Ada Example');
      expect(await settled(jo, 2)).toContain('Hello');
    });

    it('of somebody the directory does not know as one of the school’s has no e-mail address', async (context) => {
      const place = await newPlace();
      if (!place.stranger) return context.skip();
      place.answers(async () => below(card('Sorry')));
      await place.stranger().type('review due');
      expect(place.heard.map(({ email }) => email)).toEqual([undefined]);
    });
  });

  describe(`${title}: a search in a form`, () => {
    const opened = async (several = true) => {
      const place = await newPlace();
      place.answers(async ({ said }) =>
        said.kind === 'press' ? inPlace(card('Taken')) : below(searching(several)),
      );
      const jo = place.client(place.jo);
      await jo.type('a form');
      if (name === 'slack') await jo.fill({});
      return { place, jo };
    };

    it('says who types what, and into which input of which form, and offers who fits', async (context) => {
      const { place, jo } = await opened();
      if (!place.searches || !jo.looksUp) return context.skip();
      place.searches.finds(async () => PEOPLE);
      expect(await jo.looksUp('Who else', 'zo')).toEqual(PEOPLE);
      const [heard] = place.heard;
      expect(place.searches.heard).toEqual([
        {
          ...{ channel: name, account: heard?.account, email: place.jo, tenant: heard?.tenant },
          asks: {
            ...{ do: 'find', input: 'ask_named' },
            ...{ form: 'plan-meeting', review: 'review-1', about: 'é & =' },
          },
          typed: 'zo',
        },
      ]);
      expect(place.heard).toHaveLength(1);
      expect(place.logged.join()).not.toMatch(/zo/i);
    });

    it.each([true, false])('is answered with who was chosen (of several: %s)', async (several) => {
      const { place, jo } = await opened(several);
      if (!place.searches) return;
      place.searches.finds(async () => PEOPLE);
      const all = PEOPLE.map(({ title: one }) => one);
      await jo.fill({ 'Who else': several ? all : 'Zoe Carr' });
      await jo.press('Send');
      await jo.sees('Taken');
      const ask_named = several ? 'zoe@school.example,carr@school.example' : 'carr@school.example';
      expect(place.heard.at(-1)?.said).toMatchObject({ kind: 'press', values: { ask_named } });
    });

    it('that fails offers nobody, gives nothing away, and can be tried again', async (context) => {
      const { place, jo } = await opened();
      if (!place.searches || !jo.looksUp) return context.skip();
      place.searches.finds(() => Promise.reject(new Error('Ada Example is not stored')));
      const offered = await jo.looksUp('Who else', 'Ada');
      expect(offered).toEqual([]);
      expect(place.logged.join()).not.toMatch(/Ada|Example/);
      place.searches.finds(async () => PEOPLE);
      expect(await jo.looksUp('Who else', 'zoe')).toEqual(PEOPLE);
    });
  });

  describe(`${title}: a reply`, () => {
    it('that is new stands below; what was pressed stays as it is', async () => {
      const place = await newPlace();
      place.answers(async ({ said }) => below(said.kind === 'text' ? card('One', 'More') : card('Two')));
      const jo = place.client(place.jo);
      await jo.type('one');
      await jo.press('More');
      expect(await settled(jo, 2)).toEqual(['One', 'Two']);
    });

    it('that replaces takes the place of the card, and what does not fit on it stands below', async () => {
      const place = await newPlace();
      const turned = inPlace(card('Turned'), card('Further 1'), card('Further 2'));
      place.answers(async ({ said }) => (said.kind === 'text' ? below(card('One', 'Turn')) : turned));
      const jo = place.client(place.jo);
      await jo.type('one');
      await jo.press('Turn');
      expect(await settled(jo, 3)).toEqual(['Turned', 'Further 1', 'Further 2']);
    });

    it('to a form takes its place, with what does not fit below, and the form can’t be sent again', async () => {
      const place = await newPlace();
      const taken = inPlace(card('Not saved'), card('All that was typed'));
      place.answers(async ({ said }) => (said.kind === 'text' ? below(form) : taken));
      const jo = place.client(place.jo);
      await jo.type('a form');
      await jo.fill({ What: 'x', When: '2026-11-12' });
      await jo.press('Send');
      expect(await settled(jo, 2)).toEqual(['Not saved', 'All that was typed']);
      expect(jo.inputs()).toBeUndefined();
    });

    it('that a form is not accepted marks it, keeps what was typed, and takes it once it is put right', async () => {
      const place = await newPlace();
      place.answers(asking);
      const jo = place.client(place.jo);
      await jo.type('a form');
      await jo.fill({ What: 'A pen\nand paper', When: '2026-11-01', How: 'The fast' });
      await jo.press('Send');
      await jo.sees(LATE);
      expect(jo.inputs()).toEqual({ what: 'A pen\nand paper', when: '2026-11-01', how: 'fast' });
      await jo.fill({ When: '2026-11-20' });
      await jo.press('Send');
      await jo.sees('Taken: A pen');
      expect(place.heard.at(-1)?.said).toMatchObject({
        values: { what: 'A pen\nand paper', when: '2026-11-20', how: 'fast' },
      });
      expect((await jo.reads()).join()).not.toContain(LATE);
    });

    it('says at which message of theirs the answer stands, which can be changed from then on', async () => {
      const place = await newPlace();
      const told: MessageRef[] = [];
      const stands = async ({ first, others }: Stands) =>
        void told.push(...(first ? [first] : []), ...others);
      place.answers(async ({ said }) => ({
        ...(said.kind === 'press' ? inPlace(card('Two')) : below(card('One', 'Next'))),
        stands,
      }));
      const jo = place.client(place.jo);
      await jo.type('one');
      expect(await settled(jo, 1)).toEqual(['One']);
      await jo.press('Next');
      await jo.sees('Two');
      await soon(() => expect(told).toHaveLength(2));
      expect(told[1]).toEqual(told[0]);
      await place.channel.update(await place.contact(place.jo), told[0] ?? {}, card('Shown again'));
      expect(await settled(jo, 1)).toEqual(['Shown again']);
    });

    it('shows people’s text to the letter', async () => {
      const text = '*Leah* _says_ <@U1> [x](http://y.example) & `1 < 2`';
      const place = await newPlace();
      const typed = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] };
      place.answers(async () => below(messageOf([typed])));
      const jo = place.client(place.jo);
      await jo.type('one');
      expect(await settled(jo, 1)).toEqual([text]);
    });
  });

  describe(`${title}: a message of the bot's own accord`, () => {
    const met = async () => {
      const place = await newPlace();
      place.answers(async () => below(card('Hello')));
      const jo = place.client(place.jo);
      await jo.type('hello');
      await settled(jo, 1);
      return { place, jo };
    };

    it('stands in that person’s chat alone, and can be answered there', async () => {
      const { place, jo } = await met();
      const al = place.client(place.al);
      await place.channel.send(await place.contact(place.jo), card('Due', 'Done'), 'key-1');
      expect(await settled(jo, 2)).toEqual(['Hello', 'Due']);
      expect(await al.reads()).toEqual([]);
      place.answers(async () => inPlace(card('Thank you')));
      await jo.press('Done');
      await jo.sees('Thank you');
      expect(await settled(jo, 2)).toEqual(['Hello', 'Thank you']);
    });

    it('can be put up to date in its place, which tells nobody anew, and answered then', async () => {
      const { place, jo } = await met();
      const contact = await place.contact(place.jo);
      const ref = await place.channel.send(contact, card('Due', 'Done'), 'key-1');
      await place.channel.send(contact, card('Later'), 'key-2');
      const posts = place.posts();
      await place.channel.update(contact, ref, card('One is settled', 'Done'));
      await place.channel.update(contact, ref, card('Two are settled', 'Thanks'));
      expect(await settled(jo, 3)).toEqual(['Hello', 'Two are settled', 'Later']);
      expect(place.posts()).toBe(posts);
      place.answers(async () => inPlace(card('Thank you')));
      await jo.press('Thanks');
      expect(await settled(jo, 3)).toEqual(['Hello', 'Thank you', 'Later']);
      if (place.channel.delivered) expect(await place.channel.delivered(contact, 'key-1')).toBe(true);
    });

    it('is put up to date for nobody who can’t be reached', async () => {
      const { place } = await met();
      const contact = await place.contact(place.jo);
      const gone = { ...contact, userId: 'gone', address: {} };
      await expect(place.channel.update(gone, {}, card('Settled'))).rejects.toThrow();
    });

    it('is known by its key where the chat can be asked', async (context) => {
      const { place } = await met();
      const { delivered } = place.channel;
      if (!delivered) return context.skip();
      const contact = await place.contact(place.jo);
      await place.channel.send(contact, card('Due'), 'key-1');
      expect(await delivered(contact, 'key-1')).toBe(true);
      expect(await delivered(contact, 'key-2')).toBe(false);
    });

    const faults = [
      ['unreachable', Unreachable],
      ['later', TryLater],
      ['uncertain', Uncertain],
    ] as const;
    it.for(faults)('that fails (%s) is tried once, and said to have', async ([fault, error], context) => {
      const { place } = await met();
      const contact = await place.faults[fault]?.();
      if (!contact) return context.skip();
      const before = place.posts();
      const sending = place.channel.send(contact, card('Due'), 'key-1');
      await expect(sending).rejects.toBeInstanceOf(error);
      expect(place.posts() - before).toBeLessThanOrEqual(1);
      if (fault === 'later') await expect(sending).rejects.toMatchObject({ afterMs: 7000 });
    });
  });

  describe(`${title}: stopping`, () => {
    it('waits for the turn in hand to be answered, and takes nothing further', async () => {
      const place = await newPlace();
      const jo = place.client(place.jo);
      let answer = (_: Reply) => {};
      place.answers(() => new Promise<Reply>((resolve) => (answer = resolve)));
      const typed = jo.attempts('slow');
      await soon(() => expect(place.heard).toHaveLength(1));
      let stopped = false;
      const stopping = place.channel.stop().then(() => {
        stopped = true;
      });
      expect(await jo.attempts('late')).toBe(503);
      expect(stopped).toBe(false);
      answer(below(card('Answered')));
      await stopping;
      expect(await typed).toBe(200);
      expect(await jo.reads()).toEqual(['Answered']);
      expect(place.heard).toHaveLength(1);
    });
  });

  describe(`${title}: trouble`, () => {
    it('there is none while it takes turns; stopped, it says that it does not', async () => {
      const place = await newPlace();
      expect(await place.channel.trouble()).toBeUndefined();
      await place.channel.stop();
      expect(await place.channel.trouble()).toMatch(/not taking messages/);
    });

    it('names what is wrong when the chat refuses the bot, and no secret', async (context) => {
      const place = await newPlace();
      if (!place.refuseTheBot) return context.skip();
      expect(await place.channel.trouble()).toBeUndefined();
      place.refuseTheBot();
      const trouble = await place.channel.trouble();
      expect(Object.keys(variables).filter((variable) => trouble?.includes(variable))).not.toEqual([]);
      for (const secret of place.secrets) expect(trouble).not.toContain(secret);
    });
  });
}
