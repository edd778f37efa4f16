import { createHash } from 'node:crypto';
import type { Asked } from './turn.ts';

/** A form sent: the token it was shown with, and a token that is the same only for the very same answers in it. */
export interface Sending {
  readonly once: string;
  readonly token: string;
}

/** Longer than any token given out: what is longer is forged, and would only fill the review. */
const LONGEST = 100;

/**
 * What was sent with the form's token; undefined where no form was sent, or none of ours. A channel may deliver one answer
 * several times; and somebody may change a word in a form that was still open and send it again. The first is to have no
 * second effect, the second is not to be lost: so the answers count too, as a fingerprint that says nothing of them.
 */
export function sendingOf({ data, values }: Asked): Sending | undefined {
  const { once } = data;
  if (!once || once.length > LONGEST) return undefined;
  const answers = JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  const print = createHash('sha256').update(`${once}\n${answers}`).digest('base64url').slice(0, 16);
  return { once, token: `${once}#${print}` };
}

/** Whether the form was taken already: with these very answers, or with others. */
export function alreadyTaken(
  { taken = [] }: { readonly taken?: readonly string[] },
  { once, token }: Sending,
): 'the-same' | 'otherwise' | undefined {
  if (taken.includes(token)) return 'the-same';
  return taken.some((one) => one.startsWith(`${once}#`)) ? 'otherwise' : undefined;
}
