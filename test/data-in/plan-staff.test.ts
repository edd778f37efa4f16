import { describe, expect, it } from 'vitest';
import { planStaff } from '../../src/data-in/plan-staff.ts';
import type { StaffMember } from '../../src/domain/school/school.ts';

const TODAY = '2026-11-26';
const ANN = 'ann@elm.example';
const ann = (more: Partial<StaffMember> = {}): StaffMember => ({
  ...{ email: ANN, name: 'Ann Smith', role: 'staff' },
  ...more,
});
const plan = (before: readonly StaffMember[], ...wanted: StaffMember[]) => planStaff(before, wanted, TODAY);

describe('an address of the staff list', () => {
  it('is the same person as before, who keeps their mark of being away', () => {
    const absent = { from: '2026-11-20', until: '2026-12-01' };
    expect(plan([ann({ absent })], ann({ role: 'senco' })).listed).toEqual([ann({ absent, role: 'senco' })]);
  });

  it('is the same person under a married name', () => {
    const { listed, gone } = plan([ann()], ann({ name: 'Ann Jones' }));
    expect([listed, gone]).toEqual([[ann({ name: 'Ann Jones' })], []]);
  });

  it('is somebody new where nothing of the name is left, and the one before has left', () => {
    const { listed, gone, idAt } = plan([ann()], ann({ name: 'Mr Bob Hill' }));
    expect(listed).toEqual([{ email: `${ANN}#2`, address: ANN, name: 'Mr Bob Hill', role: 'staff' }]);
    expect(gone).toEqual([ann({ left: TODAY })]);
    expect(idAt.get(ANN)).toBe(`${ANN}#2`);
  });

  it('does not make two people one for a title', () => {
    const { listed } = plan([ann({ name: 'Mrs Ann Smith' })], ann({ name: 'Mrs Bea Hill' }));
    expect(listed[0]?.email).toBe(`${ANN}#2`);
  });

  it('of somebody who had left is theirs again under the same name, however it is typed', () => {
    const { listed, gone } = plan([ann({ left: '2026-09-01' })], ann({ name: 'ann  SMITH' }));
    expect([listed, gone]).toEqual([[ann({ name: 'ann  SMITH' })], []]);
  });

  it('of somebody who had left is another’s under another name, and a third one’s after that', () => {
    const left = ann({ left: '2026-09-01' });
    const second = plan([left], ann({ name: 'Ann Jones' }));
    expect(second.listed[0]?.email).toBe(`${ANN}#2`);
    const third = plan([...second.listed, ...second.gone], ann({ name: 'Cy Green' }));
    expect(third.listed[0]?.email).toBe(`${ANN}#3`);
    expect(third.gone.map(({ email, left: on }) => [email, on])).toEqual([
      [`${ANN}#2`, TODAY],
      [ANN, '2026-09-01'],
    ]);
  });

  it('that somebody has had since they were carried over is theirs, and their first one again nobody’s', () => {
    const moved = ann({ address: 'ann.jones@elm.example' });
    const { listed } = plan([moved], { ...ann(), email: 'ann.jones@elm.example' });
    expect(listed).toEqual([moved]);
    const reused = plan([moved], { ...ann(), email: 'ann.jones@elm.example' }, ann({ name: 'Cy Green' }));
    expect(reused.listed.map(({ email }) => email)).toEqual([ANN, `${ANN}#2`]);
  });

  it('of somebody who was cut off lets them in no more, though the file has them', () => {
    const cut = ann({ left: '2026-11-20', cutOff: { at: '2026-11-20T10:00:00.000Z' } });
    expect(plan([cut], ann()).listed).toEqual([cut]);
  });
});
