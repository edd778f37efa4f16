import { describe, expect, it } from 'vitest';
import { isOfStaff } from '../../../src/domain/school/listed.ts';
import { aSchool, TEACHER } from '../../support/builders.ts';

const JO = { email: 'jo@hillside.example', name: 'Jo New', role: 'staff' as const };
const oakfield = aSchool();
const hillside = aSchool({
  id: 'hillside',
  staff: [
    { ...JO, address: 'jo.wed@hillside.example' },
    { ...JO, email: 'al@hillside.example', left: '2026-10-01' },
  ],
});
const SCHOOLS = [oakfield, hillside];

describe('an account is of somebody on a staff list', () => {
  it.each([
    ['with a listed address', { email: TEACHER }],
    ['with the address they have now', { email: 'jo.wed@hillside.example' }],
    ['with the address they had first', { email: JO.email }],
    ['of somebody who has left', { email: 'al@hillside.example' }],
    ['that is somebody’s, whatever its address is', { person: TEACHER, email: 'renamed@oakfield.example' }],
    ['that is somebody’s and has no address any more', { person: 'al@hillside.example' }],
  ])('%s', (_, account) => {
    expect(isOfStaff(account, SCHOOLS)).toBe(true);
  });
});

describe('an account is of nobody on a staff list', () => {
  it.each([
    ['with another address', { email: 'visitor@oakfield.example' }],
    ['without an address', {}],
    [
      'of somebody whom no list has, though its address is listed',
      { person: 'gone@oakfield.example', email: TEACHER },
    ],
    [
      'by an address that somebody listed has now, where it is their id that counts',
      { person: 'jo.wed@hillside.example' },
    ],
  ])('%s', (_, account) => {
    expect(isOfStaff(account, SCHOOLS)).toBe(false);
  });

  it('where there is no school', () => {
    expect(isOfStaff({ email: TEACHER }, [])).toBe(false);
  });
});
