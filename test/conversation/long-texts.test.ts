import { describe, expect, it } from 'vitest';
import { dayAlone } from '../../src/conversation/dates/read-day.ts';
import { readAnswer } from '../../src/conversation/reminder-answers.ts';
import { readTyped, withoutReview } from '../../src/conversation/typed-words.ts';
import { aSchool } from '../support/builders.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const school = aSchool();

const BYTES = 25_000;
/** What a pattern that tries again and again from each place would choke on. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['spaces', ' '],
  ['lines', '\n'],
  ['lines and spaces', '\n '],
  ['tabs and colons of times', '\t:1'],
  ['dashes', '- '],
  ['dashes without a space', '-'],
  ['commas before because', ', becaus '],
  ['until', 'until '],
  ['days', 'until 1 2 3 Friday or in 2 weeks '],
  ['phrases cut short', 'end of next the end of '],
  ['ordinals', 'the 29th of the 2nd '],
  ['full stops', '.'],
  ['dots', '29.11'],
  ['misspelt days', 'wensdays tommorows '],
  ['one word', 'x'],
  ['one number', '9'],
];

const reads: readonly (readonly [string, (text: string) => unknown])[] = [
  ['an answer that snoozes', (text) => readAnswer('snooze', text, NOW, school)],
  ['an answer that is done', (text) => readAnswer('done', text, NOW, school)],
  ['an answer with a reason', (text) => readAnswer('not mine', text, NOW, school)],
  ['a day alone', (text) => dayAlone(text, NOW, school)],
  ['a command', (text) => readTyped(withoutReview(text))],
];

/** The least of several, so that what else the machine does counts for little; in milliseconds. */
function cost(read: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    read(text);
    return performance.now() - began;
  });
  return Math.min(...times);
}

const long = (piece: string, bytes: number) =>
  `a${piece.repeat(Math.ceil(bytes / piece.length))}`.slice(0, bytes);
/** In so little time no work of this length grows by its square, and the clock says nothing of how it grows. */
const UNNOTICED = 50;

describe.each(reads)('reading %s', (_, read) => {
  it.each(HOSTILE)('from %s: twice the text is at most three times the work', (_name, piece) => {
    for (const end of ['', '!', 'x']) {
      const once = cost(read, `${long(piece, BYTES)}${end}`);
      const twice = cost(read, `${long(piece, 2 * BYTES)}${end}`);
      expect(twice).toBeLessThan(Math.max(3 * once, UNNOTICED));
    }
  });
});
