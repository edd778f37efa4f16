import { describe, expect, it } from 'vitest';
import { askedLater } from '../../../src/domain/questions/asked-later.ts';
import { oneOf } from '../../../src/domain/questions/choice.ts';
import { filledFrom, readAnswers } from '../../../src/domain/questions/form-answers.ts';
import { each } from '../../../src/domain/questions/groups.ts';
import type { Answers } from '../../../src/domain/questions/question.ts';
import { saidTo } from '../../../src/domain/questions/said.ts';
import { storedAnswers } from '../../../src/domain/questions/stored-answers.ts';
import { longText } from '../../../src/domain/questions/text.ts';
import { vagueAnswers } from '../../../src/domain/questions/vague.ts';

const ABOUT = { lessons: ['art', 'maths'] };

const tired = { often: 'Often', seldom: 'Seldom' } as const;
const QUESTIONS = {
  worked: longText({ label: 'What worked?' }),
  sleep: askedLater(
    longText({ label: 'How do they sleep?', needed: 'Please say how they sleep.', vague: true }),
  ),
  tired: askedLater(oneOf({ label: 'How often are they tired?', options: tired })),
  lessons: each({
    of: ({ lessons }: typeof ABOUT) => lessons,
    key: 'lesson',
    id: (lesson) => lesson,
    about: (lesson) => ({ label: 'Lesson', text: lesson }),
    shows: () => [],
    questions: {
      going: longText({ label: 'How is it going?' }),
      awake: askedLater(longText({ label: 'Are they awake?' })),
    },
  }),
} as const;
type Said = Answers<typeof QUESTIONS>;

/** As it was stored before anything was asked later. */
const BEFORE: Said = { worked: 'Short books', lessons: [{ lesson: 'art', going: 'Well' }] };

describe('answers that were stored before a question was asked', () => {
  const stored = storedAnswers(QUESTIONS);

  it('are read as they are', () => {
    expect(stored.parse(BEFORE)).toEqual(BEFORE);
  });

  it('are read out, and stand in the form again, without it', () => {
    expect(saidTo(QUESTIONS, { ...BEFORE }, ABOUT, {}).map(({ question }) => question)).toEqual([
      'worked',
      'lessons',
    ]);
    expect(filledFrom(QUESTIONS, BEFORE, ABOUT)).toEqual({ worked: 'Short books', going_art: 'Well' });
    expect(vagueAnswers(QUESTIONS, BEFORE)).toEqual([]);
  });

  it('are still a fault without what was always asked, or with an answer that is none', () => {
    const fault = (said: unknown) => stored.safeParse(said).error?.issues.map(({ path }) => path[0]);
    const { worked: _, ...without } = BEFORE;
    expect(fault(without)).toEqual(['worked']);
    expect(fault({ ...BEFORE, tired: 'always' })).toEqual(['tired']);
    expect(fault({ ...BEFORE, sleep: undefined })).toEqual(['sleep']);
  });
});

describe('a question that is asked later', () => {
  it('is asked, needed and kept as any other from then on', () => {
    const read = (sent: Readonly<Record<string, string>>) =>
      readAnswers<typeof ABOUT, typeof QUESTIONS>(QUESTIONS, sent, ABOUT, {});
    expect(read({})).toMatchObject({
      ok: false,
      errors: { sleep: 'Please say how they sleep.', tired: 'Please choose one.' },
    });
    const answered = read({ sleep: 'Six hours', tired: 'often', awake_maths: 'By ten' });
    expect(answered).toMatchObject({ ok: true, answers: { sleep: 'Six hours', tired: 'often' } });
    expect(answered.ok && storedAnswers(QUESTIONS).parse(answered.answers)).toMatchObject({
      lessons: [{ awake: '' }, { lesson: 'maths', awake: 'By ten' }],
    });
  });
});
