import { z } from 'zod';
import { actionData } from './card.ts';
import { type Origin, originSchema } from './place.ts';

/** No id of Slack's is longer. */
const id = z.string().min(1).max(255);

/** What Slack sends, as far as we use it. What it says of people is only an id; the directory says who that is. */
export const commandPayload = z.object({
  text: z.string().default(''),
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: z.string().min(1),
});

/** A file beside a message. */
const filePayload = z.object({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  /** Where its content is, for a bot that may read files. */
  url_private: z.string().nullish(),
});

/** A message, or a mention, that somebody wrote. */
export const eventPayload = z.object({
  event_id: id,
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    user: id.optional(),
    channel: id,
    ts: id,
    /** Of the message that the thread hangs on, where it is in one. */
    thread_ts: z.string().optional(),
    text: z.string().default(''),
    files: z.array(filePayload).optional(),
  }),
});

/** Somebody opened the bot: its Home, or their private chat with it. */
export const openedPayload = z.object({
  event_id: id,
  event: z.object({
    type: z.literal('app_home_opened'),
    user: id,
    /** Their private chat. */
    channel: id,
    tab: z.string(),
  }),
});

/** A shortcut; `message` is what it was chosen on. */
export const shortcutPayload = z.object({
  callback_id: z.string(),
  trigger_id: id,
  user: z.object({ id }),
  message: z.object({ text: z.string().default('') }).optional(),
});

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const metadata = json.pipe(z.object({ send: actionData.optional(), origin: originSchema }));

const chosen = z.object({ value: z.string() });
const inputState = z.union([
  z
    .object({ type: z.literal('plain_text_input'), value: z.string().nullish() })
    .transform((s) => s.value ?? ''),
  z
    .object({ type: z.literal('datepicker'), selected_date: z.string().nullish() })
    .transform((s) => s.selected_date ?? ''),
  z
    .object({ type: z.literal('timepicker'), selected_time: z.string().nullish() })
    .transform((s) => s.selected_time ?? ''),
  z
    .object({
      type: z.enum(['static_select', 'external_select', 'radio_buttons']),
      selected_option: chosen.nullish(),
    })
    .transform((s) => s.selected_option?.value ?? ''),
  z
    .object({
      type: z.enum(['multi_static_select', 'multi_external_select', 'checkboxes']),
      selected_options: z.array(chosen).nullish(),
    })
    .transform((s) => (s.selected_options ?? []).map(({ value }) => value).join(',')),
]);

/** A window's inputs by input id: what stands in it ('' when empty, several joined by commas) and its block's id. */
const inputs = z
  .record(z.string(), z.record(z.string(), inputState))
  .transform((blocks) =>
    Object.fromEntries(
      Object.entries(blocks).flatMap(([blockId, held]) =>
        Object.entries(held).map(([id, value]) => [id, { value, blockId }] as const),
      ),
    ),
  );

/** What stands in a window's inputs, and in which block. */
type Held = z.infer<typeof inputs>;

/** A button that was pressed; in a window, with what stands in that. */
export const pressPayload = z.object({
  user: z.object({ id }),
  trigger_id: id,
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  container: z.object({
    type: z.string(),
    is_ephemeral: z.boolean().optional(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
  view: z
    .object({
      type: z.string().optional(),
      id: z.string(),
      hash: z.string(),
      private_metadata: metadata,
      state: z.object({ values: inputs }).optional(),
    })
    .optional(),
  actions: z
    .array(
      z.object({
        type: z.literal('button'),
        action_id: z.string().max(255),
        action_ts: z.string().max(255),
        value: json.pipe(actionData),
      }),
    )
    .min(1),
});
export type PressPayload = z.infer<typeof pressPayload>;

/** What somebody has typed so far into a search of a window. */
export const suggestionPayload = z.object({
  user: z.object({ id }),
  action_id: id,
  value: z.string().default(''),
  view: z.object({ private_metadata: json.pipe(z.object({ send: actionData })) }),
});

/** A window that was sent. */
export const submissionPayload = z.object({
  user: z.object({ id }),
  view: z.object({
    id,
    hash: id,
    /** The window it lies on, where it lies on one. */
    previous_view_id: z.string().nullish(),
    /** The first window: itself, where it lies on none. */
    root_view_id: z.string().nullish(),
    private_metadata: json.pipe(z.object({ send: actionData, origin: originSchema })),
    state: z.object({ values: inputs }),
  }),
});
export type SubmissionPayload = z.infer<typeof submissionPayload>;

/** What stands in a window, by input id. */
export const valuesIn = (held: Held): Record<string, string> =>
  Object.fromEntries(Object.entries(held).map(([id, { value }]) => [id, value]));

/** What ends the ids of a window's blocks: '' where they are those of its inputs. */
export const suffixIn = (held: Held): string =>
  Object.entries(held).map(([id, { blockId }]) => blockId.slice(id.length))[0] ?? '';

/** Where the card that was pressed stands. */
export function originOf(payload: PressPayload, own: boolean): Origin | undefined {
  if (payload.view) return payload.view.private_metadata.origin;
  const { container, channel, message, response_url: url } = payload;
  const hangsOn = container.thread_ts ?? message?.thread_ts;
  // The message that a thread hangs on is in none itself.
  const thread = hangsOn && hangsOn !== container.message_ts ? { thread: hangsOn } : {};
  if (container.is_ephemeral)
    return url ? { place: { at: 'url', url, card: true, ...thread }, own } : undefined;
  if (channel?.id.startsWith('D') && container.message_ts) {
    const place = { at: 'dm', channel: channel.id, ts: container.message_ts, ...thread } as const;
    return { place: { ...place, ...(url && { url }) }, own };
  }
  // Not a place we put cards in; the answer is private all the same, and nothing there is replaced.
  return url ? { place: { at: 'url', url, card: false, ...thread }, own: false } : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What a person typed, from Slack's marked-up form of it: links and mentions as they were written. */
export function asTyped(text: string): string {
  return text
    .replace(/<(?:[^<>|]*)\|([^<>]*)>/g, '$1')
    .replace(/<(https?:[^<>]*|mailto:[^<>]*)>/g, (_, link: string) => link.replace(/^mailto:/, ''))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** A message's words, as those who read it saw them: whom it mentions stands in it by an id that says nothing. */
export const asRead = (text: string) => asTyped(text.replace(/<@[^<>|]*>/g, '@colleague'));

/** What a person said to the bot in a channel: without the mention it begins with. */
export const withoutMention = (text: string) => text.replace(/^\s*<@[^<>]*>[:,]?/, '');
