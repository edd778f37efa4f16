import { expect } from 'vitest';
import { teamsLog } from '../../src/channels/teams/options.ts';
import { teamsChannel } from '../../src/channels/teams/teams.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { AdaptiveCard } from '../../src/presentation/message.ts';
import type { Player } from '../journeys/story.ts';
import type { ChannelParts, TestBot } from './bot.ts';
import {
  asks,
  buttonTitles,
  type Choice,
  fillIn,
  hasButton,
  lookedUp,
  type OpenCard,
  openCard,
  pressOn,
  searchOf,
  wordsOf,
} from './card-hands.ts';
import type { FakeConnector, FakeMember } from './fake-connector.ts';
import type { FileHost } from './file-host.ts';
import { pressLooking } from './folded.ts';
import { teamsClient } from './teams-client.ts';

/** The Teams channel of a bot that is registered at the fake. */
export function teamsAt(connector: FakeConnector, { contacts, clock, log }: ChannelParts) {
  const { appId, tenantId, endpoints, credentials } = connector;
  return teamsChannel({
    identity: { kind: 'app', appId, tenantId, type: 'SingleTenant', password: 'secret' },
    serviceHosts: ['127.0.0.1'],
    uploadHosts: ['127.0.0.1'],
    endpoints,
    credentials,
    contacts,
    clock,
    log: teamsLog(log),
  });
}

/** Puts a school's staff into the tenant's directory, which writes addresses as it likes. Returns them by name. */
export function enrol(connector: FakeConnector, { staff }: School): (name: string) => FakeMember {
  for (const { name, email } of staff) {
    const id = `29:${email.split('@')[0]}`;
    const { tenantId } = connector;
    connector.members.set(id, { id, name, email: email.toUpperCase(), tenantId, userRole: 'user' });
  }
  return (name) => [...connector.members.values()].find((one) => one.name === name) ?? expect.fail(name);
}

/** A message of the bot's in somebody's own chat, as it stands. */
interface TeamsMessage {
  readonly id: string;
  readonly updates: number;
  /** What a notification shows. */
  readonly summary: string;
  readonly text: string;
  readonly card: AdaptiveCard | undefined;
}

export interface TeamsPlayer extends Player {
  /** Sends a file, as OneDrive keeps it at `url`. */
  sendFile(name: string, url: string, text?: string): Promise<void>;
  /** Says yes to the file they are asked about, whose place in their OneDrive is on `host`: what is put there. */
  takesFile(host: FileHost): Promise<string | undefined>;
  /** Says no to it. */
  declinesFile(): Promise<void>;
  /** Adds the app for themselves. */
  installs(): Promise<void>;
  /** What stands in their own chat with the bot, oldest first. */
  messages(): readonly TeamsMessage[];
  /** Who is offered for what they type into a search of the newest form that has it. */
  looksUp(label: string, typed: string): Promise<readonly Choice[]>;
  /** What can be read there, but for what is on buttons and in inputs, oldest first. */
  reads(): readonly string[];
  /** How many buttons each message has, oldest first. */
  buttons(): readonly number[];
  /** What stands in the inputs of the newest form, by input id. */
  inputs(): Readonly<Record<string, string>> | undefined;
}

interface FileAsked {
  readonly contentType: string;
  readonly name: string;
  readonly content: { readonly acceptContext: object; readonly declineContext: object };
}

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** The card of an activity. */
export function cardIn(activity: Readonly<Record<string, unknown>>): AdaptiveCard | undefined {
  const [attachment] = (activity.attachments ?? []) as readonly {
    readonly contentType: string;
    readonly content: AdaptiveCard;
  }[];
  // A question whether they want a file is none.
  return attachment?.contentType === ADAPTIVE ? attachment.content : undefined;
}

/**
 * Somebody of the staff at their Teams client. `bot` may change its address; `deliveries`: how often Teams delivers each
 * thing they do.
 */
export function teamsPlayer(
  bot: Pick<TestBot, 'url' | 'settle'>,
  connector: FakeConnector,
  who: FakeMember,
  deliveries = 1,
): TeamsPlayer {
  const { activity } = teamsClient(connector, '');
  const opened = new Map<string, OpenCard>();

  const deliver = async (given: object) => {
    const client = teamsClient(connector, bot.url);
    const thing = activity(who, given);
    const answers = await Promise.all(Array.from({ length: deliveries }, () => client.deliver(thing)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    return answers[0]?.text ?? '';
  };

  const messages = (): TeamsMessage[] =>
    connector.posted
      .filter(({ conversation }) => conversation === `chat:${who.id}`)
      .map(({ id, updates, activity }) => ({
        id,
        updates,
        summary: String(activity.summary ?? ''),
        text: String(activity.text ?? ''),
        card: cardIn(activity),
      }));

  /** A card keeps what was typed into it until it is changed. */
  const cardOf = ({ id, updates, card }: TeamsMessage): OpenCard | undefined => {
    if (!card) return undefined;
    const key = `${id} ${updates}`;
    const open = opened.get(key) ?? openCard(card);
    opened.set(key, open);
    return open;
  };

  const newest = async (what: string, fits: (open: OpenCard) => boolean) => {
    await bot.settle();
    for (const message of messages().toReversed()) {
      const open = cardOf(message);
      if (open && fits(open)) return { id: message.id, open };
    }
    return expect.fail(`${who.name} sees no ${what} in:\n${texts().slice(-3).join('\n---\n')}`);
  };

  const texts = (buttons = true) =>
    messages().map((message) => {
      const open = cardOf(message);
      return open ? [wordsOf(open), ...(buttons ? buttonTitles(open) : [])].join('\n') : message.text;
    });
  const forms = () =>
    messages()
      .map(cardOf)
      .filter((open) => open?.inputs.size);

  /** The question about a file that stands in their chat last. */
  const fileAsked = () =>
    connector.posted
      .filter(({ conversation }) => conversation === `chat:${who.id}`)
      .flatMap(({ id, activity }) =>
        ((activity.attachments ?? []) as readonly FileAsked[])
          .filter(({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent')
          .map((one) => ({ id, ...one })),
      )
      .at(-1);
  const consents = (replyToId: string, value: object) =>
    deliver({ type: 'invoke', name: 'fileConsent/invoke', replyToId, value });

  const pressing = async (title: string, beside?: string) => {
    const { id, open } = await newest(`button “${title}”`, (card) => hasButton(card, title, beside));
    const pressed = pressOn(open, title, beside);
    if (pressed) await deliver({ replyToId: id, value: { send: pressed.send, ...pressed.values } });
  };

  const looksUp = async (label: string, typed: string) => {
    const { open } = await newest(`search “${label}”`, (card) => searchOf(card, label) !== undefined);
    const value = {
      queryText: typed,
      queryOptions: { skip: 0, top: 15 },
      dataset: searchOf(open, label),
    };
    const answer = JSON.parse(await deliver({ type: 'invoke', name: 'application/search', value }));
    expect(answer).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
    });
    return answer.value.results as readonly Choice[];
  };

  return {
    messages,
    looksUp,
    reads: () => texts(false),
    buttons: () =>
      messages().map((message) => {
        const open = cardOf(message);
        return open ? buttonTitles(open).length : 0;
      }),
    inputs: () => {
      const form = forms().at(-1);
      return form && Object.fromEntries(form.inputs);
    },
    installs: async () => void (await deliver({ type: 'installationUpdate', action: 'add' })),
    sendFile: async (name, url, text = '') =>
      void (await deliver({
        text,
        attachments: [
          { contentType: 'text/html', content: `<p>${text}</p>` },
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name,
            content: { downloadUrl: url, uniqueId: 'u1', fileType: 'csv' },
          },
        ],
      })),
    async takesFile(host) {
      const asked = fileAsked();
      if (!asked) return undefined;
      const uploadInfo = {
        ...{ uploadUrl: host.drop.url, contentUrl: `${host.drop.url}/shown`, uniqueId: 'u1' },
        ...{ name: asked.name, fileType: 'html' },
      };
      const context = asked.content.acceptContext;
      await consents(asked.id, { type: 'fileUpload', action: 'accept', context, uploadInfo });
      return host.drop.content;
    },
    async declinesFile() {
      const asked = fileAsked();
      if (asked)
        await consents(asked.id, {
          type: 'fileUpload',
          action: 'decline',
          context: asked.content.declineContext,
        });
    },
    type: async (text) => void (await deliver({ text })),
    press: pressLooking(pressing, async (title, beside) => {
      await bot.settle();
      return messages().some((message) => {
        const open = cardOf(message);
        return open !== undefined && hasButton(open, title, beside);
      });
    }),
    async fill(answers) {
      const labels = Object.keys(answers);
      const { open } = await newest(`form with “${labels[0]}”`, (card) => asks(card, labels));
      fillIn(open, await lookedUp(open, answers, looksUp));
    },
    async sees(text) {
      await bot.settle();
      const says = (place: string) => (typeof text === 'string' ? place.includes(text) : text.test(place));
      const all = texts();
      if (!all.some(says)) {
        expect.fail(`${who.name} looks for “${text}” in:\n${all.slice(-3).join('\n---\n')}`);
      }
    },
  };
}
