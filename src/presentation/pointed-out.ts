import { createHash } from 'node:crypto';
import type { ActionData } from './message.ts';

/** A button can carry so much of each: what is longer is known by a fingerprint, whatever line breaks a chat has. */
const LONGEST = 60;

function tokenOf(value: string): string {
  if (value.length <= LONGEST && !/\s\s|\n/.test(value)) return encodeURIComponent(value);
  const words = value.split(/\s+/).join(' ');
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

/** What sends a form, with the days or few words that were pointed out on its card: sent so, they are meant. */
export function withPointedOut(submit: ActionData, values: readonly string[]): ActionData {
  return values.length ? { ...submit, pointedOut: values.map(tokenOf).join(',') } : submit;
}

/** Whether this was pointed out on the form that was sent. */
export const wasPointedOut = (
  { pointedOut = '' }: Readonly<Record<string, string>>,
  value: string,
): boolean => pointedOut.split(',').includes(tokenOf(value));
