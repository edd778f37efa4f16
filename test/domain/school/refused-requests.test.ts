import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { refuseEarly } from '../../../src/domain/school/refused-requests.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aSchool, LEADER, SENCO, STAFF, STRANGER, TEACHER } from '../../support/builders.ts';

const AT = '2026-11-02T09:00:00.000Z';
const asked = {
  id: 'request-1',
  asker: 'parent',
  askedOn: '2026-10-30',
  why: 'Since half term he says nothing at home',
  refusal: 'The review is in three weeks',
} as const;

const refuse = (given: Partial<typeof asked> & object = {}, pupil: Pupil = anEhcpPupil(), who = SENCO) =>
  refuseEarly(pupil, { ...asked, ...given }, { who, at: AT }, aSchool());

const kept = (refused: ReturnType<typeof refuse>): Pupil => {
  if (!refused.ok) throw new Error(refused.refusal.say);
  return refused.pupil;
};

describe('a request for an early review that is refused', () => {
  it('given who asked, when, why, and why not, all is kept with who refused it, and nothing else changes', () => {
    const pupil = anEhcpPupil();
    expect(kept(refuse())).toEqual({ ...pupil, refusedRequests: [{ ...asked, by: SENCO, at: AT }] });
  });

  it('given one before, both are kept, the oldest first', () => {
    const one = kept(refuse());
    const two = kept(refuse({ id: 'request-2' as 'request-1' }, one));
    expect(two.refusedRequests?.map(({ id }) => id)).toEqual(['request-1', 'request-2']);
  });

  it('given the same again, nothing changes', () => {
    const one = kept(refuse());
    expect(kept(refuse({}, one))).toBe(one);
  });

  it('given any kind of plan, it can be asked for', () => {
    expect(kept(refuse({}, aPupil())).refusedRequests).toHaveLength(1);
  });

  it.each([
    ['asked on a day still to come', { askedOn: '2026-11-03' }, 'date-order', 'askedOn'],
    ['no reason for asking', { why: '' }, 'words-missing', 'why'],
    ['no reason for refusing', { refusal: ' ' }, 'words-missing', 'refusal'],
  ])('given %s, it is not taken', (_, given, code, field) => {
    expect(refuse(given as object)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it.each([TEACHER, LEADER])('given %s, who is no SENCO, it is not taken', (who) => {
    expect(refuse({}, anEhcpPupil(), who)).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours', say: expect.stringContaining('Only the SENCO') },
    });
  });

  it('given a stranger, one who has left or another school’s pupil, all hear the same', () => {
    const stranger = refuse({}, anEhcpPupil(), STRANGER);
    expect(stranger).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
    expect(refuse({}, anEhcpPupil({ schoolId: 'elsewhere' }))).toEqual(stranger);
    const left = aSchool({ staff: STAFF.map((one) => ({ ...one, left: '2026-10-01' })) });
    expect(refuseEarly(anEhcpPupil(), asked, { who: SENCO, at: AT }, left)).toEqual(stranger);
  });
});
