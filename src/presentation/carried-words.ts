import type { Sent } from '../domain/questions/question.ts';
import type { ActionData } from './message.ts';

const SAID = 'said_';

/** As a button's data has what is to stand in the inputs of the form it opens. */
export const carriedWords = (said: Sent): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(said).map(([id, text]) => [`${SAID}${id}`, text]));

/** What a button to a form carries to stand in its inputs. */
export function saidIn(data: Readonly<Record<string, string>>): Sent {
  const said = Object.entries(data).filter(([key]) => key.startsWith(SAID));
  return Object.fromEntries(said.map(([key, text]) => [key.slice(SAID.length), text]));
}

/** What a button to a form carries, without what is to stand in its inputs. */
export const withoutWords = (data: ActionData): ActionData =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !key.startsWith(SAID))) as ActionData;

/** Whether a part of a button's data is what a person typed, which the chat is not to keep for us. */
export const isTypedIn = (key: string): boolean => key.startsWith(SAID) || key === 'rest';
