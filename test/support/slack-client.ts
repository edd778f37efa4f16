import { createHmac } from 'node:crypto';
import { checkModal } from './slack-block-kit.ts';
import type { Block, SlackWorkspace, View } from './slack-workspace.ts';

/**
 * A person at a Slack client: types, presses buttons, fills windows in and sends them, and sees what Slack would show.
 * Works on any running bot whose Slack is a `SlackWorkspace`.
 */
export interface SlackPerson {
  readonly userId: string;
  /** `/review TEXT`, in the private chat with the bot or, by default, in the staffroom channel. */
  command(text: string, where?: 'dm' | 'channel'): Promise<void>;
  /** Writes to the bot in the private chat. */
  says(text: string): Promise<void>;
  /** Mentions the bot in the staffroom channel. */
  mentions(text: string): Promise<void>;
  /**
   * Presses the newest visible button with this title, of those beside whose words `beside` stands where it is given: in
   * the open window (whose button to send is one, too), else in the chat.
   */
  presses(title: string, beside?: string): Promise<void>;
  /** Presses the newest visible button that opens a form from its own message. */
  opensForm(): Promise<void>;
  /** Fills in the open window, by input id or label; a choice by its words or value, several in an array. */
  fills(answers: Readonly<Record<string, string | readonly string[]>>): void;
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

interface Modal extends Shown {
  readonly title: string;
  /** Its button to send. */
  readonly submit: string | undefined;
  readonly values: Values;
  readonly errors: Values;
}

interface Shown {
  /** What a locked phone shows. */
  readonly notification: string;
  /** All words one can read but those on buttons, a line for each element. */
  readonly words: string;
  /** The titles of its buttons. */
  readonly buttons: readonly string[];
  readonly blocks: readonly Block[];
}
type Values = Readonly<Record<string, string>>;

/** Where the bot listens, and how many milliseconds Slack waits for it. */
export interface BotAddress {
  readonly url: string;
  readonly workspace: SlackWorkspace;
}

let counter = 0;
/** A name Slack would give: different every time. */
const unique = () => {
  counter += 1;
  return `${Math.floor(Date.now() / 1000)}.${String(counter).padStart(6, '0')}`;
};

export interface Signed {
  readonly secret?: string;
  /** Seconds from now. */
  readonly skew?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as Slack makes it: signed, to the bot's one address. */
export function deliver(
  { url, workspace }: BotAddress,
  body: string,
  contentType: string,
  { secret = workspace.signingSecret, skew = 0, headers = {} }: Signed = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) + skew);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  });
}

const FORM = 'application/x-www-form-urlencoded';
export const deliverForm = (bot: BotAddress, fields: Record<string, string>, signed?: Signed) =>
  deliver(bot, new URLSearchParams(fields).toString(), FORM, signed);
export const deliverEvent = (bot: BotAddress, event: object, signed?: Signed) =>
  deliver(bot, JSON.stringify(event), 'application/json', signed);
export const deliverInteraction = (bot: BotAddress, payload: object, signed?: Signed) =>
  deliverForm(bot, { payload: JSON.stringify(payload) }, signed);

export function commandOf(workspace: SlackWorkspace, userId: string, text: string, more: object = {}) {
  return {
    command: '/review',
    text,
    user_id: userId,
    team_id: workspace.teamId,
    channel_id: workspace.channel,
    api_app_id: 'A1',
    trigger_id: unique(),
    response_url: workspace.responseUrl(userId, workspace.channel),
    ...more,
  };
}

export function eventOf(workspace: SlackWorkspace, event: object) {
  return {
    type: 'event_callback',
    team_id: workspace.teamId,
    api_app_id: 'A1',
    event_id: `Ev${unique()}`,
    event: { ts: unique(), ...event },
  };
}

const textIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'button') return [];
  if ('type' in value && value.type === 'rich_text') return [richTextIn(value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : key === 'options' ? [] : textIn(inner),
  );
};
/** Rich text reads on in one line, whatever its stretches look like. */
const richTextIn = (value: object): string =>
  Object.entries(value)
    .map(([key, inner]) => {
      if (key === 'text') return String(inner);
      if (Array.isArray(inner)) return inner.map((one) => richTextIn(one as object)).join('');
      return '';
    })
    .join('');

interface Button {
  readonly type: 'button';
  readonly text: { readonly text: string };
  readonly action_id: string;
  readonly value: string;
}
interface Row {
  readonly button: Button;
  readonly words: string;
}
/** Each button with the words it stands beside: of its own row, or since the buttons above it. */
function rowsIn(blocks: readonly Block[]): Row[] {
  let above: string[] = [];
  return blocks.flatMap((block) => {
    const words = textIn(block);
    const row = block.accessory ? words : above;
    if (block.type === 'actions') above = [];
    else above.push(...words);
    return buttonsIn([block]).map((button) => ({ button, words: row.join('\n') }));
  });
}

const buttonsIn = (blocks: readonly Block[]): Button[] =>
  blocks
    .flatMap(({ elements, accessory }) => [...(Array.isArray(elements) ? elements : []), accessory])
    .filter((one): one is Button => one?.type === 'button');

function shown(notification: string, blocks: readonly Block[] = []): Shown {
  return {
    notification,
    words: textIn(blocks).join('\n'),
    buttons: buttonsIn(blocks).map(({ text }) => text.text),
    blocks,
  };
}

interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}
interface InputElement {
  readonly type: string;
  readonly options?: readonly Option[];
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_time?: string;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
}
interface InputBlock extends Block {
  readonly block_id: string;
  readonly optional?: boolean;
  readonly label: { readonly text: string };
  readonly element: InputElement & { readonly action_id: string };
}
const inputsIn = (view: View) => view.blocks.filter((one): one is InputBlock => one.type === 'input');

function initialOf({ element }: InputBlock): string {
  const { initial_value, initial_date, initial_time, initial_option, initial_options } = element;
  const several = initial_options?.map(({ value }) => value).join(',');
  return initial_value ?? initial_date ?? initial_time ?? initial_option?.value ?? several ?? '';
}

/** What Slack reports of an input with `value` in it. */
function stateOf({ element }: InputBlock, value: string): object {
  const { type, options = [] } = element;
  const option = (wanted: string) => options.find((one) => one.value === wanted) ?? null;
  if (type === 'datepicker') return { type, selected_date: value || null };
  if (type === 'timepicker') return { type, selected_time: value || null };
  if (type === 'static_select' || type === 'radio_buttons') return { type, selected_option: option(value) };
  if (type === 'plain_text_input') return { type, value: value || null };
  return { type, selected_options: value === '' ? [] : value.split(',').map(option) };
}

interface Acknowledged {
  readonly response_action?: 'errors' | 'update' | 'push' | 'clear';
  readonly errors?: Values;
  readonly view?: object;
}

/** Somebody of the workspace, at their Slack client. */
export function slackPerson(bot: BotAddress, email: string): SlackPerson {
  const { workspace } = bot;
  const userId = workspace.userId(email);
  const typed = new Map<string, Record<string, string>>();
  const errors = new Map<string, Values>();

  const mine = () => workspace.views.filter((one) => one.userId === userId);
  const top = () => {
    const view = mine().at(-1);
    if (!view) throw new Error(`${email} has no window open`);
    return view;
  };
  // As Slack: what was typed stays while its block's id does, whatever an update says of initial values.
  const valueIn = (view: View, one: InputBlock) => typed.get(view.id)?.[one.block_id] ?? initialOf(one);
  const dm = async () => {
    const opened = await workspace.api('conversations.open', { users: userId }, workspace.botToken);
    return (opened.channel as { id: string }).id;
  };
  const accepted = async (response: Response): Promise<string> => {
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
    return response.text();
  };
  const history = async () => {
    const answer = await workspace.api(
      'conversations.history',
      { channel: await dm(), limit: 200 },
      workspace.botToken,
    );
    return (answer.messages as { ts: string; text: string; blocks?: Block[] }[]).toReversed();
  };
  const base = () => ({
    user: { id: userId, team_id: workspace.teamId },
    team: { id: workspace.teamId },
    api_app_id: 'A1',
  });

  const find = async (title: string, wanted: (row: Row) => boolean) => {
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
    for (const { ts, blocks = [] } of (await history()).toReversed()) {
      const button = inside(blocks);
      if (button) return { button, context: inMessage(channel, ts) };
    }
    throw new Error(`${email} sees no button “${title}”`);
  };
  const inView = (view: View) => ({
    container: { type: 'view', view_id: view.id },
    view: { id: view.id, hash: view.hash, private_metadata: view.privateMetadata },
  });
  const inEphemeral = (id: string, channel: string) => ({
    container: { type: 'message', message_ts: unique(), channel_id: channel, is_ephemeral: true },
    channel: { id: channel },
    response_url: workspace.responseUrl(userId, channel, id),
  });
  const inMessage = (channel: string, ts: string) => ({
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    channel: { id: channel },
    message: { ts },
    response_url: workspace.responseUrl(userId, channel),
  });

  /** Does to the windows what the bot's answer to a sent form says. */
  const obey = async (view: View, { response_action: action, errors: marks, view: next }: Acknowledged) => {
    errors.delete(view.id);
    if (next) checkModal(next);
    if (action === 'errors') errors.set(view.id, marks ?? {});
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

  const press = async ({ button, context, viewId }: Awaited<ReturnType<typeof find>>) => {
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
    async says(text) {
      const event = { type: 'message', channel_type: 'im', channel: await dm(), user: userId, text };
      await accepted(await deliverEvent(bot, eventOf(workspace, event)));
    },
    async mentions(text) {
      const event = {
        type: 'app_mention',
        channel: workspace.channel,
        user: userId,
        text: `<@UBOT> ${text}`,
      };
      await accepted(await deliverEvent(bot, eventOf(workspace, event)));
    },
    async presses(title, beside) {
      if (beside === undefined && mine().at(-1)?.submit === title) return this.submits();
      const wanted = ({ button, words }: Row) => button.text.text === title && words.includes(beside ?? '');
      await press(await find(title, wanted));
    },
    opensForm: async () => press(await find('any form', ({ button }) => button.action_id === 'open-form')),
    fills(answers) {
      const view = top();
      const values: Record<string, string> = { ...typed.get(view.id) };
      for (const [name, answer] of Object.entries(answers)) {
        const block = inputsIn(view).find((one) => one.element.action_id === name || one.label.text === name);
        if (!block) throw new Error(`no input “${name}” in the window`);
        const { options } = block.element;
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
      const state = Object.fromEntries(
        inputs.map((one) => [one.block_id, { [one.element.action_id]: stateOf(one, valueIn(view, one)) }]),
      );
      const answer = await accepted(await deliverInteraction(bot, submissionOf(base(), view, state)));
      await obey(view, answer === '' ? {} : (JSON.parse(answer) as Acknowledged));
    },
    closes() {
      const view = top();
      for (const { id } of view.clearOnClose ? mine() : [view]) workspace.closeView(id);
    },
    messages: async () => (await history()).map(({ text, blocks }) => shown(text, blocks)),
    ephemerals: () =>
      workspace.ephemerals
        .filter((one) => one.userId === userId)
        .map(({ text, blocks }) => shown(text, blocks)),
    modal() {
      const view = mine().at(-1);
      if (!view) return undefined;
      const { title, submit, id, blocks } = view;
      const inputs = inputsIn(view);
      const values = inputs.map((one) => [one.element.action_id, valueIn(view, one)]);
      const marks = Object.entries(errors.get(id) ?? {}).map(([blockId, sentence]) => {
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

/** A window's form, sent. */
export function submissionOf(base: object, view: View, values: object) {
  return {
    ...base,
    type: 'view_submission',
    view: {
      id: view.id,
      type: 'modal',
      hash: view.hash,
      callback_id: 'card',
      external_id: view.externalId,
      private_metadata: view.privateMetadata,
      state: { values },
    },
  };
}
