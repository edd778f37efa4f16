import { describe, expect, it } from 'vitest';
import type { Invitee } from '../../../src/domain/review/review.ts';
import {
  ASSISTANT,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  aSchool,
  BYSTANDER,
  parentViews,
  pupilViews,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const staff = (who: string): Invitee => ({ kind: 'staff', who });
const plan = (given: Partial<ReturnType<typeof command<'plan-meeting'>>> = {}) =>
  command('plan-meeting', given);
const answer = { at: '2026-11-09T10:00:00.000Z', late: false, said: anEvidenceAnswer() };
const withoutTom = aSchool({
  staff: STAFF.map((member) => (member.email === TEACHER ? { ...member, left: '2026-11-01' } : member)),
});

describe('planning the meeting', () => {
  it('given a new review, when it is planned, then all are asked for the first time', () => {
    expect(eventsOf(aReview({ stage: 'preparing' }), plan())).toEqual([
      {
        type: 'meeting-planned',
        date: '2026-11-24',
        time: '14:30',
        invitees: [staff(TEACHER)],
        evidenceBy: '2026-11-13',
        asked: [TEACHER, ASSISTANT],
        newlyInvited: [TEACHER],
        noLongerAsked: [],
        moved: false,
      },
    ]);
  });

  it('given people named twice, when it is planned, then each is asked and invited once', () => {
    const invitees = [staff(TEACHER), { kind: 'other', name: 'A friend' } as const, staff(TEACHER)];
    expect(
      eventsOf(aReview({ stage: 'preparing' }), plan({ ask: [TEACHER, TEACHER], invitees })),
    ).toMatchObject([{ asked: [TEACHER], invitees: [staff(TEACHER), { kind: 'other', name: 'A friend' }] }]);
  });

  it.each([
    ['today', '2026-11-02'],
    ['a year ahead', '2027-11-02'],
  ])('given a meeting %s, it is planned', (_, date) => {
    const events = eventsOf(aReview({ stage: 'preparing' }), plan({ date, evidenceBy: '2026-11-02' }));
    expect(events).toMatchObject([{ date }]);
  });

  it.each([
    ['a meeting yesterday', { date: '2026-11-01', evidenceBy: '2026-11-01' }, 'date-past', 'date'],
    ['a meeting more than a year ahead', { date: '2027-11-03' }, 'date-too-late', 'date'],
    ['evidence wanted yesterday', { evidenceBy: '2026-11-01' }, 'date-past', 'evidenceBy'],
    ['evidence wanted after the meeting', { evidenceBy: '2026-11-25' }, 'date-order', 'evidenceBy'],
    ['nobody asked', { ask: [] }, 'nobody-asked', 'ask'],
    ['a stranger asked', { ask: [STRANGER] }, 'not-staff', 'ask'],
    ['a stranger invited as staff', { invitees: [staff(STRANGER)] }, 'not-staff', 'invitees'],
  ] as const)('given %s, it is refused', (_, given, code, field) => {
    expect(refusalOf(aReview({ stage: 'preparing' }), plan(given))).toMatchObject({ code, field });
  });

  it.each([
    ['asked', { ask: [TEACHER], invitees: [] }, 'ask'],
    ['invited', { ask: [ASSISTANT] }, 'invitees'],
  ] as const)('given somebody %s who has left, it is refused with their name', (_, given, field) => {
    expect(refusalOf(aReview({ stage: 'preparing' }), plan(given), { school: withoutTom })).toMatchObject({
      code: 'not-staff',
      field,
      say: expect.stringContaining('Tom Teacher'),
    });
  });

  it('given it is evening in London but already tomorrow in UTC, today is London’s', () => {
    // 00:30 on 24 October by the clock on the wall, 23:30 on the 23rd in UTC.
    const at = '2026-10-23T23:30:00.000Z';
    const dates = { date: '2026-10-23', evidenceBy: '2026-10-23' };
    expect(refusalOf(aReview({ stage: 'preparing' }), plan(dates), { at }).code).toBe('date-past');
  });
});

describe('planning it again while gathering', () => {
  const before = aReview();
  const same = plan({ invitees: before.meeting?.invitees ?? [] });

  it('given nothing is different, nothing happens', () => {
    expect(eventsOf(before, same)).toEqual([]);
  });

  it.each([
    ['another day', { date: '2026-11-26' }],
    ['another time', { time: '09:00' }],
  ])('given %s, the meeting is moved', (_, given) => {
    expect(eventsOf(before, { ...same, ...given })).toMatchObject([{ ...given, moved: true, asked: [] }]);
  });

  it('given somebody more is asked, only they are newly asked and the meeting is not moved', () => {
    expect(eventsOf(before, { ...same, ask: [TEACHER, ASSISTANT, BYSTANDER] })).toMatchObject([
      { asked: [BYSTANDER], noLongerAsked: [], moved: false },
    ]);
  });

  it('given people are no longer asked, who has answered keeps their answer', () => {
    const review = aReview({
      evidence: [anEvidenceRequest({ answer, revision: 1 }), anEvidenceRequest({ who: ASSISTANT })],
    });
    expect(eventsOf(review, { ...same, ask: [BYSTANDER] })).toMatchObject([
      { asked: [BYSTANDER], noLongerAsked: [ASSISTANT] },
    ]);
  });

  it('given nobody would be left who was asked, it is refused; given an answer is there, it is not', () => {
    expect(refusalOf(before, { ...same, ask: [] }).code).toBe('nobody-asked');
    const answered = aReview({
      evidence: [anEvidenceRequest({ answer }), anEvidenceRequest({ who: ASSISTANT })],
    });
    expect(eventsOf(answered, { ...same, ask: [] })).toMatchObject([{ noLongerAsked: [ASSISTANT] }]);
  });

  it('given the day for evidence has passed, the meeting can still be moved, but nobody asked anew for that day', () => {
    const at = '2026-11-16T10:00:00.000Z';
    expect(eventsOf(before, { ...same, date: '2026-11-30' }, { at })).toMatchObject([{ moved: true }]);
    const more = { ...same, ask: [TEACHER, ASSISTANT, BYSTANDER] };
    expect(refusalOf(before, more, { at })).toMatchObject({ code: 'date-past', field: 'evidenceBy' });
  });
});

describe('opening the meeting', () => {
  const open = (anyway: boolean) => command('open-meeting', { anyway });

  it('given nothing is missing, it opens', () => {
    const review = aReview({
      evidence: [anEvidenceRequest({ answer })],
      parentViews: parentViews(),
      pupilViews: pupilViews(),
    });
    expect(eventsOf(review, open(false))).toEqual([{ type: 'meeting-opened' }]);
  });

  it('given evidence and views are missing, it is refused, saying all that is missing', () => {
    const { code, say, offer } = refusalOf(aReview(), open(false));
    expect(code).toBe('things-missing');
    for (const words of ['Tom Teacher', 'Ann Assistant', 'parents’', 'pupil’s']) expect(say).toContain(words);
    expect(offer).toEqual({ what: 'status' });
  });

  it.each([
    ['the parents’ views', { pupilViews: pupilViews() }, 'parent-views'],
    ['the pupil’s views', { parentViews: parentViews() }, 'pupil-views'],
  ])('given only %s are missing, it offers their form', (_, views, what) => {
    const review = aReview({ evidence: [anEvidenceRequest({ answer })], ...views });
    expect(refusalOf(review, open(false))).toMatchObject({ code: 'things-missing', offer: { what } });
  });

  it('given the SENCO was told and opens it anyway, it opens', () => {
    expect(eventsOf(aReview(), open(true))).toEqual([{ type: 'meeting-opened' }]);
  });
});
