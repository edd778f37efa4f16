import { describe, expect, it } from 'vitest';
import type { LaRequest } from '../../../src/domain/review/requests.ts';
import {
  afterAgreed,
  answerDue,
  refusalAppeal,
  requestLate,
  sixWeeks,
} from '../../../src/domain/statute/request-clock.ts';
import { aRequest, REFUSED, SENT } from '../../presentation/forms/samples-requests.ts';

/*
 * Sent on Friday 27 November 2026, received on the Monday: to be answered within six weeks of that, by 11 January 2027
 * (SEND Regulations 2014, reg 5(1)).
 */
const REVIEW = { startedAt: '2026-11-02T09:00:00.000Z' };
const sent = { ...SENT, on: '2026-11-27' };
const exception = 'closed';
const ehc = (given: Partial<LaRequest> = {}) => aRequest({ sent, ...given });
const topUp = (given: Partial<LaRequest> = {}) => aRequest({ kind: 'top-up', sent, ...given });
const AGREED = { ...REFUSED, result: 'agreed' } as const;

describe('the day by which a request is to be answered', () => {
  it.each<readonly [string, LaRequest, date: string | undefined, rule: string | undefined]>([
    ['not sent', aRequest(), undefined, undefined],
    ['top-up that is not sent', aRequest({ kind: 'top-up', answerBy: '2027-01-15' }), undefined, undefined],
    ['an EHC needs assessment', ehc(), '2027-01-11', 'ehc-request-answer'],
    [
      'with a day named and no exception',
      ehc({ answerBy: '2027-02-01' }),
      '2027-01-11',
      'ehc-request-answer',
    ],
    ['with an exception and no day named', ehc({ exception }), '2027-01-11', 'ehc-request-answer'],
    ['with both', ehc({ exception, answerBy: '2027-02-01' }), '2027-02-01', 'ehc-request-later'],
    [
      'with both, the day earlier',
      ehc({ exception, answerBy: '2027-01-04' }),
      '2027-01-11',
      'ehc-request-answer',
    ],
    ['top-up with a day named', topUp({ answerBy: '2027-01-15' }), '2027-01-15', 'top-up-answer'],
    ['top-up with none', topUp(), '2026-11-27', 'top-up-answer'],
  ])('%s', (_, request, date, rule) => {
    const due = answerDue(REVIEW, request);
    expect([due?.date, due?.rule.id]).toEqual([date, rule]);
  });

  it('is six weeks of an EHC needs assessment whatever exception there is, and of nothing else', () => {
    expect(sixWeeks(REVIEW, ehc({ exception, answerBy: '2027-02-01' }))?.date).toBe('2027-01-11');
    expect(sixWeeks(REVIEW, aRequest())).toBeUndefined();
    expect(sixWeeks(REVIEW, topUp())).toBeUndefined();
  });

  it('is late from the day after, by so many days, until the answer has come', () => {
    const late = (today: string, given: Partial<LaRequest> = {}) => requestLate(REVIEW, ehc(given), today);
    expect(late('2027-01-04')).toBe(0);
    expect(late('2027-01-11')).toBe(0);
    expect(late('2027-01-14')).toBe(3);
    expect(late('2027-01-14', { answer: AGREED })).toBe(0);
    expect(requestLate(REVIEW, aRequest(), '2027-06-01')).toBe(0);
  });
});

describe('once it is answered', () => {
  const certificate = (on: string) => ({ ...SENT, on });

  // Refused on 1 December: two months are until Monday 1 February.
  it.each<readonly [string, LaRequest, string | undefined]>([
    ['refused', ehc({ answer: REFUSED }), '2027-02-01'],
    [
      'refused, with a certificate',
      ehc({ answer: REFUSED, mediation: certificate('2027-01-18') }),
      '2027-02-18',
    ],
    [
      'refused, with a certificate that gives no more time',
      ehc({ answer: REFUSED, mediation: certificate('2026-12-10') }),
      '2027-02-01',
    ],
    ['agreed', ehc({ answer: AGREED }), undefined],
    ['not answered', ehc(), undefined],
    ['top-up refused', topUp({ answer: REFUSED }), undefined],
  ])('%s: who asked may appeal until %s', (_, request, until) => {
    expect(refusalAppeal(REVIEW, request)?.date).toBe(until);
  });

  // Sixteen and twenty weeks after it was received (SEND Regulations 2014, regs 10(1), 13(2)).
  it.each<readonly [string, LaRequest, readonly string[]]>([
    ['agreed', ehc({ answer: AGREED }), ['2027-03-22', '2027-04-19']],
    ['refused', ehc({ answer: REFUSED }), []],
    ['not answered', ehc(), []],
    ['top-up agreed', topUp({ answer: AGREED }), []],
  ])('%s: no plan, or the plan, comes by %s', (_, request, days) => {
    expect(afterAgreed(REVIEW, request).map(({ date }) => date)).toEqual(days);
  });

  it('agreed before it is known when it was sent: nothing is counted', () => {
    expect(afterAgreed(REVIEW, aRequest({ answer: AGREED }))).toEqual([]);
  });
});
