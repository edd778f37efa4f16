import type { ActionData, AdaptiveCard, CardElement } from '../src/presentation/message.ts';
import { inputsOf } from '../src/presentation/render.ts';

/** A form in somebody's chat, as much of it as is needed to send it. */
export interface OpenForm {
  readonly send: ActionData;
  /** What stands in its inputs, by input id. */
  readonly values: Readonly<Record<string, string>>;
}

/** What the buttons of a card send, anywhere in it. */
function sentBy(part: unknown): ActionData[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, data } = part as CardElement;
  const own = type === 'Action.Submit' ? [(data as { readonly send: ActionData }).send] : [];
  return [...own, ...Object.values(part).flatMap(sentBy)];
}

/** The form of this name, if that is what the card is. */
export function formIn(card: AdaptiveCard, form: string): OpenForm | undefined {
  const send = sentBy(card).find((data) => data.do === 'submit' && data.form === form);
  const values = inputsOf(card).map(({ id, value }) => [String(id), String(value ?? '')] as const);
  return send && { send, values: Object.fromEntries(values) };
}
