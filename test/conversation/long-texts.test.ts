import { describe, expect, it } from 'vitest';
import { dayAlone } from '../../src/conversation/dates/read-day.ts';
import { readAnswer } from '../../src/conversation/reminder-answers.ts';
import { readTyped, wordsTyped } from '../../src/conversation/typed-words.ts';
import { aSchool } from '../support/builders.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const school = aSchool();

/** So long that work which grows by the square of it would not come to an end in a minute; what grows with it takes an instant. */
const BYTES = 250_000;
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
  ['a command', (text) => readTyped(wordsTyped(text))],
];

const long = (piece: string) => `a${piece.repeat(Math.ceil(BYTES / piece.length))}`.slice(0, BYTES);

describe.each(reads)('reading %s', (_, read) => {
  it.each(HOSTILE)('from %s: comes to an end', (_name, piece) => {
    for (const end of ['', '!', 'x']) expect(() => read(`${long(piece)}${end}`)).not.toThrow();
  });
});
