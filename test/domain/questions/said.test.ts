import { describe, expect, it } from 'vitest';
import type { Filling } from '../../../src/domain/language/terms.ts';
import { fillTerms } from '../../../src/domain/language/terms.ts';
import { oneOf } from '../../../src/domain/questions/choice.ts';
import { day } from '../../../src/domain/questions/days.ts';
import { each, lines } from '../../../src/domain/questions/groups.ts';
import {
  calledOf,
  except,
  forOverseers,
  isShown,
  saidTo,
  showsAny,
} from '../../../src/domain/questions/said.ts';
import { longText } from '../../../src/domain/questions/text.ts';
import { vagueAnswers } from '../../../src/domain/questions/vague.ts';

const DONE = { yes: 'Yes', partly: 'Partly' } as const;
const SUPPORT = {
  note: lines(() => [[{ text: 'To be read first' }]]),
  whyNot: longText({ label: 'If not, why?', under: 'given' }),
  given: oneOf({ options: DONE, label: 'Was it given?' }),
  helped: longText({ label: 'How did it help the {child}?', called: 'How it helped the {child}' }),
  at: longText({
    label: 'Where?',
    called: (_subject, { setting }: Filling) => `What was seen at ${setting}`,
    vague: true,
  }),
  next: longText({ label: 'What next?', called: '', vague: true }),
  since: day({ label: 'Since when?' }),
  goals: each({
    of: () => ['a'],
    key: 'goal',
    id: (id: string) => id,
    about: (id) => ({ label: 'Target', text: `Target ${id}` }),
    shows: () => [],
    questions: { seen: longText({ label: 'What shows it?', called: 'What shows it' }) },
  }),
} as const;
const said = (answers: Readonly<Record<string, unknown>>) =>
  saidTo(SUPPORT, answers, {}, { child: 'pupil', setting: 'nursery' });
const text = (words: string) => ({ is: 'text', text: words }) as const;

describe('what was said to questions', () => {
  it('stands in the order of the questions, each under what it is called, or as it was asked', () => {
    expect(said({ since: '2026-09-01', at: 'In the hall', helped: 'A lot', next: 'More' })).toEqual([
      { question: 'helped', called: 'How it helped the pupil', answer: text('A lot'), with: [] },
      { question: 'at', called: 'What was seen at nursery', answer: text('In the hall'), with: [] },
      { question: 'next', called: '', answer: text('More'), with: [] },
      { question: 'since', called: 'Since when?', answer: { is: 'day', day: '2026-09-01' }, with: [] },
    ]);
  });

  it('has with an answer what is read out under it, also where that was asked first', () => {
    expect(said({ whyNot: 'A trip', given: 'partly' })).toEqual([
      {
        question: 'given',
        called: 'Was it given?',
        answer: { is: 'chosen', title: 'Partly' },
        with: [text('A trip')],
      },
    ]);
  });

  it('of several things, is said thing by thing', () => {
    const [goals] = said({ goals: [{ goal: 'a', seen: '8 of 10 words' }] });
    expect(goals?.answer).toEqual({
      is: 'each',
      items: [
        {
          about: { label: 'Target', text: 'Target a' },
          said: [{ question: 'seen', called: 'What shows it', answer: text('8 of 10 words'), with: [] }],
        },
      ],
    });
  });

  it('is left but for what a screen shows its own way', () => {
    const all = said({ since: '2026-09-01', at: 'In the hall', next: 'More' });
    expect(except(all, 'at', 'since').map(({ question }) => question)).toEqual(['next']);
    expect(calledOf(SUPPORT.at, {}, { setting: 'school' })).toBe('What was seen at school');
    expect(calledOf(SUPPORT.since, {}, {})).toBe('Since when?');
  });

  it('leaves out what was left out, what was only shown, and what was never asked', () => {
    expect(said({ helped: ' ', given: '', since: '', goals: [], note: 'x', other: 'y' })).toEqual([]);
    expect(said(Object.create({ helped: 'Inherited' }))).toEqual([]);
  });
});

describe('vague words in what was said', () => {
  it('are looked for where the rows say so, each phrase once', () => {
    const phrases = (answers: object) => vagueAnswers(SUPPORT, answers).map(({ phrase }) => phrase);
    expect(phrases({ helped: 'regular help' })).toEqual([]);
    expect(phrases({ at: 'Regular talks', next: 'regular talks, as needed' })).toEqual([
      'regular',
      'as needed',
    ]);
    expect(phrases({})).toEqual([]);
  });
});

describe('a sentence of ours', () => {
  it('has its words filled in, as often as they stand there', () => {
    expect(fillTerms('The {child} and the {child}’s {goal}', { child: 'pupil', goal: 'target' })).toBe(
      'The pupil and the pupil’s target',
    );
  });

  it('with a word that there is none for is a mistake of ours', () => {
    expect(() => fillTerms('The {chlid}', { child: 'pupil' })).toThrow('no word for {chlid}');
    expect(() => fillTerms('The {constructor}', {})).toThrow('no word for {constructor}');
  });
});

describe('an answer that only those are shown who oversee reviews', () => {
  const KEPT = { ...SUPPORT, helped: { ...SUPPORT.helped, shownTo: 'overseers' } } as const;
  const answers = { helped: 'Less fighting at home', at: 'In the hall' };
  const words = { child: 'pupil', setting: 'nursery' };
  const ids = (seeing?: 'all' | 'shared') =>
    saidTo(KEPT, answers, {}, words, seeing).map(({ question }) => question);

  it('is read out to them, and to nobody else: unless it is said who reads, it is kept back', () => {
    expect(ids('all')).toEqual(['helped', 'at']);
    expect(ids('shared')).toEqual(['at']);
    expect(ids()).toEqual(['at']);
  });

  it('is not read out with the answer it stands under either', () => {
    const under = { ...SUPPORT, whyNot: { ...SUPPORT.whyNot, shownTo: 'overseers' } } as const;
    const shared = saidTo(under, { given: 'partly', whyNot: 'A trip' }, {}, words);
    expect(shared).toMatchObject([{ question: 'given', with: [] }]);
  });

  it('can be said of a whole form', () => {
    const kept = forOverseers(SUPPORT);
    expect(saidTo(kept, answers, {}, words)).toEqual([]);
    expect(saidTo(kept, answers, {}, words, 'all')).toEqual(said(answers));
    expect(showsAny(kept, 'shared')).toBe(false);
    expect(showsAny(KEPT, 'shared')).toBe(true);
    expect(isShown(KEPT.helped, 'shared')).toBe(false);
  });
});
