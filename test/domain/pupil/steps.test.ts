import { describe, expect, it } from 'vitest';
import { planImport } from '../../../src/data-in/plan.ts';
import { decidePupil, type PupilCommand } from '../../../src/domain/pupil/decide.ts';
import { laOf } from '../../../src/domain/pupil/la-of.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { duesOf } from '../../../src/domain/statute/due.ts';
import { transferOf } from '../../../src/domain/statute/next-transfer.ts';
import { transferDates } from '../../../src/domain/statute/transfer.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { aMeeting, aProfile, aSchool, LEADER, SENCO, TEACHER } from '../../support/builders.ts';
import { only } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const AT = `${TODAY}T10:00:00.000Z`;
const ben = anEhcpPupil({ yearGroup: '12' });

function decide(step: PupilCommand['step'], answers: object, pupil: Pupil = ben, who = SENCO) {
  const given = { pupil, plan: only(pupil), school: aSchool(), reviews: [], today: TODAY, newId: 'new', who };
  return decidePupil({ ...given, actor: { who, at: AT } }, { step, answers: { ...answers } });
}
function said(...given: Parameters<typeof decide>): Pupil {
  const decided = decide(...given);
  if (!decided.ok || !('pupil' in decided)) throw new Error(JSON.stringify(decided));
  return decided.pupil;
}
/** What an import of the school's file makes of the pupil, with `la` in its column. */
function imported(pupil: Pupil, la?: string): Pupil {
  const {
    moveSaid: _m,
    transferSettled: _t,
    settledBefore: _b,
    laMoved: _l,
    laSince: _s,
    la: _la,
    ...plan
  } = only(pupil);
  const wanted = { ...pupil, plans: [{ ...plan, ...(la && { la }) }] };
  const { version: _v, ...school } = aSchool();
  const [after] = planImport(
    { school: aSchool(), pupils: [pupil] },
    { school, pupils: [wanted] },
    { today: TODAY, newId: () => 'new' },
  ).pupils;
  return after ?? pupil;
}

describe('the next move in the SENCO’s word', () => {
  const move = { move: 'post-16-post-16', year: '2027', on: '2027-11-08' };
  const dates = (pupil: Pupil) => {
    const transfer = transferOf(pupil, only(pupil), TODAY, aSchool());
    return transfer && transferDates(transfer, TODAY);
  };

  it('given its very day, post-16 the plan is amended five months before that, not before 1 September', () => {
    expect(dates(said('next-move', move))).toMatchObject({
      deadline: { date: '2027-06-08' },
      // Twelve weeks before.
      meetBy: { date: '2027-03-16' },
    });
    expect(dates(said('next-move', { ...move, on: '' }))).toMatchObject({ deadline: { date: '2027-04-01' } });
  });

  it('given none, there is none ahead; given the school’s data again, it is as the year group has it', () => {
    const none = said('next-move', { move: 'none', year: '', on: '' });
    expect(only(none).moveSaid).toEqual({ move: 'none', by: SENCO, at: AT });
    expect(transferOf(none, only(none), TODAY, aSchool())).toBeUndefined();
    expect(said('next-move', { move: 'data', year: '', on: '' }, none)).toEqual(ben);
  });

  it('given a day that can’t be right, says so', () => {
    expect(decide('next-move', { ...move, on: '2028-01-10' })).toMatchObject({ refusal: { field: 'on' } });
    expect(decide('next-move', { ...move, year: '2026', on: '2026-11-09' })).toMatchObject({
      refusal: { field: 'on' },
    });
  });

  it('outlives an import of the school’s data', () => {
    const pupil = said('next-move', move);
    expect(only(imported(pupil, 'Northshire')).moveSaid).toEqual(only(pupil).moveSaid);
  });
});

describe('a family that moves to another local authority', () => {
  // Last decided on 16 December 2025, so the twelve months end on 15 December 2026 (CFA 2014 s.44(1)).
  const year5 = anEhcpPupil();
  const moved = (since: string) => said('la-moved', { to: 'Wexcombe', since }, year5);
  const dueBy = (pupil: Pupil) => duesOf(pupil, [], TODAY, aSchool())[0]?.dueBy;

  it('keeps the later of the twelve months and three months from the transfer (reg 15(5))', () => {
    expect(dueBy(year5)).toBe('2026-12-15');
    // Three months, counted as all of the law's spans "beginning with" the day: up to 1 February.
    expect(dueBy(moved('2026-11-02'))).toBe('2027-02-01');
    expect(dueBy(moved('2026-06-01'))).toBe('2026-12-15');
  });

  it('is kept with who said it, when, and which authority had the plan; put right, that one stays', () => {
    const once = moved('2026-11-02');
    expect(only(once)).toMatchObject({
      la: 'Wexcombe',
      laSince: '2026-11-02',
      laMoved: { from: 'Northshire', to: 'Wexcombe', since: '2026-11-02', by: SENCO, at: AT },
    });
    const right = said('la-moved', { to: 'Elmshire', since: '2026-11-01' }, once);
    expect(only(right).laMoved).toMatchObject({ from: 'Northshire', to: 'Elmshire' });
    const further = said('la-moved', { to: 'Elmshire', since: '2026-11-09' }, once);
    expect(only(further).laMoved).toMatchObject({ from: 'Wexcombe', to: 'Elmshire' });
    expect(decide('la-moved', { to: 'Northshire', since: '2026-11-02' }, year5)).toMatchObject({
      ok: false,
      refusal: { field: 'to' },
    });
  });

  it('leaves the review under way as it is, and what follows in it is the new authority’s', () => {
    const review = anAnnualReview();
    expect(laOf(review, year5)).toBe('Northshire');
    expect(laOf(review, moved('2026-11-02'))).toBe('Wexcombe');
    expect(laOf(review, moved('2026-11-02'), '2026-11-01')).toBe('Northshire');
  });

  it('outlives an import whose data is behind, until the file names a third authority', () => {
    const now = moved('2026-11-02');
    for (const la of ['Northshire', 'Wexcombe', undefined])
      expect(only(imported(now, la))).toMatchObject({ la: 'Wexcombe', laSince: '2026-11-02' });
    const third = only(imported(now, 'Elmshire'));
    expect(third.la).toBe('Elmshire');
    expect(third.laSince ?? third.laMoved).toBeUndefined();
  });
});

it('a word that a move is settled, taken back, is kept with who took it back, when and why', () => {
  const year6 = anEhcpPupil({ yearGroup: '6' });
  const settled = said('next-place-named', { answer: 'named', why: 'It names Hill School' }, year6);
  const back = said('next-place-named', { answer: 'not-named', why: 'It was a draft' }, settled);
  expect(only(back).transferSettled).toBeUndefined();
  expect(only(back).settledBefore).toEqual([
    {
      settled: { year: 2027, why: 'It names Hill School', by: SENCO, at: AT },
      takenBack: { why: 'It was a draft', by: SENCO, at: AT },
    },
  ]);
  expect(only(imported(back)).settledBefore).toEqual(only(back).settledBefore);
  // There was none to take back.
  expect(said('next-place-named', { answer: 'not-named', why: 'It was a draft' }, year6)).toEqual(year6);
});

it('meetings and one-page profiles outlive an import of the school’s data, which knows of neither', () => {
  const kept = { ...ben, meetings: [aMeeting()], profiles: [aProfile()] };
  const { meetings: _m, profiles: _p, version: _pv, ...line } = kept;
  const { version: _v, ...school } = aSchool();
  const wanted = { school, pupils: [{ ...line, yearGroup: '13' }] };
  const { pupils } = planImport({ school: aSchool(), pupils: [kept] }, wanted, {
    today: TODAY,
    newId: () => 'new',
  });
  expect(pupils).toEqual([{ ...kept, yearGroup: '13' }]);
});

it('only a SENCO of the pupil’s school says anything about them', () => {
  const answers = { answer: 'named', why: 'Hill School' };
  for (const who of [LEADER, TEACHER])
    expect(decide('next-place-named', answers, ben, who)).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours' },
    });
  expect(decide('next-place-named', answers, anEhcpPupil({ schoolId: 'elsewhere' }))).toMatchObject({
    ok: false,
    refusal: { code: 'not-yours' },
  });
});
