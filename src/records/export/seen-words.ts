import type { ScreenName } from '../../domain/review/screen-name.ts';
import { factWords } from './fact-words.ts';
import { historyWords } from './field-words.ts';
import { valueWords } from './value-words.ts';

/*
 * What stands in the trail of who saw and did what, as a family reads it. A test looks at every screen, button and command, and fails
 * by name for one without words.
 */

const SCREENS: Readonly<Record<ScreenName, string>> = {
  status: 'How the review stands',
  agenda: 'The meeting, point by point',
  'held-early': 'Whether the meeting is held today',
  record: 'The record of the review',
  action: 'An action',
  support: 'The support that was agreed',
  'my-evidence': 'What they said themselves',
  dates: 'The dates of the annual review',
  pack: 'Who is invited, and what advice has come',
  chase: 'What is waited for from the local authority',
  requests: 'What was asked of the local authority',
  family: 'What the family is given',
};

/** What was typed, or pressed. */
const ASKED: Readonly<Record<string, string>> = {
  due: 'A list of reviews that are due',
  mine: 'What is waiting on them',
  actions: 'A list of actions',
  absent: 'Who is away, and what they have to do',
  back: 'That a colleague is back',
  // A copy for the school is noted by the same word.
  school: 'For the school',
  'moving-up': 'Pupils moving up a year',
  'move-up': 'Pupils moved up a year',
  'move-back': 'A move up a year, taken back',
  guide: 'A guide to reviews',
  help: 'The help page',
  start: 'A new review',
  pupil: 'What is known of the child',
  'about-pupil': 'What is known of the child',
  export: 'A copy of all that is held',
  seen: 'Who has looked, and what they did',
  missing: 'A list of what is not known yet',
  'add-pupil': 'Adding a pupil',
  show: 'Part of a review',
  form: 'A form',
  submit: 'A form, sent',
  more: 'More of a form',
  why: 'The law behind a form',
  'nothing-to-add': 'That they have nothing to add, or do not teach the child',
  'open-meeting': 'The meeting, opened',
  'close-meeting': 'The meeting, closed again',
  'support-yes': 'That support is happening',
  'told-in-person': 'That a colleague was told in person',
  'told-outside': 'That somebody outside the school was told',
  'take-back': 'Something taken back',
  'profile-right': 'That the one-page profile is still right',
  'give-to': 'Something given to a colleague to do',
  'import-list': 'A list of pupils',
  typed: 'Something chosen from a list',
  staff: 'The staff list',
  'cut-off': 'The staff list',
  'let-in': 'The staff list',
  'second-account': 'The staff list',
  'same-person': 'The staff list',
  'left-noted': 'The staff list',
  'coming-back': 'The staff list',
  status: 'How the review stands',
  early: 'A request for an early review',
  met: 'A meeting with the family',
  dates: 'The dates of the annual review',
  chase: 'What is waited for from the local authority',
  done: 'An action that is done',
  snooze: 'An action that needs more time',
  'not-mine': 'An action handed back',
  "can't-be-done": 'An action that can’t be done',
  words: 'Something typed',
  files: 'A file that was sent',
  nonsense: 'Something that could not be understood',
};

/** What is done without anybody asking in a chat, and whom a copy was for. */
const ELSE: Readonly<Record<string, string>> = {
  digest: 'A daily list of reminders',
  import: 'A list of pupils that was brought in',
  worker: 'Messages that were sent',
  start: 'When the bot was started',
  directory: 'The chat’s list of people',
  family: 'For the family',
  'next-school': 'For the next school',
  audit: 'Who has looked, and what they did',
};

const OTHERS: Readonly<Record<string, string>> = {
  bot: 'The bot',
  terminal: 'IT, at the school’s computer',
};

const among = (words: Readonly<Record<string, string>>, code: string) =>
  Object.hasOwn(words, code) ? words[code] : undefined;

/** What somebody asked for, as the trail has it: a command, or a button and the screen or form it is for; undefined where nobody has said. */
export function askedWords(code: string): string | undefined {
  const [does = '', of = ''] = code.split('.', 2);
  const asked = among(ASKED, does);
  if (of === '' || asked === undefined) return asked;
  return among(SCREENS, of) ?? `${asked}: ${historyWords(of)}`;
}

/** What an entry of the trail is about, or one of a document’s own history, in words. */
export function seenWords(code: string): string {
  // What was not shown says after a colon why; of several things done at once each is said.
  const [what = ''] = code.split(':', 1);
  const one = (part: string) =>
    factWords(part) ??
    askedWords(part) ??
    among(ELSE, part) ??
    valueWords(part, 'kind', 'messages') ??
    historyWords(part);
  return [...new Set(what.split('+').map(one))].join('; ');
}

/** Who it was, or to whom it went, where they are on no staff list; undefined for anybody else. */
export function seenWho(code: string): string | undefined {
  const [word = '', name] = code.split(':', 2);
  const known = among(OTHERS, word);
  return known === undefined || name === undefined ? known : `${known} (${name})`;
}
