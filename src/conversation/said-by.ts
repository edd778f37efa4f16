import type { Inbound } from '../channels/channel.ts';
import {
  formNamed,
  pupilFormNamed,
  registerFormNamed,
  schoolFormNamed,
} from '../presentation/forms/index.ts';
import { PRESS_HANDLERS } from './presses.ts';
import { isScreen } from './screens.ts';
import { readTyped } from './typed-words.ts';

const isForm = (name: string) =>
  [formNamed, pupilFormNamed, registerFormNamed, schoolFormNamed].some((named) => named(name));

/**
 * By what somebody asks, in the program's own words alone: the command they typed, or the button and the form or screen it is for.
 * Nothing of what they typed stands in it, nor of what a forged button carries.
 */
export function saidBy(said: Inbound['said']): string {
  if (said.kind === 'text') {
    const typed = readTyped(said.text);
    return typed.is === 'command' ? typed.command.replaceAll(' ', '-') : 'words';
  }
  if (said.kind !== 'press') return said.kind;
  const { do: does, form = '', screen = '' } = said.data;
  if (!Object.hasOwn(PRESS_HANDLERS, does)) return 'nonsense';
  const of = isForm(form) ? form : isScreen(screen) ? screen : undefined;
  return of === undefined ? does : `${does}.${of}`;
}
