import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * What is law is said to be required by the regulations or an Act, what is guidance to be expected by the Code, and nothing else
 * is said to be either: not by a “must”, which leaves open whose it is.
 */

const SRC = new URL('../../src/', import.meta.url).pathname;
/** Where the words are that people in a school read. What an IT manager reads, of files and settings, is no law. */
const ON_SCREEN = ['domain', 'presentation', 'conversation'];

const filesIn = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

/** The texts of a file, its comments left out: they stand on lines of their own. */
function textsOf(file: string): string[] {
  const lines = readFileSync(join(SRC, file), 'utf8').split('\n');
  const code = lines.filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line) && !/^import /.test(line)).join('\n');
  const texts = [...code.matchAll(STRING)].map(([text]) => text.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '…'));
  return texts.filter((text) => /\s/.test(text));
}

const TEXTS = ON_SCREEN.flatMap(filesIn).flatMap((file) => textsOf(file).map((text) => ({ file, text })));

/** Words that claim a duty without saying whose law or guidance it is. */
const CLAIMS = /\b(?:must|by law|legally|statutory|obliged|is mandatory)\b/i;
/** What is no claim of law: days and numbers in the right order, of what is set for a school. */
const NO_CLAIM = [
  /^The day they are back must be after (?:today|their first day away)\.$/,
  /^half-term must start and end, in that order, within its term$/,
  /; a term must end before the next one starts$/,
  /^this must be (?:less than leaderAfter|more than sencoAfter)\b/,
];

const LAW = /\b(?:the regulations (?:require|allow|give|name)|the Act requires)\b/i;
const GUIDANCE = /\bthe Code expects\b/i;

describe('law and guidance, wherever they are spoken of', () => {
  it('finds the words on screen', () => {
    expect(TEXTS.length).toBeGreaterThan(1500);
    expect(TEXTS.some(({ text }) => LAW.test(text))).toBe(true);
    expect(TEXTS.some(({ text }) => GUIDANCE.test(text))).toBe(true);
  });

  it('claim no duty that is nobody’s', () => {
    const claimed = TEXTS.filter(({ text }) => CLAIMS.test(text) && !NO_CLAIM.some((one) => one.test(text)));
    expect(claimed).toEqual([]);
  });

  it('never have the Code require, nor the regulations expect', () => {
    const mixed = /\bthe Code(?: of Practice)? requires?\b|\bthe regulations expect\b|\bthe law expects\b/i;
    expect(TEXTS.filter(({ text }) => mixed.test(text))).toEqual([]);
  });

  it('call nothing required but by the regulations or an Act, save what is welcome and not required', () => {
    // “As required” is a vague phrase that is pointed out.
    const required = /(?<!as )\brequire(?:s|d)?\b/i;
    const other = TEXTS.filter(({ text }) => required.test(text) && !LAW.test(text)).filter(
      ({ text }) => !/\bnot required\b|\bas the regulations require\b/i.test(text),
    );
    expect(other).toEqual([]);
  });
});
