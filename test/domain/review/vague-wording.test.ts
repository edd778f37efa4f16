import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../../src/domain/review/review.ts';
import { VAGUE, vagueIn, vagueInProvision } from '../../../src/domain/review/vague-wording.ts';
import { anyText } from '../../support/any-text.ts';

const phrases = (text: string) => vagueIn(text).map(({ phrase }) => phrase);

/** For each phrase what has it, and what looks like it and has not. */
const EXAMPLES: Readonly<
  Record<string, { readonly vague: readonly string[]; readonly fine: readonly string[] }>
> = {
  'access to': {
    vague: ['Access to a quiet room', 'has ACCESS  to\na laptop'],
    fine: ['Accessible toilets', 'A laptop in each lesson'],
  },
  'opportunities for': {
    vague: ['Opportunities for talk', 'an opportunity to rest', 'opportunities to lead'],
    fine: ['Two opportunities: at ten and at noon'],
  },
  'would benefit from': {
    vague: ['She would benefit from a coloured overlay'],
    fine: ['The benefit is plain'],
  },
  regular: {
    vague: ['Regular breaks', 'is seen regularly.', 'Regular, short sessions'],
    fine: ['irregular verbs', 'Irregularly', 'regularity', 'emotional regulation'],
  },
  frequent: { vague: ['frequent breaks', 'Frequently'], fine: ['high-frequency words', 'infrequent'] },
  'as required': { vague: ['Help as required'], fine: ['Has required help', 'is required'] },
  'as needed': { vague: ['More, as needed.'], fine: ['was needed'] },
  'if needed': { vague: ['A scribe if needed'], fine: ['needed'] },
  'when needed': { vague: ['Breaks when needed'], fine: ['When he needed it'] },
  'as appropriate': { vague: ['1:1 or class as appropriate'], fine: ['Has appropriate shoes'] },
  'where appropriate': { vague: ['Where appropriate, a scribe'], fine: ['elsewhere appropriate'] },
  'where possible': { vague: ['Where possible, in class'], fine: ['It is possible'] },
  'as advised': { vague: ['Exercises as advised by the therapist'], fine: ['Was advised'] },
  'up to': {
    vague: ['Up to 3 hours', 'a group of up to six'],
    fine: ['Keeps the chart up to date', 'up-to-date notes', 'Stands up together', 'setup to'],
  },
  'or equivalent': { vague: ['Talk Boost or equivalent'], fine: ['equivalent fractions'] },
  'such as': { vague: ['Programmes such as Talk Boost'], fine: ['such assistance'] },
  'e.g.': {
    vague: ['e.g. Numicon', 'Toys (e.g., sand)', 'eg sand', 'E.G. sand', 'e. g. sand'],
    fine: ['eggs', 'leg', 'the beg.'],
  },
  'etc.': {
    vague: ['Sand, water, etc.', 'sand etc', 'sand, et cetera', '(pens, etc.)'],
    fine: ['fetch', 'sketch.'],
  },
  'small group': {
    vague: [
      'Small group work',
      'in small groups',
      'a small group 3 times a week',
      'in a small group (20 minutes)',
      'small group: 3 sessions',
      'a small group of children',
      'a small group of 4, then small group work',
    ],
    fine: [
      'a small group of 4',
      'a small group of four',
      'small group (4 children)',
      'Small groups of at most 6',
      'with two other children in a small group',
      'small group with 3 peers, daily',
    ],
  },
  'high level of': { vague: ['A high level of adult support', 'high levels of help'], fine: ['level of 4'] },
  'key adult': { vague: ['A key adult', 'key adults'], fine: ['key worker: Ms Khan', 'turkey adult'] },
  'school staff': { vague: ['School staff will check'], fine: ['preschool staffing'] },
  'support with': { vague: ['Support with reading'], fine: ['support within ten minutes', 'supports'] },
  'support from': { vague: ['Support from an adult'], fine: ['supports from the front', 'support fromage'] },
  consider: {
    vague: ['The school will consider a laptop', 'A scribe is considered', 'consideration of a break'],
    fine: ['Is considerate', 'considerable progress'],
  },
  may: {
    vague: ['A laptop may be used', 'Staff MAY help'],
    fine: ['Maybe', 'By May', 'on 3 May', 'May 2027', 'before May half-term', 'dismay'],
  },
  ongoing: { vague: ['Ongoing help', 'on-going advice'], fine: ['going on a trip'] },
  bespoke: { vague: ['A bespoke programme'], fine: ['he bespokes'] },
  flexible: { vague: ['Flexible seating', 'used flexibly'], fine: ['inflexible', 'flexed'] },
  monitor: {
    vague: ['Monitor her mood', 'Behaviour is monitored', 'monitoring of attendance'],
    fine: ['A monitorial post'],
  },
  input: { vague: ['Speech therapy input', 'Inputs from health'], fine: ['inputting data', 'Putin'] },
  'encouraged to': { vague: ['Is encouraged to join in'], fine: ['encouraged by her success'] },
  'improve …': {
    vague: ['Improve writing', 'To improve his reading.', 'improving behaviour at lunch'],
    fine: [
      'Improve reading to 9 words of 10',
      'Reads aloud; this should improve writing',
      'Improve writing: three sentences, each with a full stop',
      'Improve',
    ],
  },
};

describe.each(VAGUE.map((one) => [one.phrase, one] as const))('the phrase “%s”', (phrase, row) => {
  const examples = EXAMPLES[phrase];

  it('is pointed out, with the question to answer', () => {
    expect(examples?.vague.length).toBeGreaterThan(0);
    for (const text of examples?.vague ?? []) {
      expect(vagueIn(text), text).toContainEqual({ phrase, question: row.question });
    }
  });

  it('is not seen in what only looks like it', () => {
    expect(examples?.fine.length).toBeGreaterThan(0);
    for (const text of examples?.fine ?? []) expect(phrases(text), text).not.toContain(phrase);
  });

  it('asks a question and names its source', () => {
    expect(row.question).toMatch(/^[A-Z].*[?.]$/);
    expect(row.source).not.toBe('');
  });

  it('is let be where it is quoted', () => {
    for (const text of examples?.vague ?? []) {
      expect(phrases(`Mum: “${text}”`), text).toEqual([]);
      expect(phrases(`Mum says "${text}" and`), text).toEqual([]);
      expect(phrases(`‘${text}’, he says`), text).toEqual([]);
    }
  });
});

it('has every phrase once, and no example of another', () => {
  const all = VAGUE.map(({ phrase }) => phrase);
  expect(new Set(all).size).toBe(all.length);
  expect(Object.keys(EXAMPLES).sort()).toEqual([...all].sort());
});

describe('a text', () => {
  const plain = fc.string({ unit: 'grapheme', maxLength: 200 });
  const vague = fc.constantFrom(...Object.values(EXAMPLES).flatMap((one) => one.vague));
  const mixed = fc
    .array(fc.oneof(plain, vague, fc.constantFrom('“', '”', '"', '‘', '’', "'", '\n', '(', '3')), {
      maxLength: 8,
    })
    .map((parts) => parts.join(' '));

  it('is never too much for it', () => {
    fc.assert(fc.property(mixed, (text) => vagueIn(text).every(({ question }) => question !== '')));
    fc.assert(fc.property(anyText(), (text) => Array.isArray(vagueIn(text))));
    const long = "'a “small group ".repeat(200);
    expect(phrases(long)).toEqual(['small group']);
  });

  it('has each phrase once, in the order of the table', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const at = phrases(text).map((phrase) => VAGUE.findIndex((one) => one.phrase === phrase));
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
      }),
    );
  });

  it('is silent once it is quoted, whatever it says', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const without = (marks: RegExp) => text.replaceAll(marks, '');
        expect(phrases(`“${without(/[“”]/g)}”`)).toEqual([]);
        expect(phrases(`"${without(/["“”]/g)}"`)).toEqual([]);
        expect(phrases(`‘${without(/["“”‘’]/g)}’`)).toEqual([]);
      }),
    );
  });

  it('says the same in capitals, and in whatever order its sentences stand', () => {
    // “Improve writing” is vague where it is all that is said.
    const sentences = fc.array(
      vague.filter((text) => !/improv/i.test(text)),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(sentences, (parts) => {
        const said = phrases(parts.join('. '));
        expect(phrases(parts.join('. ').toUpperCase())).toEqual(said);
        expect(phrases(parts.toReversed().join('. '))).toEqual(said);
        expect(said).toEqual(VAGUE.map(({ phrase }) => phrase).filter((one) => said.includes(one)));
      }),
    );
  });

  it('keeps what is outside its quotations', () => {
    expect(phrases('“Regular help”, she said; he has access to a room.')).toEqual(['access to']);
    expect(phrases('“a” regular “b”')).toEqual(['regular']);
    // What a quotation parts is no phrase.
    expect(phrases('small “x” group')).toEqual([]);
  });

  it('takes an apostrophe for no quotation mark', () => {
    expect(phrases("The pupils' regular help is the parents' wish")).toEqual(['regular']);
    expect(phrases('The pupils’ regular help')).toEqual(['regular']);
    expect(phrases("Mum says 'she isn't given regular help' again")).toEqual([]);
  });
});

describe('provision', () => {
  const exact: Provision = {
    id: 'p',
    what: 'Paired reading of a level 4 book',
    who: 'Ann Assistant',
    howOften: '3 times a week',
    howLong: '20 minutes, for 10 weeks',
    groupSize: 'A group of 4',
    howReviewed: 'A tally in the reading record, looked at each half-term',
  };
  const inProvision = (given: Partial<Provision>) =>
    vagueInProvision({ ...exact, ...given }).map(({ phrase }) => phrase);

  it('that says who, what, how often, how long and how many is let be', () => {
    expect(inProvision({})).toEqual([]);
  });

  it.each([
    ['regular, where how often is answered', { what: 'Regular reading' }],
    ['as needed, besides a number', { howOften: 'Twice a day, and as needed' }],
    ['a small group, where it says how many', { what: 'Small group reading' }],
    ['a small group of one', { what: 'Small group reading', groupSize: 'One to one' }],
    ['a key adult who is named', { what: 'A key adult reads with her' }],
    ['high level of support, with its hours', { what: 'A high level of support', howLong: '5 hours a week' }],
  ])('is not asked again what another part says: %s', (_name, given) => {
    expect(inProvision(given)).toEqual([]);
  });

  it.each<[string, Partial<Provision>, string[]]>([
    ['regular, and nothing else', { what: 'Regular reading', howOften: 'Regularly' }, ['regular']],
    ['a small group of nobody knows how many', { groupSize: 'Small group' }, ['small group']],
    ['staff who are not named', { who: 'School staff' }, ['school staff']],
    ['a key adult who is just that', { who: 'A key adult' }, ['key adult']],
    ['up to an hour', { howLong: 'Up to 60 minutes' }, ['up to']],
    ['programmes such as', { what: 'Programmes such as Talk Boost, etc.' }, ['such as', 'etc.']],
    ['input', { what: 'Therapy input' }, ['input']],
    [
      'one phrase in two parts',
      { what: 'Support with reading', howReviewed: 'Support with it' },
      ['support with'],
    ],
  ])('is asked: %s', (_name, given, expected) => {
    expect(inProvision(given)).toEqual(expected);
  });

  it('is silent where parents are quoted, and never too much', () => {
    expect(inProvision({ what: 'What Mum asked for: “regular help, etc.”' })).toEqual([]);
    const any = anyText();
    const parts = fc.record({
      what: any,
      who: any,
      howOften: any,
      howLong: any,
      groupSize: any,
      howReviewed: any,
    });
    fc.assert(fc.property(parts, (one) => Array.isArray(vagueInProvision(one))));
  });
});
