import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPupil } from '../../src/conversation/pupils.ts';
import { pupilName } from '../../src/domain/language/people.ts';
import { toldApart } from '../../src/domain/school/namesakes.ts';
import { aPupil } from '../support/builders.ts';

let n = 0;
const called = (firstName: string, lastName: string, more = {}) => {
  n += 1;
  return aPupil({ id: `p${n}`, ref: `R${n}`, firstName, lastName, ...more });
};
const found = (typed: string, pupils: ReturnType<typeof called>[]) => {
  const is = findPupil(typed, pupils);
  return is.is === 'one' ? is.pupil.lastName || is.pupil.firstName : is.is;
};

describe('a pupil is found however their name is typed', () => {
  const all = [
    called('Zoë', 'O’Brien'),
    called('Anne-Marie', 'D’Souza'),
    called('Łukasz', 'Święty'),
    called('Suharto', ''),
    called('', 'Madonna'),
    called('Jan', 'van der Berg'),
    called('Mo', 'Al Amin'),
    called('Søren', 'Strauß'),
  ];
  it.each([
    ['o brien', 'O’Brien'],
    ['OBrien', 'O’Brien'],
    ["o'brien", 'O’Brien'],
    ['O’BRIEN', 'O’Brien'],
    ['o´brien', 'O’Brien'],
    ['zoe', 'O’Brien'],
    ['zoe o b', 'O’Brien'],
    ['obrien zoe', 'O’Brien'],
    ['anne marie', 'D’Souza'],
    ['annemarie', 'D’Souza'],
    ['Anne-Marie', 'D’Souza'],
    ['d souza', 'D’Souza'],
    ['marie', 'D’Souza'],
    ['lukasz', 'Święty'],
    ['swiety', 'Święty'],
    ['suharto', 'Suharto'],
    ['madonna', 'Madonna'],
    ['vanderberg', 'van der Berg'],
    ['berg', 'van der Berg'],
    ['alamin', 'Al Amin'],
    ['al-amin', 'Al Amin'],
    ['soren', 'Strauß'],
    ['strauss', 'Strauß'],
    // With a Cyrillic о, and with a Greek one.
    ['sоren', 'Strauß'],
    ['sοren', 'Strauß'],
  ])('%s', (typed, whom) => {
    expect(found(typed, all)).toBe(whom);
  });

  it('but not by the middle of a name', () => {
    expect(found('rien', all)).toBe('none');
    expect(found('souz', all)).toBe('none');
  });

  it('whatever marks, capitals and spaces are left out of it or put in', () => {
    const mark = fc.constantFrom('', ' ', '-', '’', "'");
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.infiniteStream(mark), fc.boolean(), (pupil, marks, loud) => {
        const whole = pupilName(pupil).normalize('NFD').replace(/\p{M}/gu, '');
        const typed = whole.replace(/[-’]/g, () => marks.next().value ?? '');
        expect(found(loud ? typed.toUpperCase() : typed, all)).toBe(pupil.lastName || pupil.firstName);
      }),
    );
  });
});

describe('two pupils of one name', () => {
  const named = (...given: object[]) =>
    toldApart(given.map((more) => called('Ada', 'Byron', more))).map(pupilName);

  it('are of one name however it is spelt', () => {
    const spelt = [
      { lastName: 'O’Brien', yearGroup: '4' },
      { lastName: 'O Brien', yearGroup: '5' },
    ];
    expect(named(...spelt)).toEqual(['Ada O’Brien (Year 4)', 'Ada O Brien (Year 5)']);
  });

  it('are told apart by year, else by class, else by reference', () => {
    expect(named({ yearGroup: '4', className: 'Oak' }, { yearGroup: '5', className: 'Elm' })).toEqual([
      'Ada Byron (Year 4)',
      'Ada Byron (Year 5)',
    ]);
    expect(named({ yearGroup: '4', className: 'Oak' }, { yearGroup: '4', className: 'Elm' })).toEqual([
      'Ada Byron (Oak)',
      'Ada Byron (Elm)',
    ]);
    expect(named({ ref: '1' }, { ref: '2' })).toEqual(['Ada Byron (1)', 'Ada Byron (2)']);
    // Three, of whom two are in one year and class.
    expect(
      named(
        { yearGroup: '4', className: 'Oak', ref: '1' },
        { yearGroup: '4', className: 'Oak', ref: '2' },
        { yearGroup: '5', ref: '3' },
      ),
    ).toEqual(['Ada Byron (1)', 'Ada Byron (2)', 'Ada Byron (3)']);
  });

  it('are so however their name is spelt, and no more once one of them is called otherwise', () => {
    const [one, other] = [called('Zoe', 'Lee', { yearGroup: '1' }), called('Zoë', 'LEE', { yearGroup: '2' })];
    const apart = toldApart([one, other]);
    expect(apart.map(pupilName)).toEqual(['Zoe Lee (Year 1)', 'Zoë LEE (Year 2)']);
    const married = apart.map((pupil, at) => (at ? { ...pupil, lastName: 'Ash' } : pupil));
    expect(toldApart(married).map(pupilName)).toEqual(['Zoe Lee', 'Zoë Ash']);
  });

  it('are so where their names only look the same', () => {
    // The second begins with a Cyrillic A, the third has a space of no width in it.
    const given = [
      { yearGroup: '4' },
      { firstName: 'Аda', yearGroup: '5' },
      { firstName: 'A\u200Bda', yearGroup: '6' },
    ];
    expect(named(...given).map((name) => name.slice(-8))).toEqual(['(Year 4)', '(Year 5)', '(Year 6)']);
  });

  it('a pupil with one name is called by it alone', () => {
    expect([called('Suharto', ''), called('', 'Madonna')].map(pupilName)).toEqual(['Suharto', 'Madonna']);
  });
});
