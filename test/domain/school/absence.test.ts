import { describe, expect, it } from 'vitest';
import {
  isAbsent,
  isAwayFor,
  isPresent,
  type Marked,
  markAbsent,
  markBack,
} from '../../../src/domain/school/absence.ts';
import type { Absence, School, StaffMember } from '../../../src/domain/school/school.ts';
import { aSchool, LEADER, SENCO, STAFF, STRANGER, TEACHER } from '../../support/builders.ts';

// Tuesday 10 November 2026.
const by = (who = SENCO) => ({ who, at: '2026-11-10T10:00:00.000Z' });
const WEEK: Absence = { from: '2026-11-10', until: '2026-11-17' };
const teacherOf = (school: School) => school.staff.find(({ email }) => email === TEACHER);
const withTeacher = (given: Partial<StaffMember>) =>
  aSchool({ staff: STAFF.map((one) => (one.email === TEACHER ? { ...one, ...given } : one)) });
const schoolOf = (marked: Marked): School => {
  if (!marked.ok) throw new Error(marked.refusal.say);
  return marked.school;
};
const refusalOf = (marked: Marked) => (marked.ok ? undefined : marked.refusal);

describe('somebody who is away', () => {
  const member = { email: TEACHER, name: 'Tom', role: 'staff', absent: WEEK } as const;

  it.each([
    ['2026-11-09', false],
    ['2026-11-10', true],
    ['2026-11-16', true],
    ['2026-11-17', false],
  ])('from the first day to the day before they are back: on %s %s', (day, away) => {
    expect(isAbsent(member, day)).toBe(away);
    expect(isPresent(withTeacher({ absent: WEEK }), TEACHER, day)).toBe(!away);
  });

  it.each([
    ['due while they are away', '2026-11-12', '2026-11-10', true],
    ['due while they will be away, known before', '2026-11-12', '2026-11-02', true],
    ['due before they go, and they are still there', '2026-11-09', '2026-11-06', false],
    ['due before they went, and they are gone', '2026-11-09', '2026-11-11', true],
    ['due on the day they are back', '2026-11-17', '2026-11-10', false],
    ['once they are back', '2026-11-12', '2026-11-17', false],
  ])('is missed for what is %s: %s', (_, due, today, away) => {
    expect(isAwayFor(member, due, today)).toBe(away);
  });

  it('is a stranger’s or a leaver’s matter of another kind: neither is there', () => {
    expect(isPresent(aSchool(), STRANGER, '2026-11-10')).toBe(false);
    expect(isPresent(withTeacher({ left: '2026-11-01' }), TEACHER, '2026-11-10')).toBe(false);
  });
});

describe('marking somebody as away', () => {
  it('changes only them, and keeps the school as it was otherwise', () => {
    const school = schoolOf(markAbsent(aSchool(), { person: TEACHER, ...WEEK }, by()));
    expect(school).toEqual(withTeacher({ absent: WEEK }));
  });

  it('said again, the later word holds', () => {
    const longer = { ...WEEK, until: '2026-11-24' };
    const school = schoolOf(markAbsent(withTeacher({ absent: WEEK }), { person: TEACHER, ...longer }, by()));
    expect(teacherOf(school)?.absent).toEqual(longer);
  });

  it('takes a first day that has passed or is yet to come, and a SENCO marks themselves, too', () => {
    for (const from of ['2026-11-02', '2026-11-16']) {
      const mark = { person: SENCO, from, until: '2026-11-17' };
      expect(isPresent(schoolOf(markAbsent(aSchool(), mark, by())), SENCO, '2026-11-16')).toBe(false);
    }
  });

  it.each([
    ['by a leader', { person: TEACHER, ...WEEK }, LEADER, 'not-yours', undefined],
    ['by a stranger', { person: TEACHER, ...WEEK }, STRANGER, 'not-yours', undefined],
    ['of a stranger', { person: STRANGER, ...WEEK }, SENCO, 'not-staff', 'person'],
    [
      'that is over',
      { person: TEACHER, from: '2026-11-02', until: '2026-11-10' },
      SENCO,
      'date-past',
      'until',
    ],
    ['backwards', { person: TEACHER, from: '2026-11-18', until: '2026-11-17' }, SENCO, 'date-order', 'until'],
    ['of no day', { person: TEACHER, from: '2026-11-17', until: '2026-11-17' }, SENCO, 'date-order', 'until'],
    [
      'of years',
      { person: TEACHER, from: '2026-11-10', until: '2028-11-10' },
      SENCO,
      'date-too-late',
      'until',
    ],
  ] as const)('%s is refused', (_, mark, who, code, field) => {
    expect(refusalOf(markAbsent(aSchool(), mark, by(who)))).toMatchObject({ code, ...(field && { field }) });
  });
});

describe('marking somebody as back', () => {
  it('given they went before today, their absence ends today', () => {
    const absent = { from: '2026-11-02', until: '2026-11-24' };
    const school = schoolOf(markBack(withTeacher({ absent }), TEACHER, by()));
    expect(teacherOf(school)?.absent).toEqual({ from: '2026-11-02', until: '2026-11-10' });
    expect(isPresent(school, TEACHER, '2026-11-10')).toBe(true);
  });

  it.each(['2026-11-10', '2026-11-12'])('given they were to go on %s, they are not away at all', (from) => {
    const school = schoolOf(markBack(withTeacher({ absent: { from, until: '2026-11-24' } }), TEACHER, by()));
    expect(school).toEqual(aSchool());
  });

  it('given they are not away, nothing changes', () => {
    expect(schoolOf(markBack(aSchool(), TEACHER, by()))).toEqual(aSchool());
    const past = withTeacher({ absent: { from: '2026-11-02', until: '2026-11-06' } });
    expect(schoolOf(markBack(past, TEACHER, by()))).toEqual(past);
  });

  it('is refused to all but a SENCO, and of strangers', () => {
    expect(refusalOf(markBack(aSchool(), TEACHER, by(TEACHER)))?.code).toBe('not-yours');
    expect(refusalOf(markBack(aSchool(), STRANGER, by()))?.code).toBe('not-staff');
  });
});
