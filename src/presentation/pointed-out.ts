import type { ActionData } from './message.ts';

/** What sends a form, with the days or few words that were pointed out on its card: sent so, they are meant. */
export function withPointedOut(submit: ActionData, values: readonly string[]): ActionData {
  return values.length ? { ...submit, pointedOut: values.map(encodeURIComponent).join(',') } : submit;
}

/** Whether this was pointed out on the form that was sent. */
export const wasPointedOut = (
  { pointedOut = '' }: Readonly<Record<string, string>>,
  value: string,
): boolean => pointedOut.split(',').includes(encodeURIComponent(value));
