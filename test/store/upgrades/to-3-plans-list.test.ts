import { describe, expect, it } from 'vitest';
import { withPlansList } from '../../../src/store/upgrades/to-3-plans-list.ts';

const person = {
  id: 'elm.1001',
  version: 7,
  schoolId: 'elm',
  ref: '1001',
  firstName: 'Ada',
  lastName: 'Byron',
  dateOfBirth: '2017-03-14',
  yearGroup: '5',
  keyStaff: ['teacher@elm.example'],
  taken: ['form-1'],
};
const target = { id: 't1', text: 'Reads 50 words', measure: 'Timed', setOn: '2026-05-20' };

describe('a stored pupil, as it was while they had one plan', () => {
  it.each(['sen-support', 'early-years-iep'])('with %s: the plan has its days and its targets', (plan) => {
    const days = { planMade: '2025-09-10', lastReviewed: '2026-05-20' };
    expect(withPlansList({ ...person, plan, ...days, targets: [target] })).toEqual({
      ...person,
      plans: [{ kind: plan, ...days, targets: [target] }],
    });
  });

  it('with an EHC plan: it has its local authority, its four days and its transfer too', () => {
    const known = {
      planMade: '2023-03-06',
      lastReviewed: '2026-01-12',
      la: 'Elmshire',
      lastMeeting: '2026-01-12',
      lastDecision: '2026-02-06',
      phaseTransfer: { kind: 'primary-secondary', year: 2027 },
    };
    expect(withPlansList({ ...person, plan: 'ehcp', ...known, targets: [] })).toEqual({
      ...person,
      plans: [{ kind: 'ehcp', ...known, targets: [] }],
    });
  });

  it('with requests that were refused: each was for the review of that plan', () => {
    const request = { id: 'r1', asker: 'parent', why: 'She is out of class', refusal: 'Reviewed in May' };
    expect(
      withPlansList({ ...person, plan: 'sen-support', targets: [], refusedRequests: [request] }),
    ).toMatchObject({ refusedRequests: [{ ...request, kind: 'sen-support' }] });
  });

  it('without a plan: an empty list, and nothing of a plan is left', () => {
    const stored = {
      ...person,
      plan: 'none',
      planMade: '2020-01-01',
      targets: [target],
      refusedRequests: [],
    };
    expect(withPlansList(stored)).toEqual({ ...person, refusedRequests: [], plans: [] });
  });

  it('takes nothing from what was stored', () => {
    const stored = Object.freeze({ ...person, plan: 'sen-support', targets: Object.freeze([target]) });
    withPlansList(stored);
    expect(stored).toMatchObject({ plan: 'sen-support', targets: [target] });
  });
});
