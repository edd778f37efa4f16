import { describe, expect, it } from 'vitest';
import { familyLaOf } from '../../../src/domain/pupil/la-of.ts';
import { localAuthorityOf } from '../../../src/domain/school/local-authority.ts';
import { aPupilWithTwoPlans } from '../../support/annual-builders.ts';
import { aPupil, aSchool } from '../../support/builders.ts';

const sendiass = { name: 'SENDIASS Southshire', contact: '01632 960123' };
const school = aSchool({ localAuthorities: [{ name: 'Northshire' }, { name: 'Southshire', sendiass }] });
const helperOf = (la: string) => localAuthorityOf(school, la);

describe('who advises the family of a pupil with SEN Support', () => {
  it('given the pupil’s own local authority is known, its SENDIASS does: not that of the school’s first', () => {
    const nia = aPupil({ la: 'Southshire' });
    expect(helperOf(familyLaOf(nia, 'sen-support'))).toEqual({ name: 'Southshire', sendiass });
  });

  it('given only another plan of theirs says it, that one holds for both', () => {
    const both = aPupilWithTwoPlans();
    const plans = both.plans.map((plan) => (plan.kind === 'ehcp' ? { ...plan, la: 'Southshire' } : plan));
    expect(familyLaOf({ ...both, plans }, 'sen-support')).toBe('Southshire');
  });

  it('given none is known, the school’s first does; one that the school says nothing of stands by its name', () => {
    expect(helperOf(familyLaOf(aPupil(), 'sen-support'))?.name).toBe('Northshire');
    expect(helperOf('Wexcombe')).toEqual({ name: 'Wexcombe' });
  });
});
