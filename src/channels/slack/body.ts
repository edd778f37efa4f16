import { parse } from 'node:querystring';
import { z } from 'zod';
import { EVENTS } from './listeners.ts';

// Bolt keeps a client for each workspace under its id: a name that every object has from birth is none.
const teamId = z
  .string()
  .regex(/^[A-Z0-9]{1,40}$/)
  .nullish();
const inTeam = z.looseObject({ team_id: teamId }).nullish();
const part = z.looseObject({}).nullish();
const place = z.union([z.string(), z.looseObject({})]).optional();
const eventSchema = z.looseObject({ type: z.string(), channel: place, item: z.looseObject({}).optional() });

/** The parts that Bolt looks into before anybody is asked: each is what Bolt takes it for, or is not there. */
const bodySchema = z
  .looseObject({
    type: z.string().nullish(),
    callback_id: z.string().nullish(),
    team_id: teamId,
    team: z.looseObject({ id: teamId }).nullish(),
    user: inTeam,
    event: eventSchema.optional(),
    authorizations: z.array(z.looseObject({ team_id: teamId })).nullish(),
    actions: z.array(z.looseObject({})).nullish(),
    view: z.looseObject({ app_installed_team_id: teamId }).nullish(),
    ...{ channel: z.looseObject({}).optional(), message: part, container: part },
  })
  .refine(({ type, view, actions }) => {
    if (type === 'view_submission') return view != null;
    return type !== 'block_actions' || (actions ?? []).length > 0;
  });

type Body = z.infer<typeof bodySchema>;

/** What a request says, where it is what Bolt can take: a form, or JSON, of an object whose parts are objects where they must be. */
export function bodyIn(contentType: string | undefined, bytes: Buffer): Body | undefined {
  const text = bytes.toString();
  const fields = contentType === 'application/x-www-form-urlencoded' ? parse(text) : undefined;
  const payload = fields ? fields.payload : text;
  if (fields && payload === undefined) return bodySchema.safeParse(fields).data;
  if (typeof payload !== 'string') return undefined;
  try {
    return bodySchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Whether anybody here takes it, told apart in the order in which Bolt does. Bolt keeps hold of what nobody takes for three seconds,
 * in case somebody still will.
 */
export function isTaken({
  type,
  event,
  command,
  name,
  action_id,
  actions,
  callback_id,
  ssl_check,
}: Body): boolean {
  if (ssl_check === '1' || type === 'url_verification') return true;
  if (event) return EVENTS.some((one) => one === event.type);
  if (command !== undefined) return isText(command) && command.startsWith('/');
  if (name !== undefined || type === 'block_suggestion') return isText(action_id);
  if (actions !== undefined) return type === 'block_actions';
  if (type === 'shortcut' || type === 'message_action') return isText(callback_id);
  return type === 'view_submission';
}
