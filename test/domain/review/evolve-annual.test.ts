import { describe, expect, it } from 'vitest';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Fact } from '../../../src/domain/review/facts.ts';
import { historyEntry } from '../../../src/domain/review/history.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { begin } from '../../../src/domain/review/review-started.ts';
import {
  aLetter,
  anAnnualReview,
  annualAt,
  aSectionChange,
  theOutsiders,
} from '../../support/annual-builders.ts';
import { ASSISTANT, aReview, SENCO, TEACHER } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';

const AT = '2026-12-01T10:00:00.000Z';
const actor = { who: SENCO, at: AT };

function changes<T extends object>(before: T, after: T): Partial<T> {
  const keys = Object.keys({ ...before, ...after }) as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]]),
  ) as Partial<T>;
}

/** What `event` changes in what the annual review holds; nothing else of the review changes. */
function changed(review: Review, event: Fact) {
  const after = evolve(review, event, actor);
  expect(Object.keys(changes(review, after))).toEqual(['annual']);
  return changes(review.annual ?? annualAt('preparing'), after.annual ?? annualAt('preparing'));
}

const recorded = { by: SENCO, at: AT };

describe('an annual review that begins', () => {
  const event = {
    type: 'review-started',
    id: 'review-2',
    schoolId: 'oakfield',
    pupilId: 'oakfield-p002',
    ref: 'M4XP',
    kind: 'ehcp',
    lead: SENCO,
    targets: [],
    at: AT,
  } as const;
  const early = { asker: 'parent', askedOn: '2026-11-27', why: 'He is unhappy' } as const;
  const transfer = { kind: 'primary-secondary', year: 2027 } as const;

  it('holds whose plan it is, the transfer it is for, and nothing else as yet', () => {
    expect(begin({ ...event, annual: { la: 'Northshire', transfer } }).annual).toEqual({
      ...{ la: 'Northshire', transfer },
      ...{ outsiders: [], attendance: {}, sectionChanges: [], chases: [] },
    });
  });

  it('given it was asked for before its time, keeps who asked and why; its history has no word of it', () => {
    const started = { ...event, early, annual: { la: '' } };
    expect(begin(started).early).toEqual(early);
    const entry = historyEntry(undefined, begin(started), started, actor);
    expect(entry.fields).toEqual(expect.arrayContaining(['early', 'annual.la']));
    expect(JSON.stringify(entry)).not.toContain('unhappy');
  });
});

describe('planning an annual review', () => {
  const planned = {
    type: 'meeting-planned',
    date: '2026-12-15',
    time: '09:30',
    invitees: [{ kind: 'staff', who: TEACHER }],
    evidenceBy: '2026-12-04',
    asked: [],
    newlyInvited: [],
    noLongerAsked: [ASSISTANT],
    moved: true,
    whyMoved: 'The officer is ill',
    annual: {
      outsiders: [
        { id: 'outsider-health', role: 'health', name: 'Dr Hana Health-Care' },
        { id: 'outsider-new', role: 'therapist', name: 'Thea' },
      ],
      invitedOn: '2026-12-01',
      shortNotice: '',
    },
  } as const;

  it('given another day, the first is kept with the reason; who is still invited keeps their advice', () => {
    const review = anAnnualReview();
    const after = evolve(review, planned, actor);
    expect(after.meeting).toEqual({ date: '2026-12-15', time: '09:30', invitees: planned.invitees });
    expect(after.earlierMeetings).toEqual([
      { ...review.meeting, was: 'moved', why: 'The officer is ill', ...recorded },
    ]);
    expect(after.annual).toEqual({
      ...review.annual,
      adviceBy: '2026-12-04',
      invitedOn: '2026-12-01',
      outsiders: [
        { ...theOutsiders()[2], name: 'Dr Hana Health-Care' },
        { id: 'outsider-new', role: 'therapist', name: 'Thea' },
      ],
    });
  });

  it('given short notice, the reason is kept with who gave it; given it is long again, it goes', () => {
    const short = { ...planned, moved: false, annual: { ...planned.annual, shortNotice: 'At risk' } };
    const after = evolve(anAnnualReview({ stage: 'preparing' }), short, actor);
    expect(after).toMatchObject({
      stage: 'gathering',
      annual: { shortNotice: { why: 'At risk', ...recorded } },
    });
    expect(after).not.toHaveProperty('earlierMeetings');
    expect(evolve(after, planned, actor).annual).not.toHaveProperty('shortNotice');
  });

  it('given it is moved twice, both days are kept, the oldest first', () => {
    const once = evolve(anAnnualReview(), planned, actor);
    const twice = evolve(once, { ...planned, date: '2026-12-16' }, actor);
    expect(twice.earlierMeetings?.map(({ date }) => date)).toEqual(['2026-11-24', '2026-12-15']);
  });

  it('given it is called off, there is no meeting, nobody is invited to a day, and all that was gathered stays', () => {
    const shortNotice = { why: 'At risk', ...recorded };
    const review = anAnnualReview({
      annual: annualAt('gathering', { shortNotice, circulated: aLetter('2026-11-10', '') }),
    });
    const after = evolve(review, { type: 'meeting-called-off', why: 'Snow' }, actor);
    const { meeting, ...rest } = review;
    const { invitedOn: _, shortNotice: __, ...annual } = review.annual ?? annualAt('preparing');
    const off = { ...meeting, was: 'called-off', why: 'Snow', ...recorded };
    expect(after).toEqual({ ...rest, annual, earlierMeetings: [off] });
    const anew = evolve(after, planned, actor);
    expect(anew.earlierMeetings).toEqual([off]);
    expect(anew.meeting?.date).toBe('2026-12-15');
  });

  it('given a review of another kind is called off, the same, with nothing annual', () => {
    const after = evolve(aReview(), { type: 'meeting-called-off', why: 'Snow' }, actor);
    expect(after).not.toHaveProperty('annual');
    expect(after).not.toHaveProperty('meeting');
    expect(after).toMatchObject({ stage: 'gathering', evidence: aReview().evidence });
  });
});

describe('what happens to an annual review', () => {
  const gathering = anAnnualReview();
  const acting = anAnnualReview({ stage: 'acting' });
  const said = { on: '2026-11-30', words: 'Some words' };
  const kept = { ...said, ...recorded };

  it('given advice, only that person has it; given it anew, it takes the place of the first', () => {
    const advice = { type: 'advice-recorded', id: 'outsider-health', given: false, ...said } as const;
    const [parent, officer, health, care, head] = theOutsiders();
    expect(changed(gathering, advice)).toEqual({
      outsiders: [parent, officer, { ...health, advice: { ...kept, given: false } }, care, head],
    });
  });

  it('attendance said once the meeting is over is marked as late, and only where it is another', () => {
    const annual = annualAt('acting', { attendance: { 'outsider-la': 'absent', [TEACHER]: 'present' } });
    const acting = anAnnualReview({ stage: 'acting', annual });
    const attendance = {
      'outsider-la': 'apologies',
      'outsider-head': 'present',
      [TEACHER]: 'present',
    } as const;
    const late = changed(acting, { type: 'attendance-recorded', attendance });
    expect(late).toMatchObject({
      attendanceLate: [{ who: 'outsider-la' }, { who: 'outsider-head' }],
    });
    const meeting = anAnnualReview({ stage: 'meeting', annual: annualAt('meeting') });
    expect(changed(meeting, { type: 'attendance-recorded', attendance })).not.toHaveProperty(
      'attendanceLate',
    );
  });

  it('given who took part, it joins what was recorded', () => {
    const annual = annualAt('gathering', { attendance: { 'outsider-la': 'absent', [TEACHER]: 'present' } });
    const attendance = { 'outsider-la': 'apologies', 'outsider-head': 'present' } as const;
    expect(changed(anAnnualReview({ annual }), { type: 'attendance-recorded', attendance })).toEqual({
      attendance: { [TEACHER]: 'present', ...attendance },
    });
  });

  it('given a section to change, it is noted; given it is taken back, only that goes', () => {
    const meeting = anAnnualReview({ stage: 'meeting' });
    const two = [aSectionChange(), aSectionChange({ id: 'change-2' })];
    expect(
      changed(meeting, { type: 'section-change-added', change: aSectionChange({ id: 'change-2' }) }),
    ).toEqual({
      sectionChanges: two,
    });
    const both = anAnnualReview({ annual: annualAt('meeting', { sectionChanges: two }) });
    expect(changed(both, { type: 'taken-back', what: 'section-change', id: 'change-1' })).toEqual({
      sectionChanges: [aSectionChange({ id: 'change-2' })],
    });
  });

  it.each([
    ['advice-circulated', 'circulated'],
    ['report-sent', 'report'],
    ['notice-recorded', 'notice'],
    ['comments-recorded', 'comments'],
    ['final-plan-recorded', 'finalPlan'],
    ['mediation-recorded', 'mediation'],
  ] as const)('given %s, it is kept; given it anew, that takes the place of the first', (type, key) => {
    expect(changed(acting, { type, ...said })).toEqual({ [key]: kept });
    const before = anAnnualReview({ annual: annualAt('closed', { [key]: aLetter('2026-11-27', 'First') }) });
    const was = aLetter('2026-11-27', 'First');
    const corrected =
      key === 'circulated' ? {} : { corrected: [{ which: key, was, why: 'A slip', ...recorded }] };
    const again = key === 'circulated' ? said : { ...said, whyCorrected: 'A slip' };
    expect(changed(before, { type, ...again })).toEqual({ [key]: kept, ...corrected });
    const event = { type, ...said };
    expect(historyEntry(acting, evolve(acting, event, actor), event, actor)).toEqual({
      ...recorded,
      what: type,
      fields: [`annual.${key}`],
    });
  });

  it('given a final plan that names the next place, that is kept with it', () => {
    const event = { type: 'final-plan-recorded', nextPlace: 'named', ...said } as const;
    expect(changed(acting, event)).toEqual({ finalPlan: { ...kept, nextPlace: 'named' } });
  });

  it('given the decision, it is kept; given it anew as another, what followed the first stays', () => {
    expect(changed(acting, { type: 'la-decided', kind: 'amend', ...said })).toEqual({
      decision: { ...kept, kind: 'amend' },
    });
    const amended = anAnnualReview({ annual: annualAt('closed') });
    const why = 'The letter said keep';
    expect(changed(amended, { type: 'la-decided', kind: 'keep', ...said, whyCorrected: why })).toEqual({
      decision: { ...kept, kind: 'keep' },
      corrected: [{ which: 'decision', was: amended.annual?.decision, why, ...recorded }],
    });
  });

  it('given it is asked for, each time is kept', () => {
    const before = anAnnualReview({
      annual: annualAt('acting', { chases: [aLetter('2026-11-27', 'First')] }),
    });
    expect(changed(before, { type: 'la-chased', ...said })).toEqual({
      chases: [aLetter('2026-11-27', 'First'), kept],
    });
  });

  it('given other provision, it takes the place of what it was', () => {
    const { provision } = command('add-provision');
    const { provision: other } = command('change-provision');
    const more = { ...provision, id: 'provision-2' };
    const review = aReview({ stage: 'meeting', provision: [provision, more] });
    const after = evolve(review, { type: 'provision-changed', provision: other }, actor);
    expect(changes(review, after)).toEqual({ provision: [other, more] });
  });

  it('given a review of another kind, nothing happens', () => {
    expect(evolve(aReview(), { type: 'report-sent', ...said }, actor)).toEqual(aReview());
    expect(evolve(aReview(), { type: 'taken-back', what: 'section-change', id: 'x' }, actor)).toEqual(
      aReview(),
    );
  });
});
