import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWanted } from '../../../src/domain/nudges/messages.ts';
import { firstDue, obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { settledAs } from '../../../src/domain/nudges/settled.ts';
import { decidePupil } from '../../../src/domain/pupil/decide.ts';
import { owedForPupil } from '../../../src/domain/pupil/owed.ts';
import { asOfPupil } from '../../../src/domain/review/as-of-pupil.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { start } from '../../../src/domain/review/start.ts';
import { isQuiet, quietOf } from '../../../src/domain/school/place.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { dueList, duesOf } from '../../../src/domain/statute/due.ts';
import { parentsMet } from '../../../src/domain/statute/parents-met.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { anAnnualReview, anEhcpPupil, annualAt, theOutsiders } from '../../support/annual-builders.ts';
import {
  aMessage,
  anAction,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';
import { only } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const AT = `${TODAY}T10:00:00.000Z`;

interface Said {
  readonly place: string;
  readonly since?: string;
  readonly school?: string;
  readonly releasedOn?: string;
}

function decide(
  pupil: Pupil,
  { place, since = '2026-11-02', school = '', releasedOn = '' }: Said,
  who = SENCO,
) {
  const given = { pupil, school: aSchool(), reviews: [], today: TODAY, newId: 'new', who };
  const answers = { place, since, school, releasedOn };
  return decidePupil({ ...given, actor: { who, at: AT } }, { step: 'place', answers });
}
/** The pupil once all that is said of where they are, one after the other. */
function said(pupil: Pupil, ...all: readonly Said[]): Pupil {
  return all.reduce((so, one) => {
    const decided = decide(so, one);
    if (!decided.ok || !('pupil' in decided)) throw new Error(JSON.stringify(decided));
    return decided.pupil;
  }, pupil);
}
const CUSTODY = { place: 'custody' };
const RELEASED = { place: 'custody', releasedOn: '2026-12-15' };
const MOVED = { place: 'moved-on', school: 'Hill School' };
const owed = (review: Review, today = TODAY) =>
  obligationsOf(review, aSchool(), today).map(({ kind, due }) => [kind, due]);

describe('where a pupil is educated, in the SENCO’s word', () => {
  it('is kept with all that was said before, by whom and when', () => {
    const pupil = said(anEhcpPupil(), CUSTODY, RELEASED, { place: 'here', since: '2026-11-09' });
    expect(pupil.places).toEqual([
      { place: 'custody', since: '2026-11-02', school: '', releasedOn: '', by: SENCO, at: AT },
      { place: 'custody', since: '2026-11-02', school: '', releasedOn: '2026-12-15', by: SENCO, at: AT },
      { place: 'here', since: '2026-11-09', school: '', releasedOn: '', by: SENCO, at: AT },
    ]);
  });

  it('said again as it stands changes nothing, and only a SENCO says it', () => {
    const pupil = said(anEhcpPupil(), CUSTODY);
    expect(decide(pupil, CUSTODY)).toEqual({ ok: true, pupil });
    expect(decide(pupil, MOVED, LEADER)).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
  });

  it('“no school” is only for a plan that the local authority keeps; a release is not before its custody', () => {
    expect(decide(aPupil(), { place: 'no-school' })).toMatchObject({
      ok: false,
      refusal: { field: 'place' },
    });
    expect(decide(anEhcpPupil(), { ...CUSTODY, releasedOn: '2026-11-01' })).toMatchObject({
      ok: false,
      refusal: { field: 'releasedOn' },
    });
  });
});

describe('the time in which nothing is asked', () => {
  it.each([
    ['custody, with no day of release', [CUSTODY], { why: 'custody', from: '2026-11-02' }],
    ['custody, to be released', [RELEASED], { why: 'custody', from: '2026-11-02', until: '2026-12-15' }],
    [
      'custody, and here again',
      [CUSTODY, { place: 'here', since: '2026-11-09' }],
      { why: 'custody', from: '2026-11-02', until: '2026-11-09' },
    ],
    ['at another school', [MOVED], { why: 'moved-on', from: '2026-11-02' }],
    [
      'custody, and then at another school',
      [CUSTODY, { ...MOVED, since: '2026-11-06' }],
      { why: 'moved-on', from: '2026-11-06' },
    ],
    ['moved, said by mistake and put right', [MOVED, { place: 'here', since: '2026-09-01' }], undefined],
    ['no school', [{ place: 'no-school' }], undefined],
  ])('given %s', (_what, places, quiet) => {
    expect(quietOf(said(anEhcpPupil(), ...places))).toEqual(quiet);
  });

  it('ends with the day before the release', () => {
    const quiet = quietOf(said(anEhcpPupil(), RELEASED));
    expect([isQuiet(quiet, '2026-12-14'), isQuiet(quiet, '2026-12-15')]).toEqual([true, false]);
  });
});

describe('a review whose pupil is in custody', () => {
  const review = asOfPupil(aReview(), said(aPupil(), CUSTODY));

  it('owes nothing, is looked at on no morning, and asks nobody; what is recorded stays', () => {
    expect(owed(aReview())).not.toEqual([]);
    expect(owed(review)).toEqual([]);
    expect(firstDue(review)).toBeUndefined();
    const { quiet, ...kept } = review;
    expect(quiet).toEqual({ why: 'custody', from: '2026-11-02' });
    expect(kept).toEqual(aReview());
    const asks = aMessage({ kind: 'evidence-request', to: TEACHER });
    expect(stillWanted({ ...aReview(), messages: [asks] }, asks, aSchool(), TODAY)).toBe(true);
    expect(stillWanted({ ...review, messages: [asks] }, asks, aSchool(), TODAY)).toBe(false);
  });

  it('is taken up on release: what fell due meanwhile is due that day, and nobody was late', () => {
    const acting = aReview({ stage: 'acting', actions: [anAction({ owner: TEACHER, due: '2026-11-20' })] });
    const released = asOfPupil(acting, said(aPupil(), RELEASED));
    expect(owed(acting)).toContainEqual(['action', '2026-11-20']);
    expect(owed(released, '2026-12-14')).toEqual([]);
    expect(owed(released, '2026-12-15')).toContainEqual(['action', '2026-12-15']);
    expect(firstDue(released)).toBe('2026-12-15');
  });

  it('has its action “over” in a digest that listed it, not moved to another day', () => {
    const acting = aReview({ stage: 'acting', actions: [anAction({ owner: TEACHER })] });
    const id = obligationsOf(acting).find(({ kind }) => kind === 'action')?.id ?? '';
    const quiet = asOfPupil(acting, said(aPupil(), CUSTODY));
    expect(settledAs(id, quiet, aSchool(), TODAY)).toEqual({ is: 'over' });
  });

  it('whatever the review and the days are, nothing is owed while it lasts, and nothing before its last day after', () => {
    const days = fc.integer({ min: 0, max: 200 }).map((n) => plusDays('2026-11-10', n));
    const stage = fc.constantFrom('preparing', 'gathering', 'meeting', 'acting', 'closed' as const);
    fc.assert(
      fc.property(stage, days, days, (at, until, today) => {
        const quiet = { why: 'custody', from: '2026-11-02', until } as const;
        const all = obligationsOf({ ...anAnnualReview({ stage: at }), quiet }, aSchool(), today);
        return today < until ? all.length === 0 : all.every(({ due }) => due >= until);
      }),
    );
  });
});

describe('a pupil in custody', () => {
  const inCustody = said(anEhcpPupil(), CUSTODY);
  const released = said(anEhcpPupil(), { ...CUSTODY, releasedOn: '2026-11-09' });

  it('keeps the plan and its dates, is never overdue, and no review begins (CFA 2014, s.74)', () => {
    const [before] = duesOf(anEhcpPupil(), [], '2028-01-10', aSchool());
    const [due] = duesOf(inCustody, [], '2028-01-10', aSchool());
    expect(before?.state).toBe('overdue');
    expect(due).toMatchObject({ state: 'coming', dueBy: before?.dueBy, quiet: { why: 'custody' } });
    const request = {
      id: 'r',
      ref: 'r',
      pupil: inCustody,
      plan: only(inCustody),
      targets: [],
      school: aSchool(),
    };
    expect(start({ ...request, actor: { who: SENCO, at: AT } })).toMatchObject({
      ok: false,
      refusal: { code: 'not-now' },
    });
  });

  it('is reviewed on release, and that shows until it is (CFA 2014, s.48)', () => {
    const [due] = duesOf(released, [], TODAY, aSchool());
    expect(due).toMatchObject({ released: '2026-11-09' });
    expect(due?.state).not.toBe('coming');
    const held = (date: string) =>
      anAnnualReview({
        stage: 'acting',
        meeting: { date, time: '14:00', invitees: [] },
        meetingOpenedAt: `${date}T14:00:00.000Z`,
      });
    expect(duesOf(released, [held('2026-11-10')], TODAY, aSchool())[0]?.released).toBeUndefined();
    expect(duesOf(released, [held('2026-10-20')], TODAY, aSchool())[0]?.released).toBe('2026-11-09');
  });

  it('is owed nothing besides reviews, and of parents’ meetings nothing is expected', () => {
    const inYear6 = anEhcpPupil({ yearGroup: '6' });
    const situation = { reviews: [], school: aSchool(), today: TODAY };
    expect(owedForPupil({ ...situation, pupil: inYear6 })).toHaveLength(1);
    expect(owedForPupil({ ...situation, pupil: said(inYear6, CUSTODY) })).toEqual([]);
    const nia = said(aPupil(), CUSTODY);
    expect(parentsMet(nia, only(nia), [], TODAY, aSchool())).toBeUndefined();
  });
});

describe('a pupil who moves to another school in the middle of a review', () => {
  const nia = said(aPupil(), MOVED);

  it('leaves the list of what is due, with the dates of the plan as they were', () => {
    const { overdue, due, coming } = dueList([nia], [], TODAY, aSchool());
    expect([overdue, due, coming]).toEqual([[], [], []]);
    expect(duesOf(nia, [], TODAY, aSchool())[0]?.dueBy).toBe(
      duesOf(aPupil(), [], TODAY, aSchool())[0]?.dueBy,
    );
  });

  it('has a review that is kept as it is, and taken up where it was should they come back', () => {
    const review = asOfPupil(aReview(), nia);
    expect(review).toMatchObject({ ...aReview(), quiet: { why: 'moved-on', from: '2026-11-02' } });
    expect(owed(review)).toEqual([]);
    const back = asOfPupil(review, said(nia, { place: 'here', since: '2026-11-09' }));
    expect(owed(back).map(([kind]) => kind)).toEqual(owed(aReview()).map(([kind]) => kind));
  });

  it('has support of a closed review that nobody is asked about any more', () => {
    const closed = asOfPupil(aReview({ stage: 'closed' }), nia);
    expect(closed.quiet).toEqual({ why: 'moved-on', from: '2026-11-02' });
  });
});

describe('a pupil whose plan names no school (SEND Regulations 2014, reg 21)', () => {
  const mo = said(anEhcpPupil(), { place: 'no-school' });
  const gathering = asOfPupil(anAnnualReview(), mo);

  it('the local authority holds the review: the school neither gets the advice nor sends it round', () => {
    expect(gathering.noSchool).toBe(true);
    expect(owed(gathering).map(([kind]) => kind)).toEqual([
      'evidence',
      'evidence',
      'parent-views',
      'pupil-views',
      'hold-meeting',
    ]);
  });

  it('the report is still due in 14 days, and is the local authority’s to chase', () => {
    const acting = { ...anAnnualReview({ stage: 'acting' }), noSchool: true } as const;
    const report = obligationsOf(acting).find(({ kind }) => kind === 'report');
    expect(report?.due).toBe(
      obligationsOf(anAnnualReview({ stage: 'acting' })).find(({ kind }) => kind === 'report')?.due,
    );
  });

  it('no head need be invited, nor any reason given for short notice; with a school both are', () => {
    const outsiders = theOutsiders().filter(({ role }) => role !== 'head');
    const without = outsiders.map(({ advice: _, ...who }) => who);
    const annual = { outsiders: without, invitedOn: '2026-11-10', shortNotice: '' };
    const plan = command('plan-meeting', {
      annual,
      date: '2026-11-17',
      invitees: [],
      evidenceBy: '2026-11-13',
    });
    const preparing = anAnnualReview({ stage: 'preparing', annual: annualAt('preparing') });
    const actor = { who: SENCO, at: AT };
    expect(refusalOf(preparing, plan, actor)?.code).toBe('invitee-missing');
    expect(eventsOf({ ...preparing, noSchool: true }, plan, actor).map(({ type }) => type)).toEqual([
      'meeting-planned',
    ]);
  });

  it('stays as it was once the outcome is recorded, by whoever held it', () => {
    const acting = anAnnualReview({ stage: 'acting' });
    expect(asOfPupil(acting, mo)).toEqual(acting);
    const here = said(mo, { place: 'here', since: '2026-11-09' });
    expect(asOfPupil({ ...acting, noSchool: true }, here).noSchool).toBe(true);
    expect(asOfPupil(gathering, here).noSchool).toBeUndefined();
  });
});
