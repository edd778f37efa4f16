import { describe, expect, it } from 'vitest';
import {
  addressOf,
  headsOf,
  isOnlySenco,
  memberAt,
  membership,
  NOT_HERE,
  oversees,
  presentStaff,
} from '../../../src/domain/school/membership.ts';
import type { StaffMember } from '../../../src/domain/school/school.ts';
import {
  ASSISTANT,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';

const EVERYBODY = [SENCO, LEADER, TEACHER, ASSISTANT, BYSTANDER];
const withStaff = (person: string, given: Partial<StaffMember>) =>
  aSchool({ staff: STAFF.map((one) => (one.email === person ? { ...one, ...given } : one)) });
const LEFT = { left: '2026-11-01' };

describe('who sees all of the school’s reviews', () => {
  it('is a SENCO or a senior leader, nobody else of the staff, and no stranger', () => {
    expect([...EVERYBODY, STRANGER].filter((person) => oversees(aSchool(), person))).toEqual([SENCO, LEADER]);
  });

  it('is nobody who has left', () => {
    expect(oversees(withStaff(SENCO, LEFT), SENCO)).toBe(false);
    expect(oversees(withStaff(LEADER, LEFT), LEADER)).toBe(false);
  });

  it('is, of all others, told no more than that', () => {
    expect(NOT_HERE).toBe(
      'I can only do this for staff of the school concerned. Ask its SENCO if you need something.',
    );
  });
});

describe('who can be chosen', () => {
  it('is everybody who is on the list, and has not left', () => {
    expect(presentStaff(aSchool())).toEqual(EVERYBODY);
    expect(presentStaff(withStaff(TEACHER, LEFT))).toEqual([SENCO, LEADER, ASSISTANT, BYSTANDER]);
  });
});

describe('the head', () => {
  it('is whom the list says, of those who have not left', () => {
    expect(headsOf(aSchool())).toEqual([LEADER]);
    expect(headsOf(withStaff(SENCO, { head: true }))).toEqual([SENCO, LEADER]);
    expect(headsOf(withStaff(LEADER, LEFT))).toEqual([]);
  });
});

describe('somebody whose address has changed', () => {
  const married = 'tom.new@oakfield.example';
  const school = withStaff(TEACHER, { address: married });

  it('is known by the new one in chats and lists, and not by the old', () => {
    expect(memberAt(school, married)?.name).toBe('Tom Teacher');
    expect(memberAt(school, TEACHER)).toBeUndefined();
    expect(memberAt(school, SENCO)?.name).toBe('Mel Senco');
    expect(school.staff.map(addressOf)).toEqual([SENCO, LEADER, married, ASSISTANT, BYSTANDER]);
  });

  it('stands in the reviews as before', () => {
    expect(membership(school, TEACHER)?.name).toBe('Tom Teacher');
    expect(membership(school, married)).toBeUndefined();
  });

  it('is nobody once they have left, nor is a stranger', () => {
    expect(memberAt(withStaff(TEACHER, LEFT), TEACHER)).toBeUndefined();
    expect(memberAt(school, STRANGER)).toBeUndefined();
  });
});

describe('the only SENCO', () => {
  const member = (email: string, role: 'senco' | 'leader' | 'staff', left?: string) => ({
    ...{ email, name: email, role },
    ...(left && { left }),
  });
  const sam = member('sam@oakfield.example', 'senco');

  it.each([
    ['with colleagues who are none', [sam, member('lee@oakfield.example', 'leader')], true],
    ['with another', [sam, member('mel@oakfield.example', 'senco')], false],
    ['with another who has left', [sam, member('mel@oakfield.example', 'senco', '2026-09-01')], true],
    ['who is none', [member('sam@oakfield.example', 'leader')], false],
  ])('%s', (_name, staff, is) => {
    expect(isOnlySenco(aSchool({ staff }), 'sam@oakfield.example')).toBe(is);
  });
});
