import type { ActionData } from './message.ts';

/*
 * A search on a form carries what asks who fits what is typed into it: which form, of what, and which input. It passes through the
 * chat and comes back, as what a button carries does, and says nothing of who may ask.
 */

/** What of a form's own data says which form it is, and of what. */
const OF_FORM = ['form', 'review', 'pupil', 'plan', 'school', 'about'] as const;

/** What asks who fits what is typed into an input of the form that `send` sends. */
export function asksWho(send: ActionData, input: string): ActionData {
  const of = OF_FORM.flatMap((key) => (send[key] === undefined ? [] : [[key, send[key]] as const]));
  return { do: 'find', input, ...Object.fromEntries(of) };
}

/** The same in one word, as a card carries it. */
export const inOneWord = (asks: ActionData): string => new URLSearchParams(asks).toString();

/** What was carried in one word, or whatever else came back. */
export const fromOneWord = (word: string): ActionData => ({
  do: '',
  ...Object.fromEntries(new URLSearchParams(word)),
});
