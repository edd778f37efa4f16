import { describe, expect, it } from 'vitest';
import {
  ownerOf,
  runningIt,
  staffConcerned,
  staffToldOfOutcome,
} from '../../../src/domain/review/concerned.ts';
import {
  isAboutThing,
  mayRun,
  maySeeRecord,
  maySeeReview,
  thingOf,
} from '../../../src/domain/review/permissions.ts';
import type { Stage } from '../../../src/domain/review/review.ts';
import { isSenco, membership } from '../../../src/domain/school/membership.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceRequest,
  anOutcome,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { AT } from '../../support/deciding.ts';

const school = aSchool();
const allGone = aSchool({ staff: STAFF.map((member) => ({ ...member, left: '2026-11-01' })) });
/** No other review, nobody among the key staff, on a day of the same school year. */
const NOW = { pupil: aPupil({ keyStaff: [] }), reviews: [], today: '2026-12-01' };
const EVERYBODY = [SENCO, LEADER, TEACHER, ASSISTANT, BYSTANDER, STRANGER];
const STAGES: readonly Stage[] = ['preparing', 'gathering', 'meeting', 'acting', 'closed', 'cancelled'];

describe('who is on the staff list', () => {
  it('given staff, strangers and those who have left, only the first are', () => {
    expect(membership(school, TEACHER)?.name).toBe('Tom Teacher');
    expect(membership(school, STRANGER)).toBeUndefined();
    expect(membership(allGone, TEACHER)).toBeUndefined();
    expect(EVERYBODY.filter((person) => isSenco(school, person))).toEqual([SENCO]);
    expect(isSenco(allGone, SENCO)).toBe(false);
  });
});

describe('who may see a review', () => {
  it('given one that is gathered: the SENCO and leaders all of it, those asked or invited the record, nobody else', () => {
    const review = aReview({
      evidence: [anEvidenceRequest()],
      meeting: { date: '2026-11-24', time: '14:30', invitees: [{ kind: 'staff', who: ASSISTANT }] },
    });
    const scopes = EVERYBODY.map((person) => maySeeReview(review, person, school, NOW));
    expect(scopes).toEqual(['all', 'all', 'record', 'record', undefined, undefined]);
  });

  it('given an owner who was neither asked nor invited, they see their own actions only', () => {
    const review = aReview({ stage: 'acting', actions: [anAction({ owner: BYSTANDER })] });
    expect(maySeeReview(review, BYSTANDER, school, NOW)).toBe('own');
    expect(maySeeRecord(review, BYSTANDER, school, NOW)).toBe(false);
  });

  it('given an invitee from outside with the name of an address, no member of staff sees more for it', () => {
    const invitees = [{ kind: 'other', name: BYSTANDER } as const];
    const review = aReview({ meeting: { date: '2026-11-24', time: '14:30', invitees } });
    expect(maySeeReview(review, BYSTANDER, school, NOW)).toBeUndefined();
  });

  it.each(STAGES)('given %s, those who have left and people of other schools see nothing', (stage) => {
    const review = aReview({ stage });
    for (const person of EVERYBODY) {
      expect(maySeeReview(review, person, allGone, NOW)).toBeUndefined();
      expect(maySeeReview(review, person, aSchool({ id: 'elsewhere' }), NOW)).toBeUndefined();
      expect(maySeeRecord(review, person, allGone, NOW)).toBe(false);
    }
  });

  it('given no outcome yet, those asked do not see the record; once decided they do', () => {
    for (const stage of ['gathering', 'meeting'] as const) {
      expect(maySeeRecord(aReview({ stage }), TEACHER, school, NOW)).toBe(false);
      expect(maySeeRecord(aReview({ stage }), SENCO, school, NOW)).toBe(true);
    }
    for (const stage of ['acting', 'closed'] as const) {
      expect(maySeeRecord(aReview({ stage }), TEACHER, school, NOW)).toBe(true);
      expect(maySeeRecord(aReview({ stage }), BYSTANDER, school, NOW)).toBe(false);
    }
  });

  it('given a colleague who said they have nothing to add and has no part in it, they see no record', () => {
    const answer = { at: AT.gathering, said: 'nothing-to-add', late: false } as const;
    const passed = anEvidenceRequest({ who: BYSTANDER, revision: 1, answer });
    const of = { stage: 'acting', evidence: [anEvidenceRequest(), passed], actions: [] } as const;
    const review = aReview(of);
    expect(maySeeReview(review, BYSTANDER, school, NOW)).toBe('record');
    expect(maySeeRecord(review, BYSTANDER, school, NOW)).toBe(false);
    expect(staffToldOfOutcome(review)).not.toContain(BYSTANDER);
    // Not having answered at all is no reason.
    expect(maySeeRecord(review, TEACHER, school, NOW)).toBe(true);
    const invitees = [{ kind: 'staff', who: BYSTANDER }] as const;
    const meeting = { date: '2026-11-24', time: '14:30', invitees };
    const withSome = [{ meeting }, { actions: [anAction({ owner: BYSTANDER })] }];
    const off = { ...meeting, was: 'called-off' as const, why: 'Snow', by: SENCO, at: AT.gathering };
    const { meeting: _, ...withoutMeeting } = aReview(of);
    expect(staffToldOfOutcome({ ...withoutMeeting, earlierMeetings: [off] })).toContain(BYSTANDER);
    // Who was asked and has not answered is told, who passed is not.
    expect(staffToldOfOutcome(withoutMeeting)).toEqual([TEACHER]);
    const elsewhere = { ...of, actions: [anAction({ owner: ASSISTANT })] };
    expect(staffToldOfOutcome(aReview(elsewhere))).not.toContain(BYSTANDER);
    for (const some of [...withSome, { provision: [aProvision({ owner: BYSTANDER })] }])
      expect(maySeeRecord(aReview({ ...of, ...some }), BYSTANDER, school, NOW)).toBe(true);
  });

  it('given staff both asked and invited, each is concerned once, and outsiders are not staff', () => {
    expect(staffConcerned(aReview())).toEqual([TEACHER, ASSISTANT]);
    expect(staffConcerned(aReview({ stage: 'preparing' }))).toEqual([]);
  });
});

describe('whom a meeting that was called off had invited', () => {
  const reasons = { was: 'called-off', why: 'Snow', by: SENCO, at: '2026-11-20T09:00:00.000Z' } as const;
  const off = (date: string, who: string) => ({
    ...reasons,
    ...{ date, time: '14:30', invitees: [{ kind: 'staff', who } as const] },
  });

  it('waits for the new date: those of the last such meeting, not of one before', () => {
    const { meeting: _, ...review } = aReview({ evidence: [] });
    const earlierMeetings = [
      off('2026-11-13', TEACHER),
      off('2026-11-20', ASSISTANT),
      off('2026-11-27', BYSTANDER),
    ];
    expect(staffConcerned({ ...review, earlierMeetings })).toEqual([BYSTANDER]);
  });
});

describe('who is told how a review goes', () => {
  const nia = { email: 'nia.senco@oakfield.example', name: 'Nia', role: 'senco' } as const;
  const two = [...STAFF, nia];

  it('is the SENCO who runs it', () => {
    expect(runningIt(aReview(), aSchool({ staff: two }))).toEqual([SENCO]);
    expect(runningIt(aReview({ lead: nia.email }), aSchool({ staff: two }))).toEqual([nia.email]);
  });

  it('is every SENCO of the school, once that one is none any more', () => {
    expect(runningIt(aReview({ lead: STRANGER }), aSchool({ staff: two }))).toEqual([SENCO, nia.email]);
    expect(runningIt(aReview({ lead: SENCO }), allGone)).toEqual([]);
  });
});

describe('whose an action is', () => {
  it('is its owner’s, and nobody’s where there is none', () => {
    const review = aReview({
      stage: 'acting',
      actions: [anAction(), anAction({ id: 'action-2', owner: ASSISTANT })],
    });
    expect(ownerOf(review, 'action-1')).toEqual([TEACHER]);
    expect(ownerOf(review, 'action-2')).toEqual([ASSISTANT]);
    expect(ownerOf(review, 'action-9')).toEqual([]);
  });
});

describe('what a command is about', () => {
  it('is the action or the support that is somebody’s, and nothing else that has an id', () => {
    expect(thingOf(command('complete-action'))).toBe('action-1');
    expect(thingOf(command('answer-support'))).toBe('provision-1');
    expect(thingOf(command('take-back'))).toBeUndefined();
    expect(thingOf(command('submit-evidence'))).toBeUndefined();
    const types = ['complete-action', 'answer-support', 'take-back', 'submit-evidence'] as const;
    expect(types.map(isAboutThing)).toEqual([true, true, false, false]);
  });
});

describe('what is another’s', () => {
  it('shows nobody a review: neither an action, nor a request to the local authority', () => {
    expect(maySeeReview(aReview({ stage: 'acting' }), BYSTANDER, school, NOW)).toBeUndefined();
    const requests = [{ kind: 'top-up', owner: ASSISTANT, sendBy: '2026-12-11', notes: [] } as const];
    const sent = aReview({ stage: 'acting', requests });
    expect(maySeeReview(sent, BYSTANDER, school, NOW)).toBeUndefined();
    expect(mayRun(sent, 'record-request-sent', BYSTANDER, school)).toBe(false);
    expect(mayRun(sent, 'record-request-sent', ASSISTANT, school)).toBe(true);
  });
});

describe('who sees to support', () => {
  const seenTo = aReview({ stage: 'meeting', provision: [aProvision({ owner: BYSTANDER })] });

  it('given the outcome is recorded, sees that support and no more; before it, nothing', () => {
    expect(maySeeReview(seenTo, BYSTANDER, school, NOW)).toBeUndefined();
    const agreed = aReview({ ...seenTo, stage: 'closed', outcome: anOutcome() });
    expect(maySeeReview(agreed, BYSTANDER, school, NOW)).toBe('own');
    expect(maySeeRecord(agreed, BYSTANDER, school, NOW)).toBe(false);
  });
});

describe('who may run what', () => {
  const review = aReview({
    stage: 'acting',
    actions: [anAction(), anAction({ id: 'action-2', owner: ASSISTANT })],
    provision: [aProvision({ owner: BYSTANDER })],
  });
  const allowed = (type: Parameters<typeof mayRun>[1], action?: string) =>
    EVERYBODY.filter((person) => mayRun(review, type, person, school, action));

  it.each([
    ['decide-outcome', undefined, [SENCO]],
    ['reassign-action', 'action-1', [SENCO]],
    ['submit-evidence', undefined, [TEACHER, ASSISTANT]],
    ['complete-action', 'action-1', [SENCO, TEACHER]],
    ['complete-action', undefined, [SENCO, TEACHER, ASSISTANT]],
    ['extend-action', 'action-2', [SENCO, ASSISTANT]],
    ['disown-action', 'action-1', [TEACHER]],
    ['disown-action', 'action-9', []],
    ['answer-support', 'provision-1', [SENCO, BYSTANDER]],
    ['answer-support', 'action-1', [SENCO]],
    ['name-support-owner', 'provision-1', [SENCO]],
    ['end-support', 'provision-1', [SENCO]],
  ] as const)('given %s of %s, exactly %j may', (type, action, people) => {
    expect(allowed(type, action)).toEqual(people);
  });

  it('given a SENCO who was asked for evidence or owns an action, they may give it and say it is not theirs', () => {
    const own = aReview({
      stage: 'acting',
      evidence: [anEvidenceRequest({ who: SENCO })],
      actions: [anAction({ owner: SENCO })],
    });
    expect(mayRun(own, 'submit-evidence', SENCO, school)).toBe(true);
    expect(mayRun(own, 'disown-action', SENCO, school, 'action-1')).toBe(true);
  });

  it('given the school’s list no longer has them, or it is another school, nobody may', () => {
    for (const person of EVERYBODY) {
      expect(mayRun(review, 'complete-action', person, allGone, 'action-1')).toBe(false);
      expect(mayRun(review, 'complete-action', person, aSchool({ id: 'elsewhere' }), 'action-1')).toBe(false);
    }
  });
});
