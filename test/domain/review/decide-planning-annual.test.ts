import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import {
  aLetter,
  anAnnualReview,
  annualAt,
  anOutsider,
  theOutsiders,
} from '../../support/annual-builders.ts';
import { aReview, aSchool, BYSTANDER, LEADER, STAFF, TEACHER } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

type Plan = Extract<Command, { type: 'plan-meeting' }>;
type Annual = NonNullable<Plan['annual']>;

const outsiders = theOutsiders().map(({ id, role, name }) => ({ id, role, name }));
const everybody: Annual = { outsiders, invitedOn: '2026-11-02', shortNotice: '' };
const plan = (annual: Partial<Annual> = {}, given: Partial<Plan> = {}): Plan =>
  command('plan-meeting', { annual: { ...everybody, ...annual }, ...given });
const preparing = anAnnualReview({ stage: 'preparing' });
const without = (...roles: readonly string[]) => outsiders.filter(({ role }) => !roles.includes(role));

describe('planning an annual review', () => {
  it('given everybody the law names, when it is planned, then it is known who and since when', () => {
    expect(eventsOf(preparing, plan())).toMatchObject([
      { type: 'meeting-planned', date: '2026-11-24', moved: false, annual: everybody },
    ]);
  });

  it('given the young person rather than parents, it is planned', () => {
    const young = anOutsider({ id: 'outsider-young', role: 'young-person', name: 'Ben' });
    const { advice: _, ...one } = young;
    expect(eventsOf(preparing, plan({ outsiders: [...without('parent'), one] }))).toHaveLength(1);
  });

  describe('the head, whom the law names', () => {
    const staff = (who: string) => ({ invitees: [{ kind: 'staff' as const, who }] });
    const nobody = plan({ outsiders: without('head') }, { invitees: [] });
    const wanted = {
      code: 'invitee-missing',
      field: 'head',
      say: expect.stringContaining('the head teacher or provider'),
    };

    it('given the staff list names the head, it is planned with them, and with no other colleague in their place', () => {
      const headless = (who: string) => plan({ outsiders: without('head') }, staff(who));
      expect(eventsOf(preparing, headless(LEADER))).toHaveLength(1);
      expect(refusalOf(preparing, headless(TEACHER))).toMatchObject(wanted);
      expect(refusalOf(preparing, nobody)).toMatchObject(wanted);
    });

    it('given the staff list names none, any colleague invited may be the head: nothing stops the review', () => {
      const school = aSchool({ staff: STAFF.map(({ head: _, ...one }) => one) });
      const colleague = plan({ outsiders: without('head') }, staff(TEACHER));
      expect(eventsOf(preparing, colleague, { school })).toHaveLength(1);
      expect(refusalOf(preparing, nobody, { school })).toMatchObject(wanted);
    });
  });

  it.each([
    ['parent', 'parents', 'the parents or carers'],
    ['la-sen-officer', 'laOfficer', 'SEN officer'],
    ['health', 'health', 'health'],
    ['social-care', 'socialCare', 'social care'],
  ])('given no %s is invited, it is refused and says who is missing', (role, field, say) => {
    expect(refusalOf(preparing, plan({ outsiders: without(role) }))).toMatchObject({
      code: 'invitee-missing',
      field,
      say: expect.stringContaining(`Still to be invited: ${role === 'la-sen-officer' ? 'the local' : say}`),
    });
  });

  it('given several are missing, names them all and the first one’s input', () => {
    const { say, field } = refusalOf(preparing, plan({ outsiders: without('health', 'social-care') }));
    expect(say).toMatch(/health; social care\.$/);
    expect(field).toBe('health');
  });

  it('given somebody without a name, it is refused at their input', () => {
    const nameless = outsiders.map((one) => (one.role === 'health' ? { ...one, name: ' ' } : one));
    expect(refusalOf(preparing, plan({ outsiders: nameless }))).toMatchObject({
      code: 'words-missing',
      field: 'health',
    });
    const therapist = { id: 'outsider-x', role: 'therapist', name: '' } as const;
    expect(refusalOf(preparing, plan({ outsiders: [...outsiders, therapist] }))).toMatchObject({
      field: 'others',
    });
  });

  it('given a plan without any of this, it is refused and offers its form', () => {
    expect(refusalOf(preparing, command('plan-meeting'))).toMatchObject({
      code: 'things-missing',
      offer: { what: 'plan-annual' },
    });
  });

  it.each(['sen-support', 'early-years-iep'] as const)(
    'given a review of %s, a plan with people from outside is refused as another kind’s',
    (kind) => {
      expect(refusalOf(aReview({ stage: 'preparing', kind }), plan())).toMatchObject({
        code: 'other-kind',
        offer: { what: 'plan-meeting' },
      });
    },
  );
});

describe('two weeks’ notice', () => {
  // The day is 2 November 2026.
  it('given exactly two weeks, no reason is needed, and one given is not kept', () => {
    const events = eventsOf(preparing, plan({ shortNotice: 'Not needed' }, { date: '2026-11-16' }));
    expect(events).toMatchObject([{ date: '2026-11-16', annual: { shortNotice: '' } }]);
  });

  it('given a day less, it is refused without a reason, and taken with one', () => {
    expect(refusalOf(preparing, plan({}, { date: '2026-11-15' }))).toMatchObject({
      code: 'short-notice',
      field: 'shortNotice',
    });
    const events = eventsOf(
      preparing,
      plan({ shortNotice: ' At risk of exclusion ' }, { date: '2026-11-15' }),
    );
    expect(events).toMatchObject([{ annual: { shortNotice: 'At risk of exclusion' } }]);
  });

  it('given they were told before today, the notice counts from then', () => {
    const told = plan({ invitedOn: '2026-10-30' }, { date: '2026-11-13', evidenceBy: '2026-11-06' });
    expect(eventsOf(preparing, told)).toHaveLength(1);
    const late = { ...told, date: '2026-11-12' };
    expect(refusalOf(preparing, late).code).toBe('short-notice');
  });

  it('given they are to be told only tomorrow, it is refused', () => {
    expect(refusalOf(preparing, plan({ invitedOn: '2026-11-03' }))).toMatchObject({
      code: 'date-order',
      field: 'invitedOn',
    });
  });
});

describe('planning it again', () => {
  const gathering = anAnnualReview();
  const same = (annual: Partial<Annual> = {}, given: Partial<Plan> = {}) =>
    plan({ invitedOn: '2026-11-03', ...annual }, { invitees: gathering.meeting?.invitees ?? [], ...given });

  it('given nothing is different, nothing happens', () => {
    expect(eventsOf(gathering, same())).toEqual([]);
  });

  it.each<[string, Partial<Annual>]>([
    ['somebody more is invited', { outsiders: [...outsiders, { id: 'x', role: 'therapist', name: 'Thea' }] }],
    ['a name is put right', { outsiders: outsiders.map((one) => ({ ...one, name: `${one.name} M.A.` })) }],
    ['they were told on another day', { invitedOn: '2026-11-04' }],
  ])('given %s, that is planned and nothing is moved', (_, annual) => {
    expect(eventsOf(gathering, same(annual))).toMatchObject([{ moved: false, annual }]);
  });

  it('given it is moved with a reason, it is moved and the reason kept', () => {
    const moved = same({ invitedOn: '2026-11-10' }, { date: '2026-12-01', whyMoved: 'The officer is ill' });
    expect(eventsOf(gathering, moved)).toMatchObject([{ moved: true, whyMoved: 'The officer is ill' }]);
  });

  it.each([
    ['another day', { date: '2026-12-01' }],
    ['another time', { time: '09:00' }],
  ])('given %s and no reason, it is refused', (_, given) => {
    const moved = same({ invitedOn: '2026-11-10', shortNotice: 'So it is' }, { ...given, whyMoved: ' ' });
    expect(refusalOf(gathering, moved)).toMatchObject({ code: 'words-missing', field: 'whyMoved' });
  });

  it('given a review of another kind is moved without a reason, it is taken', () => {
    expect(eventsOf(aReview(), command('plan-meeting', { date: '2026-12-01' }))).toMatchObject([
      { moved: true, whyMoved: '' },
    ]);
    const why = command('plan-meeting', { date: '2026-12-01', whyMoved: 'Snow' });
    expect(eventsOf(aReview(), why)).toMatchObject([{ whyMoved: 'Snow' }]);
    expect(eventsOf(aReview(), command('plan-meeting'))[0]).not.toHaveProperty('whyMoved');
  });

  it('given it goes to another day and they were told of the first only, it is refused', () => {
    const moved = same({}, { date: '2026-12-01', whyMoved: 'Snow' });
    expect(refusalOf(gathering, moved)).toMatchObject({
      code: 'date-order',
      field: 'invitedOn',
      say: expect.stringContaining('after 3 November 2026'),
    });
    for (const invitedOn of ['2026-11-04', '2026-11-10']) {
      expect(eventsOf(gathering, same({ invitedOn }, { date: '2026-12-01', whyMoved: 'Snow' }))).toHaveLength(
        1,
      );
    }
    // Corrected on the day they were invited.
    const at = '2026-11-03T15:00:00.000Z';
    expect(eventsOf(gathering, moved, { at })).toHaveLength(1);
  });

  it('given less than two weeks are left when it is moved, a reason is needed for that, too', () => {
    const moved = same({ invitedOn: '2026-11-10' }, { date: '2026-11-23', whyMoved: 'Snow' });
    expect(refusalOf(gathering, moved)).toMatchObject({ code: 'short-notice' });
  });

  it('given the short notice was explained before, that still stands with nothing changed', () => {
    const shortNotice = { ...aLetter('2026-11-13', ''), why: 'At risk' };
    const annual = annualAt('gathering', { invitedOn: '2026-11-13', shortNotice });
    const review = anAnnualReview({ annual });
    const at = '2026-11-13T15:00:00.000Z';
    const again = same({ invitedOn: '2026-11-13', shortNotice: 'At risk' });
    expect(eventsOf(review, again, { at })).toEqual([]);
    expect(
      eventsOf(review, { ...again, annual: { ...everybody, ...again.annual, shortNotice: 'Worse' } }, { at }),
    ).toHaveLength(1);
  });
});

describe('those invited from outside', () => {
  const invitedThen = (annual: Partial<Annual>, review: Review = anAnnualReview()) => {
    const [event] = eventsOf(review, plan({ invitedOn: '2026-11-03', ...annual }));
    if (event?.type !== 'meeting-planned') throw new Error('not planned');
    return event.annual?.outsiders ?? [];
  };

  it('given somebody who has sent advice is not named any more, they stay with it', () => {
    expect(
      invitedThen({ outsiders: [...without('health'), { id: 'new', role: 'health', name: 'School nurse' }] }),
    ).toContainEqual({ id: 'outsider-health', role: 'health', name: 'Dr Hana Health' });
  });

  it('given somebody who has sent none is not named any more, they go', () => {
    const others = [
      ...without('la-sen-officer'),
      { id: 'new', role: 'la-sen-officer', name: 'Una' } as const,
    ];
    expect(invitedThen({ outsiders: others }).map(({ id }) => id)).not.toContain('outsider-la');
  });

  it('given the same person comes under another id, they keep theirs; given one twice, they are there once', () => {
    const anew = outsiders.map((one) => ({
      ...one,
      id: `new-${one.id}`,
      name: ` ${one.name.toUpperCase()}`,
    }));
    expect(invitedThen({ outsiders: [...anew, ...outsiders] }).map(({ id }) => id)).toEqual(
      outsiders.map(({ id }) => id),
    );
  });
});

describe('calling the meeting off', () => {
  const off = command('cancel-meeting');

  it.each([aReview(), anAnnualReview()])('given a meeting is set ($kind), it is called off', (review) => {
    expect(eventsOf(review, off)).toEqual([{ type: 'meeting-called-off', why: 'The therapist is ill' }]);
  });

  it('given no reason, it is refused', () => {
    expect(refusalOf(aReview(), command('cancel-meeting', { why: '' }))).toMatchObject({
      code: 'words-missing',
      field: 'why',
    });
  });

  const calledOff = (review: Review): Review => {
    const { meeting, ...rest } = review;
    if (!meeting) throw new Error('no meeting');
    const earlier = {
      ...meeting,
      was: 'called-off',
      why: 'Ill',
      by: TEACHER,
      at: '2026-11-09T10:00:00.000Z',
    } as const;
    return { ...rest, earlierMeetings: [earlier] };
  };

  it.each([
    [aReview(), 'plan-meeting'],
    [anAnnualReview(), 'plan-annual'],
  ] as const)('given it is called off already, it is not again, nor can it be opened', (review, what) => {
    expect(refusalOf(calledOff(review), off)).toMatchObject({ code: 'already-done', offer: { what } });
    for (const anyway of [true, false]) {
      expect(refusalOf(calledOff(review), command('open-meeting', { anyway }))).toMatchObject({
        code: 'not-now',
        offer: { what },
      });
    }
  });

  it('given a new date, those who were told that it is off are told of that; no reason is asked', () => {
    expect(
      eventsOf(calledOff(aReview()), command('plan-meeting', { ask: [TEACHER, BYSTANDER] })),
    ).toMatchObject([{ moved: true, asked: [BYSTANDER] }]);
    const annual = calledOff(anAnnualReview({ annual: annualAt('gathering') }));
    expect(eventsOf(annual, plan({ invitedOn: '2026-11-10' }))).toMatchObject([{ moved: true }]);
  });
});
