import { describe, expect, it } from 'vitest';
import { namesThatFit } from '../../../src/domain/language/words.ts';
import { NotThere } from '../../../src/domain/questions/not-there.ts';
import type { Outsider } from '../../../src/domain/review/annual.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { buttonsOf, lettersOf, ourWordsOf } from '../../support/adaptive.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  theOutsiders,
} from '../../support/annual-builders.ts';
import { ASSISTANT, aReview, aSchool, STAFF, TEACHER } from '../../support/builders.ts';
import { newIds, subject } from './sample.ts';

const shown = (form: string, about: FormSubject) => formOf(form).show(about, 'once1').card;
const standing = (form: string, about: FormSubject): Record<string, unknown> =>
  Object.fromEntries(inputsOf(shown(form, about)).map(({ id, value }) => [id, value]));
/** All that it says, with what stands behind “Why”. */
const words = (form: string, about: FormSubject) =>
  [...ourWordsOf(shown(form, about)), formOf(form).row.why?.(about)].join(' ');
const labels = (form: string, about: FormSubject) => inputsOf(shown(form, about)).map(({ label }) => label);
const errorsOf = (form: string, about: FormSubject, values: Record<string, string>) => {
  const read = formOf(form).read(values, about, newIds());
  return read.ok ? {} : read.errors;
};
const choicesOf = (form: string, about: FormSubject, id: string) => {
  const found = inputsOf(shown(form, about)).find((input) => input.id === id);
  return (found?.choices ?? []) as { title: string; value: string }[];
};
const acting = (annual: Parameters<typeof annualAt>[1] = {}, more: Parameters<typeof subject>[1] = {}) =>
  subject(anAnnualReview({ stage: 'acting', annual: annualAt('acting', annual) }), more);
const young = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' });

describe('the day of what is recorded', () => {
  const FORMS_WITH_A_DAY = [
    ['advice', subject(anAnnualReview(), { about: 'outsider-la' })],
    ['circulate', subject(anAnnualReview())],
    ['report', acting()],
    ['la-decision', acting()],
    ['notice', acting()],
    ['comments', acting()],
    ['final-plan', acting()],
    ['mediation', acting()],
  ] as const;

  it.each(FORMS_WITH_A_DAY)('is not one that is still to come: %s', (form, about) => {
    expect(errorsOf(form, about, { on: '2026-12-02' })).toMatchObject({
      on: 'That day is still to come. Please choose today or before.',
    });
    expect(errorsOf(form, about, { on: about.today })).not.toHaveProperty('on');
  });

  it.each(['la-decision', 'notice', 'final-plan', 'mediation'] as const)(
    'is on the letter, and not guessed: %s',
    (form) => {
      expect(standing(form, acting()).on).toBeUndefined();
    },
  );

  it.each(FORMS_WITH_A_DAY.slice(3))('stands there when it was recorded before: %s', (form, about) => {
    const { annual } = anAnnualReview({ stage: 'closed' });
    const said = annual && { ...annual, mediation: aLetter('2027-01-20', 'No agreement') };
    const review = { ...about.review, ...(said ? { annual: said } : {}) };
    const then = subject(review, { today: '2027-02-08' });
    const recorded = {
      'la-decision': said?.decision,
      notice: said?.notice,
      comments: said?.comments,
      'final-plan': said?.finalPlan,
      mediation: said?.mediation,
    }[form as 'notice'];
    expect(recorded).toBeDefined();
    expect(standing(form, then)).toMatchObject({ on: recorded?.on, words: recorded?.words || undefined });
  });
});

describe('written advice', () => {
  const about = subject(anAnnualReview(), { about: 'outsider-la' });

  it('says whose it is, and by when it is wanted and why', () => {
    expect(lettersOf(shown('advice', about))).toContain('Olu Officer');
    expect(words('advice', about)).toContain('It was wanted by Sat 7 Nov 2026 (17 days before the meeting; ');
  });

  it('asks why where there will be none, and only then', () => {
    const on = '2026-11-10';
    expect(errorsOf('advice', about, { given: 'none', on })).toEqual({
      words: 'Please say why there will be none.',
    });
    expect(errorsOf('advice', about, { given: 'given', on })).toEqual({});
    expect(errorsOf('advice', about, {})).toEqual({
      given: 'Please choose whether it has come.',
      on: 'Please choose the day it came, or they said so.',
    });
  });
});

describe('sending the advice round', () => {
  it('says who is still waited for, and no parent: they give views', () => {
    expect(standing('circulate', subject(anAnnualReview()))).toEqual({
      on: '2026-11-10',
      words: 'By e-mail to everybody invited. Not there yet: Olu Officer; Hal Head.',
    });
    const all = anAnnualReview({
      annual: { ...annualAt('meeting'), ...{ circulated: aLetter('2026-11-09', '') } },
    });
    const { circulated: _, ...rest } = all.annual ?? annualAt('gathering');
    expect(standing('circulate', subject({ ...all, annual: rest })).words).toBe(
      'By e-mail to everybody invited.',
    );
  });

  it('fits its box, however many are waited for', () => {
    const outsiders: Outsider[] = Array.from({ length: 25 }, (_unused, at) => ({
      id: `o${at}`,
      role: 'other',
      name: `${'Name '.repeat(40)}${at}`,
    }));
    const { words: said } = standing(
      'circulate',
      subject(anAnnualReview({ annual: annualAt('gathering', { outsiders }) })),
    );
    expect(String(said).length).toBeLessThanOrEqual(3000);
    expect(said).toMatch(/; and \d+ more\.$/);
  });
});

describe('names in a row', () => {
  it('are as many as fit', () => {
    expect(namesThatFit(['Ann', 'Bo', 'Cy'], 11)).toBe('Ann; Bo; Cy');
    expect(namesThatFit(['Ann', 'Bo', 'Cyril'], 17)).toBe('Ann; Bo; Cyril');
    expect(namesThatFit(['Ann', 'Bo', 'Cyril'], 13)).toBe('and 3 more');
    expect(namesThatFit(['Ann', 'Bo', 'Cyril'], 3)).toBe('');
    expect(namesThatFit([], 10)).toBe('');
  });
});

describe('who took part', () => {
  const meeting = (annual: Parameters<typeof annualAt>[1] = {}) =>
    subject(anAnnualReview({ stage: 'meeting', annual: annualAt('meeting', annual) }));

  it('is asked of everybody, and assumed of nobody', () => {
    const about = meeting({ attendance: {} });
    expect(Object.values(standing('attendance', about)).every((value) => value === undefined)).toBe(true);
    expect(Object.keys(errorsOf('attendance', about, {}))).toEqual(formOf('attendance').keys(about));
  });

  it('names each by name and role, also who has left', () => {
    const school = aSchool({
      staff: STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-20' } : one)),
    });
    const labels = inputsOf(shown('attendance', { ...meeting(), school })).map(({ label }) => label);
    expect(labels).toEqual(['Tom Teacher', ...theOutsiders().map(({ name }) => name)]);
  });

  it('has no mark in a name that a client would read as one', () => {
    const outsiders = [{ id: 'a', role: 'other', name: '*Sam* [Smith](x) \n_y_' } as const];
    const subject = {
      ...meeting(),
      review: { ...meeting().review, annual: annualAt('gathering', { outsiders }) },
    };
    const labels = inputsOf(shown('attendance', subject)).map(({ label }) => label);
    expect(labels.at(-1)).toBe('Sam Smith x y');
  });

  it('has inputs of its own for two people of one name, and for one called as an object is', () => {
    const outsiders: Outsider[] = ['constructor', '__proto__', 'staff_1'].map((id) => ({
      id,
      role: 'other',
      name: 'Sam Smith',
    }));
    const about = meeting({ outsiders, attendance: {} });
    const keys = formOf('attendance').keys(about);
    expect(new Set(keys).size).toBe(4);
    const answered = Object.fromEntries(keys.map((key) => [key, 'present']));
    const read = formOf('attendance').read(answered, about, newIds());
    if (!read.ok || read.command.type !== 'record-attendance') throw new Error('not read');
    expect(Object.entries(read.command.attendance)).toEqual([
      [TEACHER, 'present'],
      ['constructor', 'present'],
      ['__proto__', 'present'],
      ['staff_1', 'present'],
    ]);
  });
});

describe('the recommendation', () => {
  const meeting = anAnnualReview({ stage: 'meeting' });
  const asked = (yearGroup: string) =>
    formOf('recommendation')
      .keys(subject(meeting, { pupil: anEhcpPupil({ yearGroup }) }))
      .includes('adulthood');

  it('asks about preparing for adulthood from Year 9', () => {
    expect(['N2', 'R', '1', '8'].map(asked)).toEqual([false, false, false, false]);
    expect(['9', '10', '11', '14'].map(asked)).toEqual([true, true, true, true]);
  });

  it('says what it needs, all at once', () => {
    expect(errorsOf('recommendation', subject(meeting), { kind: 'continues' })).toEqual({
      kind: 'Please choose what the meeting recommends.',
      inWords: 'Please say why the meeting recommends it.',
      whatWillChange: 'Please say what will change for the child.',
    });
    expect(errorsOf('recommendation', subject(meeting, { pupil: young }), {})).toMatchObject({
      whatWillChange: 'Please say what will change for the young person.',
    });
  });
});

describe('after the meeting', () => {
  it('the report goes to everybody invited, by the day the Code has', () => {
    expect(standing('report', acting())).toEqual({
      on: '2026-12-01',
      words: 'Tom Teacher; Bea Sample; Olu Officer; Dr Hana Health; Social care duty team; Hal Head',
    });
    expect(words('report', acting())).toContain(
      'It is to be sent by Tue 8 Dec 2026 (14 days after the meeting; SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176).',
    );
  });

  it('a decision that has not come is asked for, and that is no decision', () => {
    const read = formOf('la-decision').read({ kind: 'not-yet', on: '2026-12-01' }, acting(), newIds());
    expect(read).toEqual({ ok: true, command: { type: 'chase-la', on: '2026-12-01', words: '' } });
    const titles = (about: FormSubject) => choicesOf('la-decision', about, 'kind').map(({ title }) => title);
    expect(titles(acting())).toContain('No decision yet: we asked for it');
    const decision = { ...aLetter('2026-11-27', ''), kind: 'amend' } as const;
    expect(titles(acting({ decision }))).toContain('We asked for what is still to come');
  });

  it('the parents have the days the law gives to answer; a young person has them instead', () => {
    const decision = { ...aLetter('2026-11-26', ''), kind: 'amend' } as const;
    const noticed = { decision, notice: aLetter('2026-11-26', '') };
    expect(words('notice', acting({ decision }))).toContain(
      'The regulations require at least 15 days beginning with the day of the notice',
    );
    expect(words('notice', acting({ decision }, { pupil: young }))).toContain(
      'for the young person to answer',
    );
    expect(words('comments', acting(noticed))).toContain(
      'at least until Thu 10 Dec 2026 (15 days beginning with the day of the notice',
    );
    expect(labels('comments', acting(noticed))).toContain('The day parents or carers answered');
    expect(labels('comments', acting(noticed, { pupil: young }))).toContain(
      'The day the young person answered',
    );
  });

  it('the last day to appeal stands where a mediation certificate may move it', () => {
    const decision = { ...aLetter('2026-11-27', ''), kind: 'keep' } as const;
    expect(words('mediation', acting({ decision }))).toContain(
      'As it stands, the last day is Wed 27 Jan 2027 (',
    );
    expect(words('mediation', acting())).not.toContain('the last day is');
  });
});

describe('provision', () => {
  const provision = {
    id: 'p1',
    what: 'Paired reading',
    who: 'Ann',
    howOften: 'Daily',
    howLong: '15 minutes',
    groupSize: 'One to one',
    howReviewed: 'A tally',
    starts: '2026-12-02',
    owner: ASSISTANT,
  };
  const about = (given: Partial<Review> = {}) =>
    subject(aReview({ stage: 'meeting', provision: [provision], ...given }), { about: 'p1' });

  it('that was noted is put right where it stands', () => {
    const { id: _, ...parts } = provision;
    expect(standing('provision', about())).toEqual(parts);
    expect(buttonsOf(shown('provision', about())).map(({ title, send }) => [title, send.about])).toEqual([
      ['Save', 'p1'],
    ]);
    const read = formOf('provision').read({ ...parts, howOften: 'Twice a day' }, about(), newIds());
    expect(read).toMatchObject({
      command: { type: 'change-provision', provision: { id: 'p1', howOften: 'Twice a day' } },
    });
  });

  it('that was taken back is not', () => {
    expect(() => shown('provision', about({ provision: [] }))).toThrow(NotThere);
  });
});

it('a meeting is called off only with a reason', () => {
  expect(errorsOf('cancel-meeting', subject(aReview()), { why: ' \n' })).toEqual({
    why: 'Please say why it is called off.',
  });
});
