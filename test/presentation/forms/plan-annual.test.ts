import { describe, expect, it } from 'vitest';
import { toModal } from '../../../src/channels/slack/translate.ts';
import type { Outsider } from '../../../src/domain/review/annual.ts';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { ourWordsOf } from '../../support/adaptive.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  theOutsiders,
} from '../../support/annual-builders.ts';
import { ASSISTANT, aSchool, BYSTANDER, LEADER, SENCO, STAFF, TEACHER } from '../../support/builders.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { newIds, A_PLAN as PLAN, subject } from './sample.ts';

const form = formOf('plan-annual');
const preparing = (more: Parameters<typeof subject>[1] = {}) =>
  subject(anAnnualReview({ stage: 'preparing' }), more);
const standing = (about: FormSubject) =>
  Object.fromEntries(inputsOf(form.show(about, 'once1').card).map(({ id, value }) => [id, value]));
/** All that it says, with what stands behind “Why”. */
const words = (about: FormSubject) =>
  [...ourWordsOf(form.show(about, 'once1').card), form.row.why?.(about)].join(' ');
const labels = (about: FormSubject) => inputsOf(form.show(about, 'once1').card).map(({ label }) => label);
/** Decided on that day, so that the next meeting is to be held 8 weeks before a year later. */
const decidedOn = (lastDecision: string) => anEhcpPupil({ lastDecision });

describe('setting an annual review', () => {
  it('needs nothing typed: everybody the regulations name, the key staff, and the days', () => {
    expect(standing(preparing({ pupil: decidedOn('2026-06-01') }))).toEqual({
      date: '2026-12-15',
      time: '14:00',
      invitees: `${SENCO},${LEADER},${TEACHER},${ASSISTANT}`,
      parents: 'Parents or carers',
      laOfficer: 'SEN officer, Northshire',
      health: 'Designated clinical officer',
      socialCare: 'Social care officer',
      head: undefined,
      others: undefined,
      ask: `${TEACHER},${ASSISTANT}`,
      // 28 November is a Saturday.
      evidenceBy: '2026-11-27',
      invitedOn: '2026-11-10',
      shortNotice: undefined,
    });
  });

  it.each([
    ['there is time', '2026-06-01', '2026-12-15'],
    // 8 weeks before 24 January is a Sunday: the Friday before.
    ['the last safe day is earlier', '2026-01-24', '2026-11-27'],
    // Five weeks on the authority can still decide by 13 January, the last day for all of it.
    ['the last safe day is too near', '2026-01-14', '2026-12-15'],
    // To be complete by 9 January 2027: four weeks before is a Saturday, so the Friday before.
    ['five weeks on is too late for the authority to decide', '2026-01-10', '2026-12-11'],
    // To be complete by 15 December 2026: four weeks before allows no two weeks' notice. Advice by the 17th is sent round two weeks before.
    ['no day leaves the authority its four weeks', '2025-12-16', '2026-12-01'],
  ])('suggests the meeting where %s', (_name, decision, date) => {
    expect(standing(preparing({ pupil: decidedOn(decision) })).date).toBe(date);
  });

  it.each([
    // Five weeks on are the Christmas holidays.
    ['2026-11-20', '2027-01-05', '2026-12-18'],
    // Seventeen days before are in the holidays: the last school day before them.
    ['2026-12-07', '2027-01-11', '2026-12-18'],
  ])('on %s suggests a school day, %s, and evidence by %s', (today, date, evidenceBy) => {
    const about = preparing({ today, pupil: decidedOn('2026-10-01') });
    expect(standing(about)).toMatchObject({ date, evidenceBy, invitedOn: today });
  });

  it('suggests no meeting for which advice would have to be sent round today', () => {
    const today = '2026-11-13';
    // The last school day that is safe is 27 November, two weeks on. The authority can still decide after one on 18 December.
    const about = preparing({ today, pupil: decidedOn('2026-01-24') });
    expect(standing(about)).toMatchObject({ date: '2026-12-18', evidenceBy: '2026-12-01' });
  });

  it('wants evidence by the day it is sent round at the latest, where that is sooner than a week', () => {
    const today = '2026-11-11';
    // Still safe on 27 November: all advice is sent round by Friday 13 November, and 17 days before is the 10th.
    const about = preparing({ today, pupil: decidedOn('2026-01-24') });
    expect(standing(about)).toMatchObject({ date: '2026-11-27', evidenceBy: '2026-11-13' });
  });

  it('says which days follow from the law, and the last safe one while it is to come', () => {
    const said = words(preparing({ pupil: decidedOn('2026-01-24') }));
    expect(said).toContain(
      'For Fri 27 Nov 2026 the regulations require everybody invited and the advice sent round by Fri 13 Nov 2026, the report sent ' +
        'by Fri 11 Dec 2026 and the local authority’s decision by Fri 25 Dec 2026 ' +
        '(SEND Regulations 2014, reg 20; Code of Practice 9.176).',
    );
    expect(said).toContain(
      'The last safe day is Sat 28 Nov 2026 (8 weeks before the last day for the review to be complete; ',
    );
  });

  it('says when the last safe day has passed, and what to do', () => {
    expect(words(preparing({ pupil: decidedOn('2025-12-20') }))).toMatch(
      /The last safe day, Sat 24 Oct 2026 \(8 weeks before .*\), has passed; the last school day before it was Fri 23 Oct 2026\. The review is to be complete by Sat 19 Dec 2026 \(within 12 months .*\)\. Two weeks’ notice allows Tue 24 Nov 2026 at the earliest; Tue 1 Dec 2026 leaves time for everybody’s advice\./,
    );
  });

  it('suggests the first day that leaves a week for advice where five weeks on is after the last day for the review', () => {
    // Decided on 14 December 2025: to be complete by 13 December 2026, and five weeks on are 15 December.
    const about = preparing({ pupil: decidedOn('2025-12-14') });
    expect(standing(about).date).toBe('2026-12-01');
    expect(words(about)).toContain(
      'Two weeks’ notice allows Tue 24 Nov 2026 at the earliest; Tue 1 Dec 2026 leaves time for everybody’s advice.',
    );
  });

  it.each([
    // 12 weeks before 14 February 2027 were 22 November. Advice by 3 December is sent round two weeks before. Five weeks on would be 4 January.
    [
      'past its last safe day, suggests the first day that leaves a week for advice',
      '2026-11-26',
      '2026-12-17',
    ],
    ['at risk, does not call it early', '2026-10-12', '2026-11-16'],
  ])('for a move %s', (_name, today, date) => {
    const move = { phaseTransfer: { kind: 'primary-secondary', year: 2027 } } as const;
    const about = preparing({ today, pupil: anEhcpPupil({ lastDecision: '2026-06-01', ...move }) });
    expect(standing(about).date).toBe(date);
    expect(words(about)).not.toContain('This is early');
  });

  it('for a move whose safe day has passed, names the day of the law, and suggests the first it allows', () => {
    const move = { phaseTransfer: { kind: 'reception-entry', year: 2027 } } as const;
    const pupil = anEhcpPupil({ lastMeeting: '2026-06-05', lastDecision: '2026-07-01', ...move });
    const about = preparing({ today: '2027-01-14', pupil });
    expect(words(about)).toMatch(
      /The last safe day, Sun 22 Nov 2026 \(12 weeks before .*\), has passed; the last school day before it was Fri 20 Nov 2026\./,
    );
    expect(words(about)).toContain(
      'The review is to be complete by Sun 14 Feb 2027 (before 15 February of the year of transfer; SEND Regulations 2014, reg 18(1)(b); Code of Practice 9.179).',
    );
    expect(standing(about).date).toBe('2027-02-04');
    expect(words(about)).toContain('For Thu 4 Feb 2027 the regulations require');
  });

  it('counts from the decision of the review before, not from what was imported', () => {
    const before = anAnnualReview({
      id: 'before',
      stage: 'closed',
      annual: annualAt('closed', { decision: { ...aLetter('2026-01-24', ''), kind: 'keep' } }),
    });
    const about = { ...preparing({ pupil: decidedOn('2025-01-20') }), reviews: [before] };
    expect(words(about)).toContain('The last safe day is Sat 28 Nov 2026');
  });

  it('invites the head whom the staff list names, and no other leader in their place', () => {
    const leader = { email: BYSTANDER, name: 'Bo Bystander', role: 'leader' as const };
    const school = aSchool({ staff: [...STAFF.filter(({ email }) => email !== BYSTANDER), leader] });
    expect(standing(preparing({ school }))).toMatchObject({
      head: undefined,
      invitees: `${SENCO},${LEADER},${TEACHER},${ASSISTANT}`,
    });
    expect(words(preparing({ school }))).not.toContain('names no head');
  });

  it('asks who is invited as head where the staff list names none, and says so', () => {
    const school = aSchool({ staff: STAFF.map(({ head: _, ...one }) => one) });
    expect(standing(preparing({ school }))).toMatchObject({
      head: 'Head teacher',
      invitees: `${SENCO},${TEACHER},${ASSISTANT}`,
    });
    expect(words(preparing({ school }))).toContain(
      'The staff list names no head: write below who is invited',
    );
  });

  it('names no local authority that is not known, nor one too long for its box', () => {
    for (const la of ['', 'Shire '.repeat(60)]) {
      const review = anAnnualReview({ stage: 'preparing', annual: annualAt('preparing', { la }) });
      expect(standing(subject(review)).laOfficer).toBe('SEN officer');
    }
  });

  it('addresses the young person once they are over compulsory school age', () => {
    const pupil = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' });
    const about = preparing({ pupil });
    expect(labels(about)).toContain('The young person to invite');
    expect(standing(about)).toMatchObject({ parents: 'Ben Sample', others: 'Parents or carers' });
    expect(words(about)).not.toContain('ask them whether they want their parents invited');
    const read = form.read(PLAN, about, newIds());
    expect(read).toMatchObject({
      command: { annual: { outsiders: [{ role: 'young-person' }, {}, {}, {}] } },
    });
  });
});

describe('setting the annual review of somebody of 21', () => {
  it('has only themselves as family, and says to ask them about their parents', () => {
    const about = preparing({ pupil: anEhcpPupil({ dateOfBirth: '2005-11-02', yearGroup: '14' }) });
    expect(standing(about)).toMatchObject({ parents: 'Ben Sample', others: undefined });
    expect(words(about)).toContain(
      'The young person is 18 or over: ask them whether they want their parents invited, and add them under others if so.',
    );
  });
});

describe('setting it again', () => {
  it('begins with everybody as they are invited, and asks why only then', () => {
    expect(standing(subject(anAnnualReview()))).toMatchObject({
      date: '2026-11-24',
      time: '14:30',
      invitees: TEACHER,
      parents: 'Bea Sample',
      laOfficer: 'Olu Officer',
      health: 'Dr Hana Health',
      socialCare: 'Social care duty team',
      head: 'Hal Head',
      invitedOn: '2026-11-03',
      whyMoved: undefined,
    });
    expect(labels(subject(anAnnualReview()))).toContain('Why is it moved?');
    expect(labels(preparing())).not.toContain('Why is it moved?');
  });

  it('invites to a new day whoever was invited to the one that was called off', () => {
    const { meeting: _, ...rest } = anAnnualReview();
    const off = {
      date: '2026-11-24',
      time: '09:15',
      invitees: [{ kind: 'staff', who: BYSTANDER }],
      was: 'called-off',
      why: 'Snow',
      by: SENCO,
      at: '2026-11-09T09:00:00.000Z',
    } as const;
    const about = subject({ ...rest, earlierMeetings: [off] }, { pupil: decidedOn('2026-06-01') });
    expect(standing(about)).toMatchObject({
      date: '2026-12-15',
      time: '09:15',
      invitees: BYSTANDER,
      parents: 'Bea Sample',
      ask: `${TEACHER},${ASSISTANT}`,
      invitedOn: '2026-11-10',
    });
    expect(labels(about)).not.toContain('Why is it moved?');
  });

  it('suggests no day that was called off for this review, nor one it was moved from', () => {
    const { meeting: _, ...rest } = anAnnualReview();
    const said = { time: '09:15', invitees: [], why: 'Snow', by: SENCO, at: '2026-11-09T09:00:00.000Z' };
    const earlierMeetings = [
      { ...said, date: '2026-12-15', was: 'called-off' as const },
      { ...said, date: '2026-12-16', was: 'moved' as const },
    ];
    const about = subject({ ...rest, earlierMeetings }, { pupil: decidedOn('2026-06-01') });
    expect(standing(about)).toMatchObject({ date: '2026-12-17' });
  });

  it('loses nobody whose box is full: they stand among the others', () => {
    const nurses = Array.from({ length: 12 }, (_unused, at) => `School nurse: ${'N'.repeat(30)} ${at}`);
    const outsiders: Outsider[] = [
      ...theOutsiders(),
      ...nurses.map((name, at) => ({ id: `n${at}`, role: 'health' as const, name })),
    ];
    const about = subject(anAnnualReview({ annual: annualAt('gathering', { outsiders }) }));
    const values = Object.fromEntries(
      Object.entries(standing(about)).map(([id, value]) => [id, String(value ?? '')]),
    );
    expect(values.health?.length).toBeLessThanOrEqual(300);
    checkModal(toModal(form.show(about, 'once1'), { origin: {} }));
    const read = form.read(values, about, newIds());
    if (!read.ok || read.command.type !== 'plan-meeting') throw new Error('not read');
    const by = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    const kept = outsiders.map(({ id, role, name }) => ({ id, role, name }));
    expect([...(read.command.annual?.outsiders ?? [])].sort(by)).toEqual(kept.sort(by));
  });

  it('invites at most as many as one form can ask after', () => {
    const many = (lines: number) => Array.from({ length: lines }, (_unused, at) => `Guest ${at}`).join('\n');
    const read = (lines: number) => form.read({ ...PLAN, others: many(lines) }, preparing(), newIds());
    expect(read(20)).toMatchObject({ ok: true });
    expect(read(21)).toEqual({
      ok: false,
      errors: { others: 'Please invite at most 25 people; one line can name a team.' },
    });
  });

  it('invites nobody twice', () => {
    const others = 'Interpreter: Jo\ninterpreter: JO\nHealth: dr hana health';
    const read = form.read({ ...PLAN, others }, preparing(), newIds());
    if (!read.ok || read.command.type !== 'plan-meeting') throw new Error('not read');
    expect(read.command.annual?.outsiders.map(({ name }) => name)).toEqual([
      'Bea Sample',
      'Olu Officer',
      'Dr Hana Health',
      'Social care duty team',
      'Jo',
    ]);
  });
});
