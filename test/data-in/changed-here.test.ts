import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptLines } from '../../src/data-in/kept-words.ts';
import { planPupils } from '../../src/data-in/plan-pupils.ts';
import type { WantedPupil } from '../../src/data-in/wanted.ts';
import { changedInForm } from '../../src/domain/pupil/changed-here.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { aPlan, aPupil, aSchool, aTarget, SENCO } from '../support/builders.ts';

/*
 * Mel changed something in a form; then a list comes that says otherwise. It can't be told how old an export is: what was
 * changed here stands until a list says the same, or somebody says that the list is right.
 */

const CHANGED_AT = '2026-11-03T10:00:00.000Z';
const TODAY = '2026-11-26';
const held = aPupil({ ref: '1001', firstName: 'Ada', lastName: 'Example', yearGroup: '4' });
const actor = { who: SENCO, at: CHANGED_AT };
const inForm = (change: Partial<Pupil>, before = held) =>
  changedInForm(before, { ...before, ...change }, actor);

/** The row of a list, as an export from before the change has it. */
const row = (more: Partial<WantedPupil> = {}): WantedPupil => {
  const { schoolId, ref, firstName, lastName, dateOfBirth, yearGroup } = held;
  return { schoolId, ref, firstName, lastName, dateOfBirth, yearGroup, ...more };
};

const planned = (pupil: Pupil, wanted: WantedPupil, more: { takeList?: boolean; today?: string } = {}) => {
  const plan = planPupils([pupil], [wanted], { today: TODAY, newId: () => 'new', ...more });
  return { ...plan, pupil: plan.pupils[0] ?? pupil };
};

describe('a list that differs from what was changed in a form', () => {
  it('keeps the surname Mel changed, and says whose word that was and of whom, by reference', () => {
    const married = inForm({ lastName: 'Married' });
    const { pupil, kept } = planned(married, row());
    expect(pupil.lastName).toBe('Married');
    expect(keptLines(kept, aSchool())).toEqual([
      '1 field changed here by Mel Senco on Tue 3 Nov 2026 differs from this list and stays as it is: last name of 1001.',
    ]);
  });

  it('takes the list’s where somebody says that it is right, and does not ask again', () => {
    const { pupil, kept } = planned(inForm({ lastName: 'Married' }), row(), { takeList: true });
    expect(pupil.lastName).toBe('Example');
    expect(kept).toEqual([]);
    expect(pupil.changedHere).toBeUndefined();
  });

  it('lets the note go once the list says the same: the list after that is believed again', () => {
    const married = inForm({ lastName: 'Married' });
    const agreed = planned(married, row({ lastName: 'Married' }));
    expect(agreed.pupil.changedHere).toBeUndefined();
    expect(agreed.tally).toMatchObject({ changed: [], unchanged: 1 });
    expect(planned(agreed.pupil, row()).pupil.lastName).toBe('Example');
  });

  it('has no word against what it leaves out: that stays noted', () => {
    const inClass = inForm({ className: '4 Ash' });
    const { pupil, kept } = planned(inClass, row());
    expect(kept).toEqual([]);
    expect(pupil).toMatchObject({ className: '4 Ash', changedHere: [{ field: 'className' }] });
    expect(planned(pupil, row({ className: '4 Elm' })).pupil.className).toBe('4 Ash');
  });

  it('keeps a year group for the school year it was said in, and no longer: in September everybody moves up', () => {
    const heldBack = inForm({ yearGroup: '3' });
    expect(planned(heldBack, row({ yearGroup: '4' }), { today: '2027-07-20' }).pupil.yearGroup).toBe('3');
    expect(planned(heldBack, row({ yearGroup: '5' }), { today: '2027-09-02' }).pupil.yearGroup).toBe('5');
  });

  it('believes a review that was held after the change: nobody could have known of it then', () => {
    const reviewed = inForm({ plans: [aPlan({ lastReviewed: '2026-10-01' })] });
    const said = (lastReviewed: string) => row({ said: [{ kind: 'sen-support', lastReviewed }] });
    expect(planned(reviewed, said('2026-07-10')).pupil.plans[0]?.lastReviewed).toBe('2026-10-01');
    expect(planned(reviewed, said('2026-11-20')).pupil.plans[0]?.lastReviewed).toBe('2026-11-20');
  });

  it('keeps a plan that was added here, and one that was taken away, with all that belongs to it', () => {
    const noPlan = inForm({ plans: [] });
    expect(planned(noPlan, row({ said: [{ kind: 'sen-support' }] })).pupil.plans).toEqual([]);
    const targets = [aTarget({ text: 'Ties a bow' })];
    const ehcp = inForm({ plans: [{ kind: 'ehcp', planMade: '2026-10-19', targets }] });
    expect(planned(ehcp, row({ said: [{ kind: 'sen-support' }] })).pupil.plans).toEqual(ehcp.plans);
    expect(planned(ehcp, row({ said: [] })).pupil.plans).toEqual(ehcp.plans);
  });

  it('keeps targets said here against a school’s folder, which has all of them', () => {
    const more = inForm({ plans: [aPlan({ targets: [aTarget({ text: 'Ties a bow' })] })] });
    const folder = row({ keyStaff: held.keyStaff, plans: [aPlan()] });
    expect(planned(more, folder).pupil.plans[0]?.targets.map(({ text }) => text)).toEqual(['Ties a bow']);
    expect(planned(more, folder, { takeList: true }).pupil.plans).toEqual([aPlan()]);
  });

  it('leaves alone what nobody changed here, and is believed in all else', () => {
    const married = inForm({ lastName: 'Married' });
    const { pupil } = planned(married, row({ yearGroup: '5', className: '5 Oak' }));
    expect(pupil).toMatchObject({ lastName: 'Married', yearGroup: '5', className: '5 Oak' });
  });
});

it('whatever was changed in forms stands against the list from before, and the same list twice changes nothing', () => {
  const change = fc.record(
    {
      firstName: fc.constantFrom('Ada', 'Zoë', 'Kim'),
      yearGroup: fc.constantFrom('3', '4', 'R'),
      className: fc.constantFrom('4 Ash', '4 Elm'),
      plans: fc.constantFrom([], [aPlan()], [aPlan({ planMade: '2026-09-01' })]),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(change, (changes) => {
      const changed = inForm(changes);
      const before = row({ className: '4 Oak', said: [{ kind: 'sen-support', planMade: '2025-09-10' }] });
      const { pupil } = planned({ ...changed, version: 1 }, before);
      for (const [field, value] of Object.entries(changes))
        if (field !== 'className' || changed.changedHere?.some((one) => one.field === 'className'))
          expect(Reflect.get(pupil, field)).toEqual(value);
      expect(planned(pupil, before).pupils).toEqual([]);
    }),
  );
});
