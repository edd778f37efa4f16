import { describe, expect, it } from 'vitest';
import { oneOf, oneOrNone, severalOf } from '../../../src/domain/questions/choice.ts';
import { day, pastDay, time } from '../../../src/domain/questions/days.ts';
import { readAnswers } from '../../../src/domain/questions/form-answers.ts';
import type { Question, SaidAnswer } from '../../../src/domain/questions/question.ts';
import { saidTo } from '../../../src/domain/questions/said.ts';
import { LONGEST, link, longText, shortText } from '../../../src/domain/questions/text.ts';
import type { LocalDate } from '../../../src/domain/time.ts';

const ABOUT = { today: '2026-11-16', rooms: ['Hall', 'Library'] };
const WORDS = { child: 'young person' };
type Subject = typeof ABOUT;

/** What becomes of `sent` to this one question: its answer, or the sentence that refuses it. */
function sent(question: Question<unknown, Subject>, value: string): unknown {
  const asked = { asked: question };
  const read = readAnswers<Subject, typeof asked>(asked, { asked: value }, ABOUT, WORDS);
  return read.ok ? { answer: read.answers.asked } : read.errors.asked;
}

/** How an answer to this one question is read out. */
const readOut = (question: Question<unknown, Subject>, answer: unknown) =>
  saidTo<Subject>({ asked: question }, { asked: answer }, ABOUT, WORDS)[0]?.answer;

const COLOURS = { red: 'Red', green: 'Green, as the {child} says' } as const;
const rooms = ({ rooms: all }: Subject) => all.map((title) => ({ value: title.toLowerCase(), title }));

describe('a text', () => {
  it('is taken without the space around it, over several lines', () => {
    expect(sent(longText({ label: 'What worked?' }), '  Short books,\nread aloud \n')).toEqual({
      answer: 'Short books,\nread aloud',
    });
  });

  it('may be left out, unless it is needed: then its own sentence asks for it', () => {
    expect(sent(shortText({ label: 'Who?' }), ' ')).toEqual({ answer: '' });
    const needed = shortText({ label: 'Who?', needed: 'Please say who the {child} chose.' });
    expect(sent(needed, ' \n ')).toBe('Please say who the young person chose.');
  });

  it('is no longer than its box, and says how long that is', () => {
    const short = shortText({ label: 'Who?', longest: 10 });
    expect(sent(short, 'x'.repeat(10))).toEqual({ answer: 'x'.repeat(10) });
    expect(sent(short, 'x'.repeat(11))).toBe('That is too long: please keep it to 10 characters.');
    expect(sent(longText({ label: 'What?' }), 'x'.repeat(LONGEST + 1))).toContain('3000 characters');
  });

  it('is read out as it was written, and not at all where nothing was', () => {
    expect(readOut(longText({ label: 'What worked?' }), '{child} *reads*')).toEqual({
      is: 'text',
      text: '{child} *reads*',
    });
    expect(readOut(longText({ label: 'What worked?' }), ' \n')).toBeUndefined();
  });
});

describe('a link', () => {
  it.each(['https://records.example/p1', 'http://records.example', ''])('may be %j', (address) => {
    expect(sent(link({ label: 'A link' }), address)).toEqual({ answer: address });
  });

  it.each(['records.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
    'is not %j',
    (text) => {
      expect(sent(link({ label: 'A link' }), text)).toMatch(/^That is not a link/);
    },
  );
});

describe('one of a few', () => {
  it('is one that is offered: of a table, or of what the form is about', () => {
    expect(sent(oneOf({ options: COLOURS, label: 'Which?' }), 'red')).toEqual({ answer: 'red' });
    expect(sent(oneOf({ options: rooms, label: 'Where?' }), 'hall')).toEqual({ answer: 'hall' });
  });

  it.each(['', 'blue', 'constructor', 'red,green'])('is not %j', (value) => {
    expect(sent(oneOf({ options: COLOURS, label: 'Which?' }), value)).toBe('Please choose one.');
    const own = oneOf({ options: COLOURS, label: 'Which?', needed: 'Please choose a colour.' });
    expect(sent(own, value)).toBe('Please choose a colour.');
  });

  it('is read out by its title in the words of the review; a code that is no longer offered, as it is', () => {
    const question = oneOf<string, Subject>({ options: COLOURS, label: 'Which?' });
    expect(readOut(question, 'green')).toEqual({ is: 'chosen', title: 'Green, as the young person says' });
    expect(readOut(question, 'mauve')).toEqual({ is: 'chosen', title: 'mauve' });
  });

  it('is read out in full where its title in the list is not enough', () => {
    const question = oneOf({
      options: rooms,
      label: 'Which room?',
      reads: (code): SaidAnswer => ({ is: 'text', text: `The ${code}, up the stairs` }),
    });
    expect(readOut(question, 'hall')).toEqual({ is: 'text', text: 'The hall, up the stairs' });
    expect(readOut(question, 'attic')).toEqual({ is: 'text', text: 'The attic, up the stairs' });
    expect(readOut(question, '')).toBeUndefined();
  });

  it('or none, where it may be none', () => {
    const question = oneOrNone({ options: COLOURS, label: 'Which?' });
    expect(sent(question, '')).toEqual({ answer: '' });
    expect(sent(question, 'red')).toEqual({ answer: 'red' });
    expect(sent(question, 'blue')).toBe('Please choose one of these, or none.');
    expect(readOut(question, '')).toBeUndefined();
  });
});

describe('several of a few', () => {
  const question = severalOf({ options: COLOURS, label: 'Which?' });

  it('come as one text, joined by commas, or empty', () => {
    expect(sent(question, 'green,red')).toEqual({ answer: ['green', 'red'] });
    expect(sent(question, '')).toEqual({ answer: [] });
  });

  it('are all offered, and at least one where one is needed', () => {
    expect(sent(question, 'red,blue')).toBe('Please choose from these.');
    const needed = severalOf({
      options: rooms,
      label: 'Where?',
      needed: 'Please choose a room.',
      otherwise: 'Please choose rooms we have.',
    });
    expect(sent(needed, '')).toBe('Please choose a room.');
    expect(sent(needed, 'attic')).toBe('Please choose rooms we have.');
  });

  it('are read out by their titles, and not at all where none was chosen', () => {
    expect(readOut(question, ['green', 'red'])).toEqual({
      is: 'several',
      titles: ['Green, as the young person says', 'Red'],
    });
    expect(readOut(question, [])).toBeUndefined();
  });
});

describe('a day', () => {
  const within = day<Subject>({
    label: 'When?',
    from: ({ today }) => ({ day: today, say: 'That day has passed.' }),
    until: () => ({ day: '2026-12-18', say: 'That is after the term.' }),
  });

  it('is a day of the calendar, or left out where it may be', () => {
    expect(sent(within, '2026-11-16')).toEqual({ answer: '2026-11-16' });
    expect(sent(within, '')).toEqual({ answer: '' });
    expect(sent(within, '2026-02-30')).toBe('That is not a day. Please choose one, or leave it out.');
    const needed = day({ label: 'When?', needed: 'Please choose the day.' });
    for (const none of ['', 'soon', '2026-02-30']) expect(sent(needed, none)).toBe('Please choose the day.');
  });

  it('is neither before the first nor after the last that can be answered', () => {
    expect(sent(within, '2026-11-15')).toBe('That day has passed.');
    expect(sent(within, '2026-12-19')).toBe('That is after the term.');
  });

  it('has come, where it is one that has', () => {
    const past = pastDay<{ readonly today: LocalDate }>({ label: 'When?', needed: 'Please choose the day.' });
    expect(sent(past, '2026-11-16')).toEqual({ answer: '2026-11-16' });
    expect(sent(past, '2026-11-17')).toMatch(/^That day is still to come/);
  });

  it('is read out as a day', () => {
    expect(readOut(within, '2026-11-16')).toEqual({ is: 'day', day: '2026-11-16' });
    expect(readOut(within, '')).toBeUndefined();
  });
});

describe('a time', () => {
  it('is a time of day', () => {
    const question = time({ label: 'When?', needed: 'Please choose a time.' });
    expect(sent(question, '14:30')).toEqual({ answer: '14:30' });
    for (const none of ['', '25:00', 'noon']) expect(sent(question, none)).toBe('Please choose a time.');
    expect(readOut(question, '14:30')).toEqual({ is: 'text', text: '14:30' });
  });
});
