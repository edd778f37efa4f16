import { z } from 'zod';
import { TryLater, Uncertain, Unreachable } from '../channel.ts';
import { Lost } from './once-only.ts';

const refusal = z.object({
  statusCode: z.number(),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>().optional() })
    .optional(),
});
const codes = z.union([
  z.object({ code: z.string() }).transform(({ code }) => code),
  z
    .object({ details: z.object({ error: z.object({ code: z.string() }) }) })
    .transform((e) => e.details.error.code),
]);

const MINUTE = 60_000;
const LONGEST_WAIT = 60 * MINUTE;

/** Teams' own code for what it refused ("ConversationNotFound"), for logs; or the status, or the error's class. */
export function codeOf(error: unknown): string {
  const status = statusOf(error);
  const { data: code } = codes.safeParse(error);
  if (code !== undefined && /^\w{1,60}$/.test(code)) return code;
  return status === undefined ? nameOf(error) : String(status);
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);

/** The HTTP status Teams answered with; undefined when it didn't answer. */
export function statusOf(error: unknown): number | undefined {
  return refusal.safeParse(error).data?.statusCode;
}

/** What Teams answered, for the log. */
export function answered(error: unknown): { code: string; status?: number } {
  const status = statusOf(error);
  return { code: codeOf(error), ...(status === undefined ? {} : { status }) };
}

/** How long Teams asks to wait, in milliseconds; `otherwise` when it doesn't say. */
function retryAfter(error: unknown, otherwise: number): number {
  const header = refusal.safeParse(error).data?.response?.headers?.get('retry-after');
  const ms = Number(header) * 1000;
  return header && Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_WAIT) : otherwise;
}

/**
 * What a failure of sending means to whoever asked for it.
 * @returns Unreachable, TryLater (it surely was not sent), or Uncertain.
 */
export function meaningOf(error: unknown): Unreachable | TryLater | Uncertain {
  if (error instanceof Unreachable || error instanceof TryLater || error instanceof Uncertain) return error;
  const status = statusOf(error);
  if (status === 404) return new Unreachable('not-found');
  if (status === 403) return new Unreachable(forbidden(error));
  if (status === 429 || status === 412) return new TryLater(retryAfter(error, MINUTE));
  // Refused for what it is or whom it is from: nothing was sent, and something must be put right first.
  if (status !== undefined && status >= 400 && status < 500 && status !== 408)
    return new TryLater(15 * MINUTE);
  if (status !== undefined || error instanceof Lost) return new Uncertain(codeOf(error), { cause: error });
  // Failed before anything went out: no connection, or no token.
  return new TryLater(MINUTE);
}

function forbidden(error: unknown) {
  const code = codeOf(error);
  return code === 'BotNotInConversationRoster' || code === 'BotNotInstalled' ? 'not-installed' : 'blocked';
}
