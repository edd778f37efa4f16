import { createHmac, randomBytes } from 'node:crypto';
import type { ActionData } from './message.ts';

/** Of this process alone: who reads a button can't try numbers and names against a fingerprint. Another process points it out anew. */
const KEY = randomBytes(32);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day says nothing of anybody. Whatever else was typed is known by a fingerprint, whatever line breaks a chat has. */
function tokenOf(value: string): string {
  if (DAY.test(value)) return value;
  const words = value.split(/\s+/).join(' ');
  return createHmac('sha256', KEY).update(words).digest('base64url').slice(0, 16);
}

/** What sends a form, with what was pointed out on its card: sent so, it is meant. What was typed is not in it. */
export function withPointedOut(submit: ActionData, values: readonly string[]): ActionData {
  return values.length ? { ...submit, pointedOut: values.map(tokenOf).join(',') } : submit;
}

/** Whether this was pointed out on the form that was sent. */
export const wasPointedOut = (
  { pointedOut = '' }: Readonly<Record<string, string>>,
  value: string,
): boolean => pointedOut.split(',').includes(tokenOf(value));
