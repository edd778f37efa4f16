import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsNames, hasNames, isNameIn, isWholeName } from '../../src/domain/language/name-fits.ts';
import { nameWords } from '../../src/domain/language/name-words.ts';
import { anyText } from '../support/any-text.ts';

const NAMES = ['Siobhán O’Brien', 'Anne-Marie Sørensen', 'D’Arcy St John-Smith', 'Ada'] as const;

describe('what is typed, and whose name it is', () => {
  it.each([
    ['o brien', 'Siobhán O’Brien'],
    ['obrien', 'Siobhán O’Brien'],
    ["O'BR", 'Siobhán O’Brien'],
    ['o brien siobhan', 'Siobhán O’Brien'],
    ['annemarie', 'Anne-Marie Sørensen'],
    ['anne marie sor', 'Anne-Marie Sørensen'],
    ['d arcy stjohn', 'D’Arcy St John-Smith'],
    ['johnsmith', 'D’Arcy St John-Smith'],
  ])('“%s” begins names of %s', (typed, name) => {
    expect(beginsNames(typed, name)).toBe(true);
    for (const other of NAMES) if (other !== name) expect(beginsNames(typed, other)).toBe(false);
  });

  it.each(['rien', 'ob rian', 'brien', '', ' ', '’', 'siobhan ada'])(
    '“%s” begins none of O’Brien’s',
    (typed) => {
      expect(beginsNames(typed, 'Siobhán O’Brien')).toBe(false);
    },
  );

  it.each([
    ['o brien', true],
    ['siobhan', true],
    ['siobhano brien', true],
    ['o bri', false],
    ['siobh', false],
    ['', false],
  ])('“%s” is names in full: %s', (typed, expected) => {
    expect(hasNames(typed, 'Siobhán O’Brien')).toBe(expected);
  });

  it.each([
    ['o brien siobhan', false],
    ['obrien siobhan', true],
    ['siobhan o brien', true],
    ['Siobhán O’Brien', true],
    ['siobhan', false],
    ['', false],
  ])('“%s” is the whole name: %s', (typed, expected) => {
    expect(isWholeName(typed, 'Siobhán O’Brien')).toBe(expected);
  });

  it.each([
    ['order the pen for siobhan o brien today', 'O’Brien', true],
    ['the o’brien letter', 'O’Brien', true],
    ['for annemarie', 'Anne-Marie', true],
    ['marie, then anne', 'Anne-Marie', true],
    ['for anne', 'Anne-Marie', false],
    ['bring the o', 'O’Brien', false],
    ['to brien', 'O’Brien', false],
    ['anything', '', false],
  ])('“%s” has %s in it: %s', (text, name, expected) => {
    expect(isNameIn(name, nameWords(text))).toBe(expected);
  });

  it('finds everybody by any beginning of their whole name, with or without what stands between its words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.nat(),
        fc.constantFrom(' ', '', '-', '’'),
        (name, at, between) => {
          const typed = nameWords(name).join(between);
          const begun = typed.slice(0, 1 + (at % typed.length));
          expect(beginsNames(begun, name)).toBe(true);
          expect(hasNames(typed, name) && isNameIn(name, nameWords(typed))).toBe(true);
        },
      ),
    );
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...NAMES), (typed, name) => {
        if (isWholeName(typed, name)) expect(beginsNames(typed, name)).toBe(true);
        if (hasNames(typed, name)) expect(beginsNames(typed, name)).toBe(true);
      }),
    );
  });
});
