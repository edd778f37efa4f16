import { describe, expect, it } from 'vitest';
import { oneOf, oneOrNone, severalOf } from '../../../src/domain/questions/choice.ts';
import { day } from '../../../src/domain/questions/days.ts';
import { storedAnswers } from '../../../src/domain/questions/stored-answers.ts';
import { longText } from '../../../src/domain/questions/text.ts';

const OFTEN = { often: 'Often', seldom: 'Seldom' } as const;

const BEFORE = { worked: longText({ label: 'What worked?' }) } as const;
const NOW = {
  ...BEFORE,
  sleep: longText({ label: 'How do they sleep?', needed: 'Please say how they sleep.', later: true }),
  howOften: oneOrNone({ label: 'How often are they tired?', options: OFTEN, later: true }),
  when: severalOf({ label: 'When?', options: OFTEN, later: true }),
  since: day({ label: 'Since when?', later: true }),
} as const;

describe('answers that were stored before a question was asked', () => {
  it('are read as if nothing had been said to it, and nothing else of them changes', () => {
    expect(storedAnswers(NOW).parse({ worked: 'Short books' })).toEqual({
      worked: 'Short books',
      sleep: '',
      howOften: '',
      when: [],
      since: '',
    });
  });

  it('are a fault where the question does not say that it is asked later', () => {
    expect(storedAnswers(NOW).safeParse({ sleep: 'Badly' }).error?.issues).toMatchObject([
      { path: ['worked'] },
    ]);
  });

  it('are as they were said from then on, and of its type', () => {
    const said = { worked: '', sleep: 'Badly', howOften: 'often', when: ['seldom'], since: '2026-11-02' };
    expect(storedAnswers(NOW).parse(said)).toEqual(said);
    expect(storedAnswers(NOW).safeParse({ ...said, howOften: 'always' }).success).toBe(false);
  });

  it('can’t be those of a question that must be answered by a choice: there is no answer for nothing said', () => {
    const must = { howOften: oneOf({ label: 'How often?', options: OFTEN, later: true }) };
    expect(() => storedAnswers(must)).toThrow('howOften is asked later than others');
  });
});
