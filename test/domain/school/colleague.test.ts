import { describe, expect, it } from 'vitest';
import { planStaff } from '../../../src/data-in/plan-staff.ts';
import { addColleague, changeColleague } from '../../../src/domain/school/colleague.ts';
import { cutOff } from '../../../src/domain/school/cut-off.ts';
import { maybeSame } from '../../../src/domain/school/same-person.ts';
import type { School } from '../../../src/domain/school/school.ts';

const SAM = { email: 'sam@elm.example', name: 'Sam Senco', role: 'senco' } as const;
const TESS = { email: 'tess@elm.example', name: 'Tess Teacher', role: 'staff' } as const;
const GONE = { email: 'gus@elm.example', name: 'Gus Gone', role: 'staff', left: '2026-07-20' } as const;
const school = {
  id: 'elm',
  name: 'Elm',
  version: 1,
  terms: [],
  insetDays: [],
  closures: [],
  staff: [SAM, TESS, GONE],
} satisfies School;
const by = { who: SAM.email, at: '2026-11-23T09:00:00.000Z' };
const NIA = { name: 'Nia New', address: 'nia@elm.example', role: 'head' } as const;
type Done = ReturnType<typeof addColleague>;
const now = (done: Done) => (done.ok ? done.school : expect.fail(done.refusal.say));
const why = (done: Done) => (done.ok ? expect.fail('it was taken') : done.refusal.say);
const member = (of: School, email: string) => of.staff.find((one) => one.email === email);

describe('given a SENCO who adds a colleague', () => {
  it('when nobody has the address, then they are on the list in their role', () => {
    expect(member(now(addColleague(school, NIA, by)), NIA.address)).toMatchObject({
      name: 'Nia New',
      role: 'leader',
      head: true,
    });
  });

  it('when a colleague has the address, then that colleague is named', () => {
    expect(why(addColleague(school, { ...NIA, address: TESS.email }, by))).toContain('Tess Teacher');
  });

  it('when somebody of that name and address left, then they are back', () => {
    const back = now(addColleague(school, { name: 'Gus Gone', address: GONE.email, role: 'staff' }, by));
    expect(back.staff).toHaveLength(3);
    expect(member(back, GONE.email)?.left).toBeUndefined();
  });

  it('when another name stood at the address, then it is somebody new, and the SENCO is asked', () => {
    const added = now(addColleague(school, { ...NIA, address: GONE.email }, by));
    expect(maybeSame(added)).toMatchObject([{ now: { name: 'Nia New' }, before: { name: 'Gus Gone' } }]);
  });

  it('when it is no SENCO, then nothing is done', () => {
    expect(why(addColleague(school, NIA, { ...by, who: TESS.email }))).toContain('Only the SENCO');
  });
});

describe('given a SENCO who changes a colleague', () => {
  it('when the address changes, then they are the same person under it', () => {
    const entry = { name: TESS.name, address: 'tess.new@elm.example', role: 'staff' } as const;
    expect(member(now(changeColleague(school, TESS.email, entry, by)), TESS.email)).toMatchObject({
      address: 'tess.new@elm.example',
    });
  });

  it('when it is the address of a colleague, then that colleague is named', () => {
    const entry = { name: TESS.name, address: SAM.email, role: 'staff' } as const;
    expect(why(changeColleague(school, TESS.email, entry, by))).toContain('Sam Senco');
  });

  it('when nothing is changed, then nothing is noted', () => {
    const entry = { name: TESS.name, address: TESS.email, role: 'staff' } as const;
    expect(now(changeColleague(school, TESS.email, entry, by))).toBe(school);
  });

  it('when the only SENCO would be one no more, then it is refused, also by cutting off', () => {
    const entry = { name: SAM.name, address: SAM.email, role: 'leader' } as const;
    expect(why(changeColleague(school, SAM.email, entry, by))).toContain('only SENCO');
    expect(why(cutOff(school, SAM.email, { at: by.at }))).toContain('only SENCO');
  });
});

describe('given an older staff list after a change here', () => {
  const list = [SAM, TESS];
  const changed = now(
    changeColleague(
      school,
      TESS.email,
      { name: 'Nell Now', address: 'nell@elm.example', role: 'leader' },
      by,
    ),
  );
  const added = now(addColleague(changed, NIA, by));

  it('when it is imported, then what was changed and who was added stays, and it says so', () => {
    const { listed, gone, kept } = planStaff(added.staff, list, '2026-11-24');
    expect(listed.find(({ email }) => email === TESS.email)).toEqual(member(added, TESS.email));
    expect(listed.find(({ email }) => email === NIA.address)).toEqual(member(added, NIA.address));
    expect(kept.map(({ address, field }) => [address, field])).toEqual([
      ['nell@elm.example', 'name'],
      ['nell@elm.example', 'role'],
      ['nell@elm.example', 'address'],
      ['nia@elm.example', 'added'],
    ]);
    expect(gone.map(({ email }) => email)).toEqual([GONE.email]);
  });

  it('when the list is to be taken, then it is', () => {
    const { listed, gone, kept } = planStaff(added.staff, list, '2026-11-24', [], true);
    expect(listed.find(({ email }) => email === TESS.email)).toEqual(TESS);
    expect(gone.map(({ email }) => email)).toContain(NIA.address);
    expect(kept).toEqual([]);
  });

  it('when the list says the same, then it counts again', () => {
    const same = [SAM, { email: 'nell@elm.example', name: 'Nell Now', role: 'leader' } as const];
    expect(planStaff(changed.staff, same, '2026-11-24').listed[1]).not.toHaveProperty('changedHere');
  });
});
