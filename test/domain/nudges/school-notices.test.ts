import { describe, expect, it } from 'vitest';
import { schoolNotices, tellsOfSchool } from '../../../src/domain/nudges/school-notices.ts';
import { aSchool } from '../../support/builders.ts';

const terms = (guessed: boolean) =>
  aSchool().terms.map((term) => ({ ...term, ...(guessed && { guessed: true as const }) }));

describe('the terms of the year it is', () => {
  it('are to be said where usual days stand for them, and are mentioned once a week', () => {
    const school = aSchool({ terms: terms(true) });
    const notices = schoolNotices(school, [], '2026-11-09');
    expect(notices).toEqual([{ is: 'terms', year: 2026, guessed: true }]);
    expect(tellsOfSchool(notices, school, '2026-11-09')).toBe(true);
    for (const day of ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'])
      expect(tellsOfSchool(notices, school, day)).toBe(false);
    expect(tellsOfSchool(notices, school, '2026-11-16')).toBe(true);
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
