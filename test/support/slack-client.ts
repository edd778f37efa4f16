import { checkModal } from './slack-block-kit.ts';
import {
  type BotAddress,
  commandOf,
  deliverEvent,
  deliverForm,
  deliverInteraction,
  eventOf,
  submissionOf,
  unique,
} from './slack-delivery.ts';
import { BOT_TOKEN } from './slack-emulator.ts';
import {
  type InputBlock,
  initialOf,
  inputsIn,
  offeredBy,
  type Row,
  rowsIn,
  type Shown,
  shown,
  stateOf,
} from './slack-reading.ts';
import type { Block, View } from './slack-workspace.ts';

/**
 * A person at a Slack client: types, presses buttons, fills windows in and sends them, and sees what Slack would show.
 * Works on any running bot whose Slack is a `SlackWorkspace`.
 */
export interface SlackPerson {
  readonly userId: string;
  /** `/review TEXT`, in the private chat with the bot or, by default, in the staffroom channel. */
  command(text: string, where?: 'dm' | 'channel'): Promise<void>;
  /** Writes to the bot in the private chat; in the thread that hangs on the message `thread`, where one is given. */
  says(text: string, thread?: string): Promise<void>;
  /** Sends a file to the bot in the private chat, as Slack keeps it at `url`. */
  sendsFile(name: string, url: string, text?: string): Promise<void>;
  /** Fetches the newest file in the private chat: what is in it; undefined where there is none. */
  takesFile(ending?: string): Promise<string | undefined>;
  /** Mentions the bot in the staffroom channel. */
  mentions(text: string, thread?: string): Promise<void>;
  /**
   * Presses the newest visible button with this title, of those beside whose words `beside` stands where it is given: in
   * the open window (whose button to send is one, too), else in the chat.
   */
  presses(title: string, beside?: string): Promise<void>;
  /** Opens the bot at its Home, or at the private chat with it. */
  opens(tab: 'home' | 'messages'): Promise<void>;
  /** What their Home shows; undefined while nothing was published. */
  home(): Shown | undefined;
  /** Presses a button of their Home, of those beside whose words `beside` stands where it is given. */
  pressesAtHome(title: string, beside?: string): Promise<void>;
  /** Chooses the shortcut of that name; on a message of somebody's, where its text is given. */
  chooses(shortcut: string, message?: string): Promise<void>;
  /** Presses the newest visible button that opens a form from its own message. */
  opensForm(): Promise<void>;
  /** Fills in the open window, by input id or label; a choice by its words or value, several in an array. */
  fills(answers: Readonly<Record<string, string | readonly string[]>>): void;
  /** Who is offered for what they type into a search of the open window; undefined where it has none of this id or label. */
  looksUp(name: string, typed: string): Promise<readonly Match[]> | undefined;
  /** Whether the open window has an input of this id or label. */
  asks(name: string): boolean;
  /** Sends the open window's form. */
  submits(): Promise<void>;
  /** Closes the open window. */
  closes(): void;
  /** The bot's messages in the private chat, oldest first. */
  messages(): Promise<Shown[]>;
  /** What was shown to this person only, in channels, oldest first. */
  ephemerals(): Shown[];
  /** The window on top, with the errors marked in it by input id; undefined when none is open. */
  modal(): Modal | undefined;
}

interface Match {
  readonly title: string;
  readonly value: string;
}

interface Modal extends Shown {
  readonly title: string;
  /** Its button to send. */
  readonly submit: string | undefined;
  readonly values: Values;
  readonly errors: Values;
}

type Values = Readonly<Record<string, string>>;

interface Acknowledged {
  readonly response_action?: 'errors' | 'update' | 'push' | 'clear';
  readonly errors?: Values;
  readonly view?: object;
}

/** A button that is pressed, and what Slack says of where it stands. */
interface Pressed {
  readonly button: Row['button'];
  readonly context: object;
  readonly viewId?: string;
}

/** A message as Slack keeps it. */
interface Kept {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
}

const inThread = (thread?: string) => (thread ? { thread_ts: thread } : {});

/** Somebody of the workspace, at their Slack client. */
export function slackPerson(bot: BotAddress, email: string): SlackPerson {
  const { workspace } = bot;
  const userId = workspace.userId(email);
  const typed = new Map<string, Record<string, string>>();
  /** What is marked in a window, as long as it is the same. */
  const errors = new Map<string, { readonly marks: Values; readonly hash: string }>();

  const mine = () => workspace.views.filter((one) => one.userId === userId);
  const top = () => {
    const view = mine().at(-1);
    if (!view) throw new Error(`${email} has no window open`);
    return view;
  };
  // As Slack: what was typed stays while its block's id does, whatever an update says of initial values.
  const valueIn = (view: View, one: InputBlock) => typed.get(view.id)?.[one.block_id] ?? initialOf(one);
  let privateChat: string | undefined;
  const dm = async () => {
    if (privateChat) return privateChat;
    const opened = await workspace.api('conversations.open', { users: userId }, workspace.botToken);
    privateChat = (opened.channel as { id: string }).id;
    return privateChat;
  };
  const accepted = async (response: Response): Promise<string> => {
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
    return response.text();
  };
  // Looked at again and again while something is waited for: it is only asked for again when it may have changed.
  let known:
    | { readonly at: number; readonly messages: readonly Kept[]; readonly shown: readonly Shown[] }
    | undefined;
  const asItStands = async () => {
    const at = workspace.changes();
    if (known?.at === at) return known;
    const answer = await workspace.api(
      'conversations.history',
      { channel: await dm(), limit: 200 },
      workspace.botToken,
    );
    const messages = (answer.messages as Kept[]).toReversed();
    known = { at, messages, shown: messages.map(({ text, blocks }) => shown(text, blocks)) };
    return known;
  };
  const base = () => ({
    user: { id: userId, team_id: workspace.teamId },
    team: { id: workspace.teamId },
    api_app_id: 'A1',
  });

  const find = async (title: string, wanted: (row: Row) => boolean): Promise<Pressed> => {
    const inside = (blocks: readonly Block[]) => rowsIn(blocks).find(wanted)?.button;
    const view = mine().at(-1);
    if (view) {
      const button = inside(view.blocks);
      if (!button) throw new Error(`no button “${title}” in the window: ${shown('', view.blocks).buttons}`);
      return { button, context: inView(view), viewId: view.id };
    }
    const ephemerals = workspace.ephemerals.filter((one) => one.userId === userId).toReversed();
    for (const one of ephemerals) {
      const button = inside(one.blocks);
      if (button) return { button, context: inEphemeral(one.id, one.channel) };
    }
    const channel = await dm();
    for (const { ts, thread_ts, blocks = [] } of (await asItStands()).messages.toReversed()) {
      const button = inside(blocks);
      if (button) return { button, context: inMessage(channel, ts, thread_ts) };
    }
    throw new Error(`${email} sees no button “${title}”`);
  };
  const stateIn = (view: View) =>
    Object.fromEntries(
      inputsIn(view).map((one) => [
        one.block_id,
        { [one.element.action_id]: stateOf(one, valueIn(view, one)) },
      ]),
    );
  const inView = (view: View) => ({
    container: { type: 'view', view_id: view.id },
    view: {
      id: view.id,
      hash: view.hash,
      private_metadata: view.privateMetadata,
      state: { values: stateIn(view) },
    },
  });
  const inEphemeral = (id: string, channel: string) => ({
    container: { type: 'message', message_ts: unique(), channel_id: channel, is_ephemeral: true },
    channel: { id: channel },
    response_url: workspace.responseUrl(userId, channel, id),
  });
  const inMessage = (channel: string, ts: string, thread?: string) => ({
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: false,
      ...inThread(thread),
    },
    channel: { id: channel },
    message: { ts, ...inThread(thread) },
    response_url: workspace.responseUrl(userId, channel),
  });

  /** Does to the windows what the bot's answer to a sent form says. */
  const obey = async (view: View, { response_action: action, errors: marks, view: next }: Acknowledged) => {
    errors.delete(view.id);
    if (next) checkModal(next);
    if (action === 'errors') errors.set(view.id, { marks: marks ?? {}, hash: view.hash });
    else if (action === 'update') {
      const answer = await workspace.api(
        'views.update',
        { view_id: view.id, view: next },
        workspace.botToken,
      );
      if (!answer.ok) throw new Error(`views.update: ${answer.error}`);
    } else if (action === 'push') {
      const trigger_id = await workspace.trigger(userId, view.id);
      const answer = await workspace.api('views.push', { trigger_id, view: next }, workspace.botToken);
      if (!answer.ok) throw new Error(`views.push: ${answer.error}`);
    } else if (action === 'clear') for (const { id } of mine()) workspace.closeView(id);
    else workspace.closeView(view.id);
  };

  const press = async ({ button, context, viewId }: Pressed) => {
    const { text: _, ...action } = button;
    const payload = {
      ...base(),
      type: 'block_actions',
      trigger_id: await workspace.trigger(userId, viewId),
      ...context,
      actions: [{ ...action, block_id: 'b', action_ts: unique() }],
    };
    await accepted(await deliverInteraction(bot, payload));
  };

  return {
    userId,
    async command(text, where = 'channel') {
      const channel = where === 'dm' ? await dm() : workspace.channel;
      const trigger_id = await workspace.trigger(userId);
      const response_url = workspace.responseUrl(userId, channel);
      const more = { channel_id: channel, trigger_id, response_url };
      await accepted(await deliverForm(bot, commandOf(workspace, userId, text, more)));
    },
    async says(text, thread) {
      const channel = await dm();
      const event = { type: 'message', channel_type: 'im', channel, user: userId, text, ...inThread(thread) };
      await accepted(await deliverEvent(bot, eventOf(workspace, event)));
    },
    async sendsFile(name, url, text = '') {
      const event = {
        ...{
          type: 'message',
          subtype: 'file_share',
          channel_type: 'im',
          channel: await dm(),
          user: userId,
          text,
        },
        files: [{ id: 'F1', name, size: 12, mode: 'hosted', url_private: url }],
      };
      await accepted(await deliverEvent(bot, eventOf(workspace, event)));
    },
    async takesFile(ending = '') {
      const { files = [] } = (await workspace.api('files.list', { channel: await dm() }, BOT_TOKEN)) as {
        files?: readonly { readonly name?: string; readonly url_private?: string }[];
      };
      // The newest is listed first.
      const url = files.find(({ name = '' }) => name.endsWith(ending))?.url_private;
      const response =
        url === undefined
          ? undefined
          : await fetch(url, { headers: { authorization: `Bearer ${BOT_TOKEN}` } });
      return response ? response.text() : undefined;
    },
    async mentions(text, thread) {
      const event = {
        type: 'app_mention',
        channel: workspace.channel,
        user: userId,
        text: `<@UBOT> ${text}`,
        ...inThread(thread),
      };
      await accepted(await deliverEvent(bot, eventOf(workspace, event)));
    },
    async presses(title, beside) {
      if (beside === undefined && mine().at(-1)?.submit === title) return this.submits();
      const wanted = ({ button, words }: Row) => button.text.text === title && words.includes(beside ?? '');
      await press(await find(title, wanted));
    },
    async opens(tab) {
      const event = { type: 'app_home_opened', user: userId, channel: await dm(), tab };
      await accepted(await deliverEvent(bot, eventOf(workspace, event)));
    },
    home() {
      const home = workspace.homes.get(userId);
      return home && shown('', home.blocks);
    },
    async pressesAtHome(title, beside = '') {
      const home = workspace.homes.get(userId);
      const wanted = ({ button, words }: Row) => button.text.text === title && words.includes(beside);
      const button = rowsIn(home?.blocks ?? []).find(wanted)?.button;
      if (!home || !button) throw new Error(`no button “${title}” in the Home of ${email}`);
      const { id, hash, private_metadata } = home;
      const container = { type: 'view', view_id: id };
      await press({ button, context: { container, view: { type: 'home', id, hash, private_metadata } } });
    },
    async chooses(shortcut, message) {
      const payload = {
        ...base(),
        type: message === undefined ? 'shortcut' : 'message_action',
        callback_id: shortcut,
        trigger_id: await workspace.trigger(userId),
        action_ts: unique(),
        ...(message !== undefined && {
          ...{ channel: { id: workspace.channel, name: 'staffroom' }, message_ts: unique() },
          ...{ response_url: workspace.responseUrl(userId, workspace.channel), message: { text: message } },
        }),
      };
      await accepted(await deliverInteraction(bot, payload));
    },
    opensForm: async () => press(await find('any form', ({ button }) => button.action_id === 'open-form')),
    looksUp(name, text) {
      const view = top();
      const input = inputsIn(view).find(
        ({ element, label }) =>
          element.type.endsWith('external_select') && (element.action_id === name || label.text === name),
      );
      if (!input) return undefined;
      const payload = {
        ...base(),
        type: 'block_suggestion',
        ...inView(view),
        ...{ action_id: input.element.action_id, block_id: input.block_id, value: text },
      };
      type Offered = { readonly options: readonly { text: { text: string }; value: string }[] };
      return deliverInteraction(bot, payload)
        .then(accepted)
        .then((answer) =>
          (JSON.parse(answer) as Offered).options.map(({ text: { text: title }, value }) => ({
            title,
            value,
          })),
        );
    },
    asks: (name) => inputsIn(top()).some((one) => one.element.action_id === name || one.label.text === name),
    fills(answers) {
      const view = top();
      const values: Record<string, string> = { ...typed.get(view.id) };
      for (const [name, answer] of Object.entries(answers)) {
        const block = inputsIn(view).find((one) => one.element.action_id === name || one.label.text === name);
        if (!block) throw new Error(`no input “${name}” in the window`);
        const options = offeredBy(block.element);
        const choose = (wanted: string) => {
          if (!options || wanted === '') return wanted;
          const option = options.find((one) => one.value === wanted || one.text.text === wanted);
          if (!option) throw new Error(`no choice “${wanted}” for ${name}`);
          return option.value;
        };
        values[block.block_id] = [answer].flat().map(choose).join(',');
      }
      typed.set(view.id, values);
    },
    async submits() {
      const view = top();
      if (!view.submit) throw new Error('the window has nothing to send');
      const inputs = inputsIn(view);
      const empty = inputs.filter((one) => !one.optional && !valueIn(view, one));
      if (empty.length > 0) throw new Error(`Slack asks for ${empty.map((one) => one.block_id).join(', ')}`);
      const answer = await accepted(
        await deliverInteraction(bot, submissionOf(base(), view, stateIn(view), mine().slice(0, -1))),
      );
      await obey(view, answer === '' ? {} : (JSON.parse(answer) as Acknowledged));
    },
    closes() {
      const view = top();
      for (const { id } of view.clearOnClose ? mine() : [view]) workspace.closeView(id);
    },
    messages: async () => [...(await asItStands()).shown],
    ephemerals: () =>
      workspace.ephemerals
        .filter((one) => one.userId === userId)
        .map(({ text, blocks }) => shown(text, blocks)),
    modal() {
      const view = mine().at(-1);
      if (!view) return undefined;
      const { title, submit, id, hash, blocks } = view;
      const marked = errors.get(id);
      const inputs = inputsIn(view);
      const values = inputs.map((one) => [one.element.action_id, valueIn(view, one)]);
      const marks = Object.entries(marked?.hash === hash ? marked.marks : {}).map(([blockId, sentence]) => {
        const input = inputs.find((one) => one.block_id === blockId);
        if (!input) throw new Error(`an error for ${blockId}, which is no input of the window`);
        return [input.element.action_id, sentence];
      });
      return {
        ...shown('', blocks),
        title,
        submit,
        values: Object.fromEntries(values),
        errors: Object.fromEntries(marks),
      };
    },
  };
}
