import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesLike } from '../../src/domain/language/names-like.ts';
import { anyText } from '../support/any-text.ts';

const STAFF = [
  'Ann Obi',
  'Anne-Marie O’Brien',
  'Bjørn Łukasz',
  'Joanna Field',
  'Mariam Khan',
  'Siobhán Ní Dhuibhir',
  'Zoë Carr',
];
const like = (typed: string) => namesLike(typed, STAFF, (one) => one);

describe('whose name has what is typed', () => {
  it.each([
    ['zo', ['Zoë Carr']],
    ['ZOE', ['Zoë Carr']],
    ['carr z', ['Zoë Carr']],
    ['bjorn', ['Bjørn Łukasz']],
    ['luk', ['Bjørn Łukasz']],
    ['siobhan ni', ['Siobhán Ní Dhuibhir']],
    // However the apostrophe and the hyphen are written, or left out.
    ["o'br", ['Anne-Marie O’Brien']],
    ['o brien', ['Anne-Marie O’Brien']],
    ['annemarie', ['Anne-Marie O’Brien']],
    ['anne marie', ['Anne-Marie O’Brien']],
    // Cyrillic letters that nobody can tell from Latin ones.
    ['саrr', ['Zoë Carr']],
  ])('“%s” is the beginning of %j', (typed, expected) => {
    expect(like(typed)).toEqual(expected);
  });

  it('is listed first where the name begins with it, and else as the list has it', () => {
    expect(like('an')).toEqual(['Ann Obi', 'Anne-Marie O’Brien']);
    expect(like('mari')).toEqual(['Mariam Khan', 'Anne-Marie O’Brien']);
  });

  it.each([
    ['siobahn', ['Siobhán Ní Dhuibhir']],
    ['mariem khan', ['Mariam Khan']],
    ['joanan', ['Joanna Field']],
    ['feild', ['Joanna Field']],
  ])('is found with a slip in it where nobody has it without: “%s”', (typed, expected) => {
    expect(like(typed)).toEqual(expected);
  });

  it('is not guessed at in a short word, which would be another', () => {
    expect(like('amn')).toEqual([]);
    expect(like('zop')).toEqual([]);
  });

  it('is nobody’s where two slips are made in a word of four or five letters', () => {
    expect(like('karx')).toEqual([]);
    expect(like('khxx')).toEqual([]);
  });

  it.each(['', '   ', '-', '’', '!?', 'a '.repeat(9), 'x'.repeat(201)])('is nobody’s: “%s”', (typed) => {
    expect(like(typed)).toEqual([]);
  });

  it('of eight words is looked for, and with them all', () => {
    const long = ['One Two Three Four Five Six Seven Eight'];
    expect(namesLike('one two three four five six seven ei', long, (one) => one)).toEqual(long);
    expect(namesLike('one two three four five six seven zz', long, (one) => one)).toEqual([]);
  });

  it('finds everybody by any beginning of their whole name, whatever else is typed anywhere', () => {
    const name = fc.constantFrom(...STAFF);
    fc.assert(
      fc.property(name, fc.nat(), (one, at) => {
        const typed = one.slice(0, 2 + (at % one.length));
        expect(like(typed)).toContain(one);
      }),
    );
    fc.assert(
      fc.property(anyText(), (typed) => {
        expect(STAFF).toEqual(expect.arrayContaining([...like(typed)]));
      }),
    );
  });
});
