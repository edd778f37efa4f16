import { z } from 'zod';

/** Whom a token is to be from and for. */
export interface Wanted {
  readonly issuer: string;
  readonly appId: string;
  readonly tenantId: string;
}

// As the SDK has it, for clocks that differ.
const LENIENCE_SECONDS = 5 * 60;
/** Microsoft’s own are a quarter of it. */
const LONGEST = 8_192;
const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;

const part = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
const head = part.pipe(z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) }));
const body = part.pipe(
  z.object({ iss: z.string(), aud: z.string(), exp: z.number(), tid: z.string().optional() }),
);

/** The id of the key that a token says it was signed with; undefined where it says none, or is no token. */
export function keyIdIn(authorization: string): string | undefined {
  if (authorization.length > LONGEST) return undefined;
  return head.safeParse(BEARER.exec(authorization)?.[1]).data?.kid;
}

/**
 * Whether a request's token is one for this bot by what it says of itself: of the channel's issuer, for this app, not past the end that
 * it must have, and of no other tenant. Its signature is another matter: this is so that nothing is read from anybody without one.
 * @param now Milliseconds since 1970.
 */
export function mayBeOurs(authorization: string, wanted: Wanted, now: number): boolean {
  if (keyIdIn(authorization) === undefined) return false;
  const { data: claims } = body.safeParse(BEARER.exec(authorization)?.[2]);
  if (!claims || claims.iss !== wanted.issuer || claims.aud !== wanted.appId) return false;
  if (claims.tid !== undefined && claims.tid !== wanted.tenantId) return false;
  return claims.exp > now / 1000 - LENIENCE_SECONDS;
}
