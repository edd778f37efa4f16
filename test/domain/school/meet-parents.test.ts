import { describe, expect, it } from 'vitest';
import { correctMeeting, recordMeeting, takeBackMeeting } from '../../../src/domain/school/meet-parents.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { meetingsOf } from '../../../src/domain/school/pupil-meetings.ts';
import { aPupil, aSchool, LEADER, SENCO, STRANGER, TEACHER } from '../../support/builders.ts';

const AT = '2026-11-10T09:00:00.000Z';
const LATER = '2026-11-12T09:00:00.000Z';
const said = { on: '2026-11-09', who: 'Tom Teacher and her mother', agreed: 'A book comes home on Fridays.' };
const record = (given: Partial<typeof said> = {}, pupil: Pupil = aPupil(), who = SENCO) =>
  recordMeeting(pupil, { id: 'met-1', ...said, ...given }, { who, at: AT }, aSchool());
const kept = (done: ReturnType<typeof record>): Pupil => {
  if (!done.ok) throw new Error(done.refusal.say);
  return done.pupil;
};

describe('a meeting with parents', () => {
  it('given the day, who met and what was agreed, is kept with who recorded it, and nothing else changes', () => {
    expect(kept(record())).toEqual({
      ...aPupil(),
      meetings: [{ id: 'met-1', ...said, by: SENCO, at: AT }],
    });
  });

  it('given the same again, changes nothing', () => {
    const one = kept(record());
    expect(kept(record({}, one))).toBe(one);
  });

  it.each([
    ['a day still to come', { on: '2026-11-11' }, 'date-order', 'on'],
    ['nobody who met', { who: ' ' }, 'words-missing', 'who'],
    ['nothing agreed', { agreed: '' }, 'words-missing', 'agreed'],
  ])('given %s, is not taken', (_, given, code, field) => {
    expect(record(given)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('given today, it is taken', () => {
    expect(record({ on: '2026-11-10' }).ok).toBe(true);
  });

  it.each([TEACHER, LEADER, STRANGER])('given %s, who is no SENCO, is not taken', (who) => {
    expect(record({}, aPupil(), who)).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
  });

  it('put right, says what it was, and who changed it and when', () => {
    const other = { on: '2026-11-06', who: 'Ann Assistant and her father', agreed: 'The same, on Mondays.' };
    const put = correctMeeting(
      kept(record()),
      { id: 'met-1', ...other },
      { who: SENCO, at: LATER },
      aSchool(),
    );
    expect(kept(put).meetings).toEqual([
      { id: 'met-1', ...other, by: SENCO, at: AT, corrected: [{ by: SENCO, at: LATER }] },
    ]);
  });

  it('put right to a day still to come, stays as it was', () => {
    const put = correctMeeting(
      kept(record()),
      { id: 'met-1', ...said, on: '2026-11-13' },
      { who: SENCO, at: LATER },
      aSchool(),
    );
    expect(put).toMatchObject({ ok: false, refusal: { code: 'date-order', field: 'on' } });
  });

  it('taken back, stays with who did, and stands no more; a second time there is nothing to take back', () => {
    const back = takeBackMeeting(kept(record()), 'met-1', { who: SENCO, at: LATER }, aSchool());
    expect(kept(back).meetings).toMatchObject([{ id: 'met-1', takenBack: { by: SENCO, at: LATER } }]);
    expect(meetingsOf(kept(back))).toEqual([]);
    const again = takeBackMeeting(kept(back), 'met-1', { who: SENCO, at: LATER }, aSchool());
    expect(again).toMatchObject({ ok: false, refusal: { code: 'already-done' } });
  });

  it('that nobody recorded, can’t be put right', () => {
    const put = correctMeeting(aPupil(), { id: 'met-9', ...said }, { who: SENCO, at: LATER }, aSchool());
    expect(put).toMatchObject({ ok: false, refusal: { code: 'unknown-thing' } });
  });
});
