import { describe, expect, it } from 'vitest';
import { decidePupil } from '../../../src/domain/pupil/decide.ts';
import type { School } from '../../../src/domain/school/school.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { aSchool, LEADER, SENCO, STAFF, STRANGER, TEACHER } from '../../support/builders.ts';

/** What somebody hears who says of a pupil of Oakfield that they are in custody; nothing where it is taken. */
function hears(who: string, school: School = aSchool()): string | undefined {
  const given = { pupil: anEhcpPupil(), school, reviews: [], today: '2026-11-10', newId: 'new', who };
  const answers = { place: 'custody', since: '2026-11-02', school: '', releasedOn: '' };
  const actor = { who, at: '2026-11-10T10:00:00.000Z' };
  const decided = decidePupil({ ...given, actor }, { step: 'place', answers });
  return decided.ok ? undefined : decided.refusal.say;
}

describe('what is said of a pupil', () => {
  it('is the SENCO’s of their school to say', () => {
    expect(hears(SENCO)).toBeUndefined();
  });

  it('is not a colleague’s or a senior leader’s, who are told whose it is', () => {
    for (const who of [TEACHER, LEADER])
      expect(hears(who)).toBe('Only the SENCO can say this. Pass it on to them.');
  });

  it('is nobody’s of another school, a SENCO’s neither, nor a stranger’s or a leaver’s, who hear nothing of it', () => {
    const nothing =
      'I can only do this for staff of the school concerned. Ask its SENCO if you need something.';
    const elsewhere = aSchool({ id: 'elsewhere' });
    const left = aSchool({ staff: STAFF.map((one) => ({ ...one, left: '2026-11-01' })) });
    expect([hears(SENCO, elsewhere), hears(TEACHER, elsewhere)]).toEqual([nothing, nothing]);
    expect([hears(STRANGER), hears(SENCO, left)]).toEqual([nothing, nothing]);
  });
});
