import type { ActionData, AdaptiveCard, CardElement, CardMessage } from '../../src/presentation/message.ts';

/** Cards for the tests of the Slack channel, as plain as the subset allows. */
export const words = (text: string, more: object = {}): CardElement => ({ type: 'TextBlock', text, ...more });

export const typed = (text: string, more: object = {}): CardElement => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
});

export const submit = (title: string, send: ActionData, more: object = {}): CardElement => ({
  type: 'Action.Submit',
  title,
  data: { send },
  ...more,
});

export const input = (kind: string, id: string, more: object = {}): CardElement => ({
  type: `Input.${kind}`,
  id,
  label: `About ${id}`,
  ...more,
});

export const choices = (...values: string[]) => values.map((value) => ({ title: `The ${value}`, value }));

function cardOf(body: CardElement[], actions: CardElement[] = []): AdaptiveCard {
  return { type: 'AdaptiveCard', version: '1.5', body, ...(actions.length > 0 ? { actions } : {}) };
}

export function messageOf(
  body: CardElement[],
  actions: CardElement[] = [],
  notification = 'About review K7Q4',
): CardMessage {
  return { card: cardOf(body, actions), notification };
}

/** A form that asks `inputs`, sent with `send`. */
export function formOf(
  inputs: CardElement[],
  { send = { do: 'send' } as ActionData, side = [] as CardElement[], ask = 'Please answer.' } = {},
): CardMessage {
  const aside = side.map((one) => ({ ...one, associatedInputs: 'none' }));
  return {
    card: cardOf(
      [words('A form', { style: 'heading' }), words(ask), ...inputs],
      [submit('Send', send, { style: 'positive' }), ...aside],
    ),
    notification: 'A form for review K7Q4',
    form: { title: 'A form', open: 'Open the form', data: { do: 'form' } },
  };
}
