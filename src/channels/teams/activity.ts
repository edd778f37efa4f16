import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { fromOneWord } from '../../presentation/asks-who.ts';
import type { ActionData } from '../../presentation/message.ts';
import type { Inbound } from '../channel.ts';
import type { FileOf } from './files.ts';

const text = z.string().nullish();
/** An id stands in addresses, so it has to be text that can be sent. */
const id = z.string().refine((text) => text.isWellFormed());
const account = z.looseObject({ id: id.min(1), name: text, aadObjectId: text, role: text });

/** As much of an activity as is read here; the rest is the SDK's and passes as it is. */
const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: id.nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: id.min(1),
    ...{ name: text, conversationType: text, tenantId: text, isGroup: z.boolean().nullish() },
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text }).nullish(),
      team: z.looseObject({ id: text }).nullish(),
    })
    .nullish(),
  name: text,
  text,
  action: text,
  locale: text,
  replyToId: id.nullish(),
  entities: z.array(z.looseObject({ type: text })).nullish(),
  membersAdded: z.array(account).nullish(),
  attachments: z.array(z.looseObject({ contentType: text, name: text })).nullish(),
});

/** Whether a request's body is an activity at all. */
export function isActivity(body: unknown): body is Activity {
  return activitySchema.safeParse(body).success;
}

/** The Microsoft 365 tenant an activity happened in; undefined when it doesn't say. */
export function tenantOf(activity: Activity): string | undefined {
  const { channelData, conversation } = activitySchema.parse(activity);
  return channelData?.tenant?.id ?? conversation.tenantId ?? undefined;
}

/** Whether it says of itself, anywhere, that it happened in another tenant than this, or does not say where. */
export function isForeign(activity: Activity, tenant: string): boolean {
  const { channelData, conversation } = activitySchema.parse(activity);
  const said = [channelData?.tenant?.id, conversation.tenantId].filter((one) => one != null);
  return said.length === 0 || said.some((one) => one !== tenant);
}

/** The team an activity happened in; undefined outside teams. */
export function teamOf(activity: Activity): string | undefined {
  return activitySchema.parse(activity).channelData?.team?.id ?? undefined;
}

/** Whether nobody but the person and the bot can read along. What doesn't say so is taken for public. */
export function isPrivate(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal';
}

const actionData = z.record(z.string(), z.string()).and(z.object({ do: z.string().min(1) }));
const inputs = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What stood in a card when its button was pressed; undefined when it isn't a button of ours. */
function press(submitted: unknown): Inbound['said'] | undefined {
  const whole = z.looseObject({ send: actionData }).safeParse(submitted);
  if (!whole.success) return undefined;
  // `msteams` is the client's own and says how the button behaves.
  const { send, msteams: _, ...rest } = whole.data;
  const values = inputs.safeParse(rest);
  if (!values.success) return undefined;
  const typed = Object.entries(values.data).map(([id, value]) => [id, value === null ? '' : String(value)]);
  return { kind: 'press', data: send, values: Object.fromEntries(typed) };
}

/**
 * What the person said or pressed: a message's text, or an Action.Submit's or Action.Execute's data and inputs.
 * Undefined when it is none of these, or data that no card of ours carries.
 */
export function saidIn(activity: Activity, fileOf: FileOf): Inbound['said'] | undefined {
  if (activity.type === 'invoke') {
    const execute = z.looseObject({ action: z.looseObject({ data: z.unknown() }) }).safeParse(activity.value);
    return execute.success ? press(execute.data.action.data) : undefined;
  }
  if (activity.value !== undefined && activity.value !== null) return press(activity.value);
  const typed = plain(activity);
  const { attachments } = activitySchema.parse(activity);
  const files = (attachments ?? []).flatMap((attachment) => fileOf(attachment) ?? []);
  const openly = isPrivate(activity) ? {} : { openly: true };
  if (files.length === 0) return { kind: 'text', text: typed, ...openly };
  return { kind: 'files', files, text: typed, privately: isPrivate(activity) };
}

const searchSchema = z.object({ queryText: z.string().default(''), dataset: z.string().min(1) });

/** What somebody has typed so far into a search of a card, and what the card carries for it; undefined for anything else. */
export function searchIn({
  value,
}: Activity): { readonly asks: ActionData; readonly typed: string } | undefined {
  const search = searchSchema.safeParse(value);
  if (!search.success) return undefined;
  return { asks: fromOneWord(search.data.dataset), typed: search.data.queryText };
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decode = (escaped: string) =>
  escaped
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const point = Number.parseInt(digits, hex ? 16 : 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/&(nbsp|amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? '');

const TAG = /<\/?(?:at|p|div|br|span|strong|b|em|i|u|s|code|pre|blockquote|ul|ol|li)\b/i;

/** A space for each tag. In what stands before a ">", one tag can begin; behind the last there is none. */
function withoutTags(html: string): string {
  const parts = html.split('>');
  const last = parts.pop() ?? '';
  const open = parts.map((part) => {
    const at = part.search(TAG);
    return at < 0 ? `${part}>` : `${part.slice(0, at)} `;
  });
  return `${open.join('')}${last}`;
}

/** The text without the bot's own name before it, mark-up, and the spaces these leave. */
function plain(activity: Activity): string {
  const { text, entities, recipient } = activitySchema.parse(activity);
  const mention = z.looseObject({
    type: z.literal('mention'),
    text: z.string().min(1),
    mentioned: z.looseObject({ id: z.literal(recipient.id) }),
  });
  const ownNames = (entities ?? [])
    .map((entity) => mention.safeParse(entity))
    .filter(({ success }) => success);
  const unnamed = ownNames.reduce((left, { data }) => left.replaceAll(data?.text ?? '', ' '), text ?? '');
  return decode(withoutTags(unnamed)).replace(/\s+/g, ' ').trim();
}
