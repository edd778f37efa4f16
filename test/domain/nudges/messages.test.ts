import { describe, expect, it } from 'vitest';
import type { PendingMessage } from '../../../src/domain/nudges/message.ts';
import { messagesFor, queuedSince, withQueued } from '../../../src/domain/nudges/messages.ts';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Fact } from '../../../src/domain/review/facts.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { PersonId, School } from '../../../src/domain/school/school.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aMessage,
  anAction,
  aProvision,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { testIds } from '../../support/ids.ts';

const AT = '2026-11-10T10:00:00.000Z';
const SECOND = 'sue.second@oakfield.example';
const staffWith = (change: (one: School['staff'][number]) => object) =>
  aSchool({ staff: STAFF.map((one) => ({ ...one, ...change(one) })) });
const leaving = (...gone: readonly PersonId[]) =>
  staffWith(({ email }) => (gone.includes(email) ? { left: '2026-11-09' } : {}));

/** Who is told what: "kind to person about thing". */
function told(event: Fact, review: Review, who = SENCO, school = aSchool()): readonly string[] {
  const messages = messagesFor(review, event, { who, at: AT }, school, testIds().unique);
  return messages.map(({ kind, to, about }) => [kind, to, about].filter(Boolean).join(' '));
}

const planned = {
  type: 'meeting-planned',
  date: '2026-11-24',
  time: '14:30',
  invitees: [],
  evidenceBy: '2026-11-13',
  asked: [TEACHER, ASSISTANT],
  newlyInvited: [],
  noLongerAsked: [],
  moved: false,
} as const;
const invited = (...people: readonly PersonId[]): Partial<Review> => ({
  meeting: { date: '2026-11-24', time: '14:30', invitees: people.map((who) => ({ kind: 'staff', who })) },
});

describe('a message', () => {
  it('has a key of its own, waits, and carries ids only', () => {
    const review = aReview({ stage: 'acting' });
    const event = { type: 'action-disowned', id: 'action-1', why: 'Not my class' } as const;
    expect(messagesFor(review, event, { who: TEACHER, at: AT }, aSchool(), () => 'key-1')).toEqual([
      {
        key: 'key-1',
        to: SENCO,
        kind: 'action-not-mine',
        about: 'action-1',
        queuedAt: AT,
        state: { is: 'waiting', tries: 0 },
      },
    ]);
  });
});

describe('what is given to somebody', () => {
  const given = (about: string, more: Partial<PendingMessage> = {}) =>
    aMessage({ key: `of-${about}`, kind: 'action-given', to: TEACHER, about, ...more });
  const sent = { state: { is: 'sent', at: AT } } as const;

  it('by one outcome is one message, in the order it was agreed in; of support, too', () => {
    const actions = ['a1', 'a2', 'a3'].map((id) => anAction({ id, owner: TEACHER }));
    const review = aReview({
      stage: 'acting',
      actions: [...actions, anAction({ id: 'b1', owner: ASSISTANT })],
      provision: ['p1', 'p2'].map((id) => aProvision({ id, owner: ASSISTANT })),
    });
    const fact = { ...command('decide-outcome'), type: 'outcome-decided' } as unknown as Fact;
    const queued = withQueued(
      [],
      messagesFor(review, fact, { who: SENCO, at: AT }, aSchool(), testIds().unique),
    );
    const gives = queued.filter(({ kind }) => kind.endsWith('-given'));
    expect(gives.map(({ kind, to, about, also = [] }) => [kind, to, about, ...also])).toEqual([
      ['action-given', TEACHER, 'a1', 'a2', 'a3'],
      ['action-given', ASSISTANT, 'b1'],
      ['support-given', ASSISTANT, 'p1', 'p2'],
    ]);
  });

  it('while the last such message waits goes into that; once it is being sent, into one of its own', () => {
    const waiting = given('a1');
    expect(withQueued([waiting], [given('a2')])).toEqual([{ ...waiting, also: ['a2'] }]);
    expect(withQueued([waiting], [given('a1', { key: 'again' })])).toEqual([waiting]);
    for (const is of [
      sent,
      { state: { is: 'sending', until: AT, tries: 1, contactId: 'c' } } as const,
      { state: { is: 'undeliverable', at: AT, tries: 1, why: 'blocked' } } as const,
      { to: ASSISTANT },
      { kind: 'action-passed-on' } as const,
    ]) {
      const before = given('a1', is);
      expect(withQueued([before], [given('a2')])).toEqual([before, given('a2')]);
    }
  });

  it('is told of as queued, whether it has a message of its own or not', () => {
    const before = [given('a1'), given('a9', sent)];
    const keys = (more: PendingMessage) =>
      queuedSince(before, withQueued(before, [more])).map(({ key }) => key);
    expect(keys(given('a2'))).toEqual(['of-a1']);
    expect(keys(given('a3', { to: ASSISTANT }))).toEqual(['of-a3']);
    expect(queuedSince(before, before)).toEqual([]);
  });
});

describe('while gathering', () => {
  it('given people are asked, each is asked, the SENCO herself too', () => {
    expect(told({ ...planned, asked: [TEACHER, SENCO] }, aReview())).toEqual([
      `evidence-request ${TEACHER}`,
      `evidence-request ${SENCO}`,
    ]);
  });

  it('given people are invited, each is told once: by what is asked of them, or that they are invited', () => {
    const review = aReview(invited(TEACHER, LEADER, SENCO));
    const now = { ...planned, asked: [TEACHER], newlyInvited: [TEACHER, LEADER, SENCO] };
    expect(told(now, review)).toEqual([`evidence-request ${TEACHER}`, `meeting-set ${LEADER}`]);
  });

  it('given it moves and others are invited to it, they hear of the meeting and not of the move', () => {
    const review = aReview(invited(TEACHER, LEADER));
    const now = { ...planned, asked: [], newlyInvited: [LEADER], moved: true };
    expect(told(now, review)).toEqual([
      `meeting-set ${LEADER}`,
      `meeting-moved ${TEACHER}`,
      `meeting-moved ${ASSISTANT}`,
    ]);
  });

  it('given it moves before somebody has heard of it at all, they hear of the day it is on, and of no move', () => {
    const waiting = aMessage({ kind: 'evidence-request', to: TEACHER, state: { is: 'waiting', tries: 0 } });
    const sent = aMessage({ kind: 'evidence-request', to: ASSISTANT, state: { is: 'sent', at: AT } });
    const review = aReview({ messages: [waiting, sent] });
    expect(told({ ...planned, asked: [], moved: true }, review)).toEqual([`meeting-moved ${ASSISTANT}`]);
  });

  it('given the meeting is moved, others asked or invited are told; not the one who moved it, nor those newly asked', () => {
    const review = aReview(invited(TEACHER, LEADER, SENCO));
    expect(told({ ...planned, asked: [ASSISTANT], moved: true }, review)).toEqual([
      `evidence-request ${ASSISTANT}`,
      `meeting-moved ${TEACHER}`,
      `meeting-moved ${LEADER}`,
    ]);
    expect(told({ ...planned, asked: [], moved: false }, review)).toEqual([]);
  });

  it('given the meeting is called off, everybody asked or invited is told; not the one who called it off', () => {
    const off = { type: 'meeting-called-off', why: 'Snow' } as const;
    const after = evolve(aReview(invited(LEADER, TEACHER, SENCO)), off, { who: SENCO, at: AT });
    const all = [TEACHER, ASSISTANT, LEADER].map((who) => `meeting-called-off ${who}`);
    expect(told(off, after)).toEqual(all);
    expect(told(off, after, SENCO, leaving(TEACHER))).toEqual(all.slice(1));
    // And of the new date, whoever of them is asked or invited again.
    const anew = evolve(
      after,
      { ...planned, asked: [], moved: true, ...invited(LEADER).meeting },
      { who: SENCO, at: AT },
    );
    expect(told({ ...planned, asked: [], moved: true }, anew)).toEqual([
      `meeting-moved ${TEACHER}`,
      `meeting-moved ${ASSISTANT}`,
      `meeting-moved ${LEADER}`,
    ]);
  });

  it('given somebody has left, they are told nothing', () => {
    expect(told(planned, aReview(), SENCO, leaving(TEACHER))).toEqual([`evidence-request ${ASSISTANT}`]);
    const moved = { ...planned, asked: [], moved: true };
    expect(told(moved, aReview(), SENCO, leaving(TEACHER))).toEqual([`meeting-moved ${ASSISTANT}`]);
  });

  const submitted = { type: 'evidence-submitted', said: 'nothing-to-add', late: false } as const;

  it('given the last answer, the lead is told, unless it was theirs', () => {
    expect(told({ ...submitted, who: TEACHER, lastOne: true }, aReview(), TEACHER)).toEqual([
      `all-answered ${SENCO}`,
    ]);
    expect(told({ ...submitted, who: TEACHER, lastOne: false }, aReview(), TEACHER)).toEqual([]);
    expect(told({ ...submitted, who: SENCO, lastOne: true }, aReview(), SENCO)).toEqual([]);
  });

  it.each([
    ['has left', leaving(SENCO)],
    ['runs reviews no more', staffWith(({ email }) => (email === SENCO ? { role: 'staff' } : {}))],
  ])('given the lead %s, the school’s other sencos are told instead', (_, school) => {
    const second = { email: SECOND, name: 'Sue Second', role: 'senco' } as const;
    const now = { ...school, staff: [...school.staff, second] };
    const event = { ...submitted, who: TEACHER, lastOne: true };
    expect(told(event, aReview(), TEACHER, now)).toEqual([`all-answered ${SECOND}`]);
  });
});

describe('after the meeting', () => {
  it('given the local authority has decided, those asked or invited are told; not the one who recorded it', () => {
    const event = { type: 'la-decided', kind: 'keep', on: '2026-12-18', words: 'Well' } as const;
    const review = anAnnualReview({ stage: 'acting', ...invited(LEADER, SENCO) });
    const all = [TEACHER, ASSISTANT, LEADER].map((who) => `la-decided ${who}`);
    expect(told(event, review)).toEqual(all);
    expect(told(event, review, SENCO, leaving(LEADER))).toEqual(all.slice(0, 2));
  });

  it('given a letter is recorded, or advice, nobody is told', () => {
    const review = anAnnualReview({ stage: 'acting' });
    const said = { on: '2026-12-18', words: 'Well' };
    for (const type of ['report-sent', 'notice-recorded', 'final-plan-recorded', 'la-chased'] as const) {
      expect(told({ type, ...said }, review)).toEqual([]);
    }
  });

  const { type: _, ...outcome } = command('decide-outcome');
  const decided = { type: 'outcome-decided', ...outcome } as const;
  const { type: __, ...action } = command('add-action');

  it('given an outcome, those asked or invited get the record, and each owner their action; the actor neither', () => {
    const actions = [
      anAction(),
      anAction({ id: 'action-2', owner: BYSTANDER }),
      anAction({ id: 'action-3', owner: SENCO }),
    ];
    expect(told(decided, aReview({ stage: 'acting', ...invited(LEADER, SENCO), actions }))).toEqual([
      `record ${TEACHER}`,
      `record ${ASSISTANT}`,
      `record ${LEADER}`,
      `action-given ${TEACHER} action-1`,
      `action-given ${BYSTANDER} action-2`,
    ]);
  });

  it('given somebody has left, they do not get the record', () => {
    const school = leaving(ASSISTANT);
    expect(told(decided, aReview({ stage: 'acting', actions: [] }), SENCO, school)).toEqual([
      `record ${TEACHER}`,
    ]);
  });

  it('given a correction, those who have the record are told', () => {
    const event = { type: 'record-corrected', part: 'Provision', words: 'Twice a week' } as const;
    expect(told(event, aReview({ stage: 'closed' }))).toEqual([
      `record-corrected ${TEACHER}`,
      `record-corrected ${ASSISTANT}`,
    ]);
  });

  it('given an action added at the meeting, nobody is told yet; added later, its owner is, unless they added it', () => {
    const event = { type: 'action-added', ...action } as const;
    expect(told(event, aReview({ stage: 'meeting' }))).toEqual([]);
    expect(told(event, aReview({ stage: 'acting' }))).toEqual([`action-given ${ASSISTANT} action-9`]);
    expect(told({ ...event, owner: SENCO }, aReview({ stage: 'acting' }))).toEqual([]);
  });

  it('given an action is extended, the lead is told from the second time on, unless they did it', () => {
    const event = {
      type: 'action-extended',
      id: 'action-1',
      from: '2026-12-04',
      to: '2026-12-11',
      why: 'Ill',
    } as const;
    const review = aReview({ stage: 'acting' });
    expect(told({ ...event, times: 1 }, review, TEACHER)).toEqual([]);
    expect(told({ ...event, times: 2 }, review, TEACHER)).toEqual([
      `action-extended-again ${SENCO} action-1`,
    ]);
    expect(told({ ...event, times: 3 }, review, TEACHER)).toEqual([
      `action-extended-again ${SENCO} action-1`,
    ]);
    expect(told({ ...event, times: 2 }, review, SENCO)).toEqual([]);
  });

  it('given an action can’t be done, the lead is told; given it is ended, its owner is; neither of what they did', () => {
    const why = { id: 'action-1', why: 'Sold out' };
    const review = aReview({ stage: 'acting' });
    const cannot = { type: 'action-cannot-be-done', ...why } as const;
    expect(told(cannot, review, TEACHER)).toEqual([`action-cannot-be-done ${SENCO} action-1`]);
    expect(told(cannot, review, SENCO)).toEqual([]);
    const ended = { type: 'action-withdrawn', ...why } as const;
    expect(told(ended, review, SENCO)).toEqual([`action-withdrawn ${TEACHER} action-1`]);
    expect(told(ended, aReview({ stage: 'acting', actions: [anAction({ owner: SENCO })] }), SENCO)).toEqual(
      [],
    );
  });

  it('given the SENCO gives more time for what could not be done, its owner is told that it is theirs again', () => {
    const days = { from: '2026-12-04', to: '2026-12-11' };
    const event = {
      type: 'action-extended',
      id: 'action-1',
      ...days,
      why: 'Sold out',
      times: 1,
      resumes: true,
    } as const;
    const review = aReview({ stage: 'acting' });
    expect(told(event, review, SENCO)).toEqual([`action-given ${TEACHER} action-1`]);
    expect(told(event, review, TEACHER)).toEqual([]);
  });

  it('given an action has a new owner, they are told, and whose it was; neither if it was they who gave it', () => {
    const event = { type: 'action-reassigned', id: 'action-1', from: TEACHER, due: '2026-12-11' } as const;
    const review = aReview({ stage: 'acting' });
    const passedOn = `action-passed-on ${TEACHER} action-1`;
    expect(told({ ...event, to: ASSISTANT }, review)).toEqual([
      `action-given ${ASSISTANT} action-1`,
      passedOn,
    ]);
    expect(told({ ...event, to: SENCO }, review)).toEqual([passedOn]);
    expect(told({ ...event, from: SENCO, to: ASSISTANT }, review)).toEqual([
      `action-given ${ASSISTANT} action-1`,
    ]);
    expect(told({ ...event, to: TEACHER }, review)).toEqual([`action-given ${TEACHER} action-1`]);
    expect(told({ ...event, to: ASSISTANT }, review, SENCO, leaving(TEACHER))).toEqual([
      `action-given ${ASSISTANT} action-1`,
    ]);
  });

  it('given the review closes, the lead is told, unless they closed it', () => {
    expect(told({ type: 'review-closed' }, aReview({ stage: 'closed' }), TEACHER)).toEqual([
      `review-closed ${SENCO}`,
    ]);
    expect(told({ type: 'review-closed' }, aReview({ stage: 'closed' }), SENCO)).toEqual([]);
  });

  it('given it is cancelled, those asked or invited are told', () => {
    const { evidence } = aReview();
    const review = aReview({ stage: 'cancelled', evidence, ...invited(LEADER) });
    expect(told({ type: 'review-cancelled', why: 'Moving' }, review)).toEqual([
      `review-cancelled ${TEACHER}`,
      `review-cancelled ${ASSISTANT}`,
      `review-cancelled ${LEADER}`,
    ]);
  });

  it('given an action is done, or anything noted at the meeting, nobody is sent a message', () => {
    const done = { type: 'action-completed', id: 'action-1', what: 'Done', helped: 'yes' } as const;
    expect(told(done, aReview({ stage: 'acting' }), TEACHER)).toEqual([]);
    expect(told({ type: 'meeting-opened' }, aReview({ stage: 'meeting' }))).toEqual([]);
  });
});
