import { describe, expect, it } from 'vitest';
import {
  type SchoolNotice,
  schoolNotices,
  tellsOfSchool,
} from '../../../src/domain/nudges/school-notices.ts';
import { aSchool } from '../../support/builders.ts';

const terms = (guessed: boolean) =>
  aSchool().terms.map((term) => ({ ...term, ...(guessed && { guessed: true as const }) }));

describe('the terms of the year it is', () => {
  it('are to be said where usual days stand for them, in a digest that there is anyway', () => {
    const school = aSchool({ terms: terms(true) });
    const notices = schoolNotices(school, [], '2026-11-09');
    expect(notices).toEqual([{ is: 'terms', year: 2026, guessed: true }]);
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-16'])
      expect(tellsOfSchool(notices, school, day)).toBe(false);
  });

  it('are asked for once a week before they begin, where usual days stand for them', () => {
    const next: SchoolNotice[] = [{ is: 'terms', year: 2027, guessed: true }];
    const school = aSchool();
    const asked = ['2027-06-07', '2027-06-08', '2027-06-09', '2027-06-14'].map((day) =>
      tellsOfSchool(next, school, day),
    );
    expect(asked).toEqual([true, false, false, true]);
  });

  it('are mentioned every school day where none stand for them', () => {
    const school = aSchool({ terms: aSchool().terms.slice(0, 1) });
    const notices = schoolNotices(school, [], '2026-11-10');
    expect(notices).toEqual([{ is: 'terms', year: 2026 }]);
    expect(tellsOfSchool(notices, school, '2026-11-10')).toBe(true);
  });

  it('are not mentioned where the school has said them', () => {
    expect(schoolNotices(aSchool({ terms: terms(false) }), [], '2026-11-10')).toEqual([]);
  });
});
