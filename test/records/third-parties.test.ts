import { describe, expect, it } from 'vitest';
import { whySomebody } from '../../src/records/export/third-parties.ts';

/** A school in which Amira Khan is taught by Tom Green, and nobody is called Kevin. */
const NAMES = {
  theirs: new Set(['amira', 'khan', 'tom', 'green', 'oakfield']),
  otherPupils: new Set<string>(),
  otherFirstNames: new Set<string>(),
  namesakes: new Set<string>(),
};

describe('a name that is on none of the school’s lists', () => {
  it.each([
    'Kevin shouts at mum.',
    'Kevin pushed her.',
    'Kevin and Amira play together.',
    'Kevin is often there.',
    'Kevin’s mum rang.',
    'KEVIN sits by her.',
    'She sits by KEVIN.',
    'She sits by Kevin.',
    'كيفن يصرخ في وجه أمها.',
    '她怕凯文。',
  ])('is pointed at: %s', (sentence) => {
    expect(whySomebody(sentence, NAMES)).toBe('a name');
  });

  it.each([
    'She is calm in the mornings.',
    'Amira reads well, and AMIRA knows it.',
    'Reading is better.',
    'Progress was good.',
    'Reads books daily.',
    'Worked hard on sums.',
    'Playing outside is hard.',
    'SALT is weekly, and ADHD was named.',
    'Mr Green helps at lunch.',
    'TA support is daily.',
    'The group has six pupils.',
  ])('is not taken to be in: %s', (sentence) => {
    expect(whySomebody(sentence, NAMES)).toBeUndefined();
  });
});
