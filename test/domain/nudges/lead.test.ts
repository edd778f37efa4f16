import { describe, expect, it } from 'vitest';
import { leadOf, sencoThere } from '../../../src/domain/nudges/lead.ts';
import type { StaffMember } from '../../../src/domain/school/school.ts';
import { aReview, aSchool, LEADER, SENCO, STAFF, STRANGER } from '../../support/builders.ts';

const TODAY = '2026-11-10';
const nia: StaffMember = { email: 'nia.senco@oakfield.example', name: 'Nia', role: 'senco' };
const away = { from: '2026-11-09', until: '2026-11-13' };
/** A school with two SENCOs, the first of whom is as given. */
const withTwo = (first: Partial<StaffMember> = {}, second: Partial<StaffMember> = {}) =>
  aSchool({
    staff: [...STAFF.map((one) => (one.email === SENCO ? { ...one, ...first } : one)), { ...nia, ...second }],
  });
const led = (lead: string) => aReview({ lead });

describe('who runs a review, in a school with two SENCOs', () => {
  it('is the one who began it, whichever stands first on the list', () => {
    expect(leadOf(led(SENCO), withTwo(), TODAY)).toBe(SENCO);
    expect(leadOf(led(nia.email), withTwo(), TODAY)).toBe(nia.email);
  });

  it('is the other while that one is away, has left or is no SENCO any more', () => {
    expect(leadOf(led(nia.email), withTwo({}, { absent: away }), TODAY)).toBe(SENCO);
    expect(leadOf(led(SENCO), withTwo({ left: '2026-11-02' }), TODAY)).toBe(nia.email);
    expect(leadOf(led(SENCO), withTwo({ role: 'staff' }), TODAY)).toBe(nia.email);
  });

  it('is the one who began it, where both are away, or it is not asked of a day', () => {
    const bothAway = withTwo({ absent: away }, { absent: away });
    expect(leadOf(led(nia.email), bothAway, TODAY)).toBe(nia.email);
    expect(leadOf(led(SENCO), withTwo({ absent: away }))).toBe(SENCO);
  });
});

describe('who runs a review, in a school with one SENCO', () => {
  it('is that one, also while away, once whoever began it is gone', () => {
    const school = aSchool({
      staff: STAFF.map((one) => (one.email === SENCO ? { ...one, absent: away } : one)),
    });
    expect(leadOf(led(STRANGER), school, TODAY)).toBe(SENCO);
    expect(sencoThere(school, TODAY)).toBe(SENCO);
  });
});

describe('who runs a review, where there is no SENCO, or the school is not known', () => {
  it('is whoever began it', () => {
    const none = aSchool({ staff: STAFF.filter(({ role }) => role !== 'senco') });
    expect(leadOf(led(LEADER), none, TODAY)).toBe(LEADER);
    expect(sencoThere(none, TODAY)).toBeUndefined();
    expect(leadOf(led(SENCO), undefined, TODAY)).toBe(SENCO);
  });
});
