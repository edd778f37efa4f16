import { describe, expect, it } from 'vitest';
import { decidePupil } from '../../../src/domain/pupil/decide.ts';
import {
  handedOnBy,
  hasGoneTo,
  isSameChild,
  mayBeHandedOn,
  withHandedOn,
} from '../../../src/domain/pupil/handed-on.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { aLetter, anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aReview, aSchool, SENCO } from '../../support/builders.ts';
import { only } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const AT = `${TODAY}T10:00:00.000Z`;
const HILL = aSchool({ id: 'hill', name: 'Hill School' });

/** The pupil where they were, as its SENCO has said where they are. */
const said = (place: string, passOn: string, pupil = anEhcpPupil({ schoolId: 'hill' })): Pupil => {
  const given = { pupil, school: HILL, reviews: [], today: TODAY, newId: 'new', who: SENCO };
  const answers = { place, since: '2026-11-02', school: 'Oakfield School', releasedOn: '', passOn };
  const decided = decidePupil({ ...given, actor: { who: SENCO, at: AT } }, { step: 'place', answers });
  return decided.ok && 'pupil' in decided ? decided.pupil : expect.fail(JSON.stringify(decided));
};

describe('the dates of the plan of a pupil who has moved', () => {
  it('are handed on only once the SENCO there has said so', () => {
    expect(mayBeHandedOn(anEhcpPupil())).toBe(false);
    expect(mayBeHandedOn(said('moved-on', ''))).toBe(false);
    expect(mayBeHandedOn(said('moved-on', 'yes'))).toBe(true);
    // Said of somebody who has not moved, it means nothing.
    expect(mayBeHandedOn(said('left', 'yes'))).toBe(false);
    expect(mayBeHandedOn(said('here', 'yes', said('moved-on', 'yes')))).toBe(false);
  });

  it.each([
    ['Oakfield School', true],
    ['oakfield', true],
    ['Oakfield School, Bristol', true],
    ['Elm Park Primary', false],
    // Both are schools.
    ['School', false],
    ['', false],
  ])('go to the school that is meant by “%s”, and to no other', (school, goes) => {
    const oakfield = aSchool({ name: 'Oakfield School' });
    const moved = said('moved-on', 'yes');
    const pupil = { ...moved, places: moved.places?.map((one) => ({ ...one, school })) } as Pupil;
    const elm = aSchool({ id: 'elm', name: 'Elm School' });
    expect(hasGoneTo(pupil, oakfield, [HILL, oakfield, elm])).toBe(goes);
    expect(hasGoneTo(pupil, elm, [HILL, oakfield, elm])).toBe(false);
  });

  it('are those of the school’s data with those of the reviews that were held there', () => {
    const pupil = anEhcpPupil({ planMade: '2024-03-10', lastMeeting: '2025-01-20', la: 'Northshire' });
    const review = anAnnualReview({
      stage: 'closed',
      meetingOpenedAt: '2026-01-12T10:00:00.000Z',
      meeting: { date: '2026-01-12', time: '10:00', invitees: [] },
    });
    const decided = {
      ...review,
      annual: { ...review.annual, decision: { ...aLetter('2026-02-06', ''), kind: 'keep' } },
    };
    const { school, plans } = handedOnBy(pupil, [decided as never], HILL);
    expect(school).toBe('Hill School');
    expect(plans).toEqual([
      expect.objectContaining({
        kind: 'ehcp',
        planMade: '2024-03-10',
        lastMeeting: '2026-01-12',
        lastDecision: '2026-02-06',
        la: 'Northshire',
      }),
    ]);
  });

  it('are taken where nothing is known here, and what is known here stays', () => {
    const handedOn = {
      school: 'Hill School',
      plans: [{ kind: 'ehcp' as const, planMade: '2024-03-10', lastMeeting: '2026-01-12' }],
    };
    const without = aPupil({ plan: 'none' });
    expect(withHandedOn(without, handedOn).plans).toEqual([
      { kind: 'ehcp', planMade: '2024-03-10', lastMeeting: '2026-01-12', targets: [] },
    ]);
    const { lastMeeting: _, ...plan } = only(anEhcpPupil({ planMade: '2025-05-05' }));
    const known = { ...anEhcpPupil(), plans: [plan] };
    const after = withHandedOn(known, handedOn);
    expect(only(after)).toMatchObject({ planMade: '2025-05-05', lastMeeting: '2026-01-12' });
    expect(withHandedOn(after, handedOn)).toBe(after);
  });

  it('are of the same child: by UPN, else by name and birth date', () => {
    const ada = aPupil({ firstName: 'Zoë', lastName: 'O’Brien', upn: 'A123456789012' });
    const { upn: _, ...unknown } = ada;
    expect(isSameChild(ada, { ...ada, lastName: 'King', id: 'x' })).toBe(true);
    expect(isSameChild(ada, { ...ada, upn: 'B123456789012' })).toBe(false);
    expect(isSameChild(ada, { ...unknown, firstName: 'ZOE', lastName: 'OBrien' })).toBe(true);
    expect(isSameChild(ada, { ...unknown, dateOfBirth: '2001-01-01' })).toBe(false);
  });
});

it('a review that was not concluded hands no date on', () => {
  const pupil = aPupil({ lastReviewed: '2026-05-01' });
  const { plans } = handedOnBy(pupil, [aReview({ stage: 'gathering' })], HILL);
  expect(plans[0]).toMatchObject({ kind: 'sen-support', lastReviewed: '2026-05-01' });
});
