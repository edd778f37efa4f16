import type { Sent } from '../domain/questions/question.ts';
import type { School } from '../domain/school/school.ts';
import type { Instant } from '../domain/time.ts';
import { type ReadDay, readDay } from './dates/read-day.ts';

/** What was read where a day that can be taken was not: a day too early or too late, several, or none. */
export type NotADay = Exclude<ReadDay, { readonly is: 'day' }>;

/** The words that answer a reminder, and the form each leads to. */
const ANSWERS = {
  done: 'action-done',
  snooze: 'action-extend',
  'not mine': 'action-not-mine',
  "can't be done": 'action-cannot',
} as const;

/** A word that answers a reminder. */
export type AnswerWord = keyof typeof ANSWERS;

/** What an answer may mean: the words that name an action ('' for none), and what was said for its form. */
export interface Meaning {
  readonly name: string;
  readonly said: Sent;
  /** Words that name no action were taken for a reason: likely, and not sure. */
  readonly guessed?: true;
}

/** An answer in words, read. */
export interface Answer {
  /** The name of its form. */
  readonly form: string;
  /** In the order in which they are to be tried. */
  readonly meanings: readonly Meaning[];
  /** What was said, should none of these name an action: nothing typed is lost. */
  readonly otherwise: Sent;
  /** What was said of a day, where that can't be taken for one. */
  readonly day?: NotADay;
}

interface Parted {
  readonly name: string;
  readonly text: string;
}

// "the laptop: it came", "the laptop - it came", or on a line of its own; and not the colon of a time of day. None of
// these begins with any number of spaces: looking for one would take the longer, the more spaces there are.
const DIVIDED = '\\n(?:\\s*(?::(?!\\d)|[-–—](?=\\s)))?|:(?!\\d)|(?:^|\\s)[-–—](?=\\s)';
const COLON = new RegExp(DIVIDED);
const BECAUSE = new RegExp(`${DIVIDED}|[,;]?\\s?\\bbecause\\b`, 'i');

function parted(rest: string, at: RegExp): Parted {
  const found = at.exec(rest);
  if (!found) return { name: rest, text: '' };
  return { name: rest.slice(0, found.index).trim(), text: rest.slice(found.index + found[0].length).trim() };
}

const withText = (id: string, text: string): Sent => (text.trim() ? { [id]: text.trim() } : {});
/** As it was typed, but for the colon it began with. */
const whole = (rest: string) => rest.replace(/^\s*(?:[:–—-]\s*)?/, '').trim();

function worded(form: Answer['form'], id: string, rest: string, at: RegExp): Answer {
  const { name, text } = parted(rest, at);
  return { form, meanings: [{ name, said: withText(id, text) }], otherwise: withText(id, whole(rest)) };
}

const DAY_MEANT = /\b(?:until|till|til)\b/i;

/** Without a day: what stands before "until" may name the action. */
function undated(head: string, text: string, rest: string): Answer {
  const until = DAY_MEANT.exec(head);
  return {
    form: ANSWERS.snooze,
    meanings: [{ name: until ? head.slice(0, until.index) : head, said: withText('why', text) }],
    otherwise: withText('why', whole(rest)),
    ...(until ? { day: { is: 'none' } } : {}),
  };
}

const GUESSED = { guessed: true } as const;

function snoozed(rest: string, now: Instant, school: School): Answer {
  const { name: head, text } = parted(rest, BECAUSE);
  const read = readDay(head, now, school);
  if (read.is === 'none') return undated(head, text, rest);
  const to = read.is === 'day' ? { to: read.day } : {};
  const saying = (...texts: string[]) => ({ ...to, ...withText('why', texts.filter(Boolean).join(': ')) });
  const { before, after } = read;
  return {
    form: ANSWERS.snooze,
    meanings: [
      ...(before ? [{ name: before, said: saying(after, text) }] : []),
      ...(before || !after ? [] : [{ name: after, said: saying(text) }]),
      ...(before ? [] : [{ name: '', said: saying(after, text), ...(after ? GUESSED : {}) }]),
    ],
    otherwise: saying(before, after, text),
    ...(read.is === 'day' ? {} : { day: read }),
  };
}

/** What is meant by an answering word and what follows it ('' for nothing), as of `now` and by the calendar of `school`. */
export function readAnswer(word: AnswerWord, rest: string, now: Instant, school: School): Answer {
  if (word === 'snooze') return snoozed(rest.replace(/^\s*[:–—-]\s*/, ''), now, school);
  return worded(ANSWERS[word], word === 'done' ? 'what' : 'why', rest, word === 'done' ? COLON : BECAUSE);
}
