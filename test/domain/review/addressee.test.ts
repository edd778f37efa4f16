import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { addresseeAt, familyViews } from '../../../src/domain/review/addressee.ts';
import { asOfPupil } from '../../../src/domain/review/as-of-pupil.ts';
import { likelyGuests } from '../../../src/domain/review/guest-boxes.ts';
import { missingFor } from '../../../src/domain/review/missing.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { termsOf } from '../../../src/domain/review/terms-of.ts';
import { addresseeOn, addressingOf } from '../../../src/domain/school/addressee.ts';
import type { People } from '../../../src/domain/school/people.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { anAnnualReview, anEhcpPupil, annualAt } from '../../support/annual-builders.ts';
import { aSchool, parentViews, pupilViews, SENCO } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

/** Born on 20 November 2009: 16 in the school year 2025/26, so of compulsory school age until Friday 26 June 2026. */
const young = (people?: Partial<People>): Pupil => ({
  ...anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' }),
  ...(people && { people: { ...NOBODY, ...people } }),
});
const NOBODY: People = {
  interpreter: '',
  supporter: '',
  lookedAfter: 'no',
  socialWorker: '',
  virtualHead: '',
  jointReviewOn: '',
  representative: '',
  ground: '',
  capacity: '',
  by: SENCO,
  at: '2026-11-02T10:00:00.000Z',
};
const REPRESENTED = {
  representative: 'Dee Deputy',
  ground: 'deputy',
  capacity: 'Assessed on 1 May',
} as const;

const reviewOf = (pupil: Pupil, given: Partial<Review> = {}) => asOfPupil(anAnnualReview(given), pupil);
const owed = (review: Review) => obligationsOf(review, aSchool()).map(({ kind }) => kind);

describe('whom a review addresses (Children and Families Act 2014, ss.80, 83(2))', () => {
  it.each([
    ['2026-06-26', 'parents'],
    ['2026-06-27', 'young-person'],
  ] as const)('given compulsory school age ends on 26 June 2026, on %s it is the %s', (day, addressee) => {
    expect(addresseeOn(addressingOf(young()), day)).toBe(addressee);
  });

  it('given a representative, they are addressed from the end of compulsory school age, and not before', () => {
    const addressing = addressingOf(young(REPRESENTED));
    expect(addresseeOn(addressing, '2026-06-26')).toBe('parents');
    expect(addresseeOn(addressing, '2026-06-27')).toBe('representative');
  });

  it('given a name without a ground, nobody represents them', () => {
    expect(addressingOf(young({ representative: 'Dee' })).representative).toBeUndefined();
  });

  it('goes by the day of the meeting, not by the day it is looked at', () => {
    // Of compulsory school age until Friday 25 June 2027; the meeting is on 24 November 2026, or after that day.
    const pupil = anEhcpPupil({ dateOfBirth: '2010-11-20', yearGroup: '11' });
    expect(addresseeAt(reviewOf(pupil))).toBe('parents');
    const meeting = { date: '2027-06-28', time: '14:00', invitees: [] };
    expect(addresseeAt(reviewOf(pupil, { meeting }))).toBe('young-person');
  });

  it('stays as it was once the outcome is recorded: the record says whose views those were', () => {
    const acting = { ...reviewOf(young()), ...anAnnualReview({ stage: 'acting' }) };
    expect(addresseeAt(asOfPupil(acting, young(REPRESENTED)))).toBe('young-person');
  });
});

describe('whose views are required', () => {
  it('of a child: the parents’ and the child’s own', () => {
    const review = reviewOf(anEhcpPupil());
    expect(owed(review)).toEqual(expect.arrayContaining(['parent-views', 'pupil-views']));
    expect(familyViews(review).whose).toBe('the parents’ or carers’ views');
  });

  it('of a young person: their own; their parents’ are welcome, and nothing waits for them', () => {
    const review = reviewOf(young());
    expect(owed(review)).not.toContain('parent-views');
    expect(owed(review)).toContain('pupil-views');
    const meeting = reviewOf(young(), { stage: 'meeting', pupilViews: pupilViews() });
    expect(missingFor(meeting, aSchool()).map(({ what }) => what)).not.toContain('parent-views');
    // They are taken all the same.
    expect(eventsOf(meeting, command('record-parent-views'))).toHaveLength(1);
  });

  it('of a young person without capacity: their representative’s; and their own are sought', () => {
    const says = missingFor(reviewOf(young(REPRESENTED)), aSchool()).map(({ say }) => say);
    expect(says).toContain(
      'The representative’s views are not recorded, nor marked as sought and not received.',
    );
    expect(says).toContain(
      'The young person’s views are not recorded, nor marked as sought and not received.',
    );
    const given = reviewOf(young(REPRESENTED), { parentViews: parentViews() });
    expect(owed(given)).not.toContain('parent-views');
    expect(owed(given)).toContain('pupil-views');
  });

  it('names them so wherever somebody is written to', () => {
    const at = (pupil: Pupil) => termsOf(anAnnualReview(), pupil, '2026-11-24').addressed;
    expect(at(anEhcpPupil())).toBe('parents or carers');
    expect(at(young())).toBe('the young person');
    expect(at(young(REPRESENTED))).toBe('the young person’s representative');
  });
});

describe('who of the family is invited (SEND Regulations 2014, reg 20(2))', () => {
  const suggested = (pupil: Pupil) =>
    likelyGuests(annualAt('preparing'), { pupil, school: aSchool(), today: '2026-11-02' });
  const preparing = (pupil: Pupil) => reviewOf(pupil, { stage: 'preparing' });
  const invited = (role: 'parent' | 'young-person' | 'representative') => {
    const others = annualAt('gathering').outsiders.filter((one) => one.role !== 'parent');
    const outsiders = [...others.map(({ advice: _, ...one }) => one), { id: 'family', role, name: 'Fay' }];
    return command('plan-meeting', { annual: { outsiders, invitedOn: '2026-11-02', shortNotice: '' } });
  };

  it('suggests the representative, the young person and, where they are welcome, the parents', () => {
    expect(suggested(young(REPRESENTED))).toMatchObject({
      parents: 'Dee Deputy',
      others: 'Young person: Ben Sample\nParents or carers',
    });
    expect(
      suggested(young({ ...REPRESENTED, representative: 'Bea Sample', ground: 'parent' })),
    ).toMatchObject({
      parents: 'Bea Sample',
      others: 'Young person: Ben Sample',
    });
  });

  it('suggests the parents of a young person up to the day they turn 18: from then on it is theirs to say', () => {
    const born = (dateOfBirth: string) => suggested({ ...anEhcpPupil({ dateOfBirth, yearGroup: '14' }) });
    expect(born('2008-11-03')).toMatchObject({ parents: 'Ben Sample', others: 'Parents or carers' });
    expect(born('2008-11-02')).toMatchObject({ parents: 'Ben Sample', others: '' });
    // One of 21 who lacks capacity is spoken for, and those who care for them are asked.
    expect(suggested({ ...young(REPRESENTED), dateOfBirth: '2005-10-01' }).others).toContain(
      'Parents or carers',
    );
  });

  it.each([
    ['a young person', young(), 'young-person', 'the young person.'],
    ['one with a representative', young(REPRESENTED), 'representative', 'the young person’s representative.'],
  ] as const)('given %s, the parents will not do in their place', (_name, pupil, role, say) => {
    expect(eventsOf(preparing(pupil), invited(role))).toHaveLength(1);
    const refused = refusalOf(preparing(pupil), invited('parent'));
    expect(refused).toMatchObject({ code: 'invitee-missing', field: 'parents' });
    expect(refused.say).toContain(`Still to be invited: ${say}`);
  });

  it('suggests the people around a looked-after child, and an interpreter, asked once', () => {
    const around: Partial<People> = {
      lookedAfter: 'yes',
      socialWorker: 'Sol Worker',
      virtualHead: 'Val Head',
      interpreter: 'Polish, for Mum',
      supporter: 'Kim Reed, SENDIASS',
    };
    expect(suggested({ ...anEhcpPupil(), people: { ...NOBODY, ...around } })).toMatchObject({
      parents: 'Parents or carers',
      socialCare: 'Sol Worker, social worker',
      others:
        'Virtual school head: Val Head\nWith the family: Kim Reed, SENDIASS\nInterpreter: Polish, for Mum',
    });
  });
});
