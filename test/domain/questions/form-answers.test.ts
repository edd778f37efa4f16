import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneOf, oneOrNone, severalOf } from '../../../src/domain/questions/choice.ts';
import { day, time } from '../../../src/domain/questions/days.ts';
import {
  blocksOf,
  filledFrom,
  inputsAmong,
  readAnswers,
} from '../../../src/domain/questions/form-answers.ts';
import { each, lines } from '../../../src/domain/questions/groups.ts';
import type { Answers } from '../../../src/domain/questions/question.ts';
import { link, longText, shortText } from '../../../src/domain/questions/text.ts';

interface Trip {
  readonly pupils: readonly string[];
  readonly abroad: boolean;
}
const COMES = { yes: 'Yes', no: 'No' } as const;
const NEEDS = { step: 'Step-free way', quiet: 'Quiet place', meal: 'Own meal' } as const;

/** What is asked before a school trip: one question of each kind. */
const TRIP = {
  note: lines(({ abroad }: Trip) => (abroad ? [[{ text: 'Bring the passports.' }]] : [])),
  where: shortText({ label: 'Where to?', needed: 'Please say where to.' }),
  on: day({ label: 'On which day?' }),
  at: time({ label: 'At what time?', needed: 'Please choose a time.' }),
  coach: oneOf({ options: COMES, label: 'By coach?' }),
  company: longText({
    label: 'Which company?',
    neededWhen: { question: 'coach', is: ['yes'], say: 'Please say whose coach it is.' },
  }),
  lunch: oneOrNone({ options: COMES, label: 'With lunch?' }),
  needs: severalOf({
    options: NEEDS,
    label: 'What is needed there?',
    rule: ({ needs, lunch }, { pupils }: Trip) =>
      needs === 'meal' && lunch === 'no' ? `No lunch is planned for ${pupils.length}.` : undefined,
  }),
  passports: longText({ label: 'Who has no passport?', asked: ({ abroad }: Trip) => abroad }),
  about: link({ label: 'A link' }),
  pupils: each({
    of: ({ pupils }: Trip) => pupils,
    key: 'pupil',
    id: (name) => name,
    about: (name) => ({ label: 'Pupil', text: name }),
    shows: (name, _subject, { number = '' }) => [[{ text: `${number}. ${name}`, weight: 'bold' }]],
    questions: {
      comes: oneOf({ options: COMES, label: 'Does {child} {number} come?' }),
      wish: longText({ label: 'A wish of {child} {number}' }),
    },
  }),
} as const;

const WORDS = { child: 'pupil' };
const trip = (given: Partial<Trip> = {}): Trip => ({ pupils: ['ada', 'ben'], abroad: false, ...given });
const FILLED_IN = {
  where: ' The sea ',
  at: '08:30',
  coach: 'no',
  needs: 'quiet,step',
  comes_ada: 'yes',
  comes_ben: 'no',
  wish_ben: 'To stay at home',
};
const read = (sent: Readonly<Record<string, string>>, subject = trip()) =>
  readAnswers<Trip, typeof TRIP>(TRIP, sent, subject, WORDS);

describe('a form of questions', () => {
  it('asks what is to be asked, each of each thing, in order', () => {
    const ids = (subject: Trip) => inputsAmong(blocksOf(TRIP, subject, WORDS)).map(({ id }) => id);
    const before = ['where', 'on', 'at', 'coach', 'company', 'lunch', 'needs'];
    expect(ids(trip({ pupils: ['ada'] }))).toEqual([...before, 'about', 'comes_ada', 'wish_ada']);
    expect(ids(trip({ pupils: [], abroad: true }))).toEqual([...before, 'passports', 'about']);
  });

  it('shows what is to be read, by what it is about, and speaks of its people in its words', () => {
    const [first] = blocksOf(TRIP, trip({ abroad: true }), WORDS);
    expect(first).toEqual({ kind: 'lines', lines: [[{ text: 'Bring the passports.' }]] });
    const labels = inputsAmong(blocksOf(TRIP, trip(), WORDS)).map(({ label }) => label);
    expect(labels).toContain('Does pupil 2 come?');
  });

  it('reads the answers: nothing where nothing was said, or was not asked', () => {
    expect(read(FILLED_IN)).toEqual({
      ok: true,
      answers: {
        where: 'The sea',
        on: '',
        at: '08:30',
        coach: 'no',
        company: '',
        lunch: '',
        needs: ['quiet', 'step'],
        passports: '',
        about: '',
        pupils: [
          { pupil: 'ada', comes: 'yes', wish: '' },
          { pupil: 'ben', comes: 'no', wish: 'To stay at home' },
        ],
      },
    });
  });

  it('takes no answer to what it does not ask, and none that is no text', () => {
    const sent = { ...FILLED_IN, passports: 'Ada', comes_eve: 'yes', constructor: 'x' };
    expect(read(sent)).toEqual(read(FILLED_IN));
    const odd: Record<string, string> = Object.create({ where: 'Inherited' });
    expect(read({ ...odd, ...FILLED_IN, where: '' })).toMatchObject({
      errors: { where: 'Please say where to.' },
    });
  });

  it('names every fault at once: also what another answer makes needed, and what breaks a rule', () => {
    expect(read({ coach: 'yes', needs: 'meal', lunch: 'no', comes_ada: 'yes', about: 'no link' })).toEqual({
      ok: false,
      errors: {
        where: 'Please say where to.',
        at: 'Please choose a time.',
        company: 'Please say whose coach it is.',
        needs: 'No lunch is planned for 2.',
        about: expect.stringMatching(/not a link/),
        comes_ben: 'Please choose one.',
      },
    });
  });

  it('needs only what the other answer makes needed', () => {
    const errors = (sent: Record<string, string>) => {
      const result = read({ ...FILLED_IN, ...sent });
      return result.ok ? {} : result.errors;
    };
    expect(errors({ coach: 'yes', company: ' ' })).toEqual({ company: 'Please say whose coach it is.' });
    expect(errors({ coach: 'yes', company: 'Swift' })).toEqual({});
    expect(errors({ needs: 'meal', lunch: 'yes' })).toEqual({});
  });

  it('knows which of its inputs somebody types in', () => {
    const typed = inputsAmong(blocksOf(TRIP, trip({ abroad: true }), WORDS))
      .map(({ id }) => id)
      .filter((input) => Object.entries(TRIP).some(([id, question]) => question.isTyped(id, input)));
    expect(typed).toEqual(['where', 'company', 'passports', 'about', 'wish_ada', 'wish_ben']);
  });

  it('given any answers, filled in again and read back, gives the same', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim());
    const comes = fc.constantFrom('yes', 'no');
    const answers: fc.Arbitrary<Answers<typeof TRIP>> = fc.record({
      where: words.filter((text) => text !== ''),
      on: fc.constantFrom('', '2026-11-16'),
      at: fc.constantFrom('08:30', '14:00'),
      coach: comes,
      company: words.filter((text) => text !== ''),
      lunch: fc.constantFrom('', 'yes'),
      needs: fc.uniqueArray(fc.constantFrom('step', 'quiet', 'meal')),
      passports: words,
      about: fc.constantFrom('', 'https://records.example/1?a=b,c'),
      pupils: fc.tuple(
        fc.record({ pupil: fc.constant('ada'), comes, wish: words }),
        fc.record({ pupil: fc.constant('ben'), comes, wish: words }),
      ),
    });
    fc.assert(
      fc.property(answers, (said) => {
        const sent = filledFrom<Trip, typeof TRIP>(TRIP, said);
        expect(read(sent, trip({ abroad: true }))).toEqual({ ok: true, answers: said });
      }),
    );
  });

  it('given what was not answered before, leaves those inputs empty', () => {
    expect(filledFrom<Trip, typeof TRIP>(TRIP, { where: 'The sea', needs: ['meal'] })).toEqual({
      where: 'The sea',
      needs: 'meal',
    });
  });

  it('fills in again also inputs that are named by what they are about', () => {
    const seats = ['ada', 'ben'];
    const asked = {
      seats: each({
        of: (all: readonly string[]) => all,
        key: 'pupil',
        id: (pupil: string) => pupil,
        about: (pupil) => ({ label: 'Pupil', text: pupil }),
        shows: () => [],
        input: (_question, pupil, all: readonly string[]) => `seat_${all.indexOf(pupil) + 1}`,
        questions: { row: shortText({ label: 'Which row?' }) },
      }),
    };
    const answers = { seats: [{ pupil: 'ben', row: 'The last' }] };
    const filled = filledFrom<readonly string[], typeof asked>(asked, answers, seats);
    expect(filled).toEqual({ seat_2: 'The last' });
    const back = readAnswers<readonly string[], typeof asked>(asked, filled, seats, {});
    expect(back).toMatchObject({ answers: { seats: [{ pupil: 'ada', row: '' }, ...answers.seats] } });
    expect(() => filledFrom<readonly string[], typeof asked>(asked, answers)).toThrow('what they are about');
  });
});
