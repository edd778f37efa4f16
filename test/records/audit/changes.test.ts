import { describe, expect, it } from 'vitest';
import type { PendingMessage } from '../../../src/domain/nudges/message.ts';
import { changeOf } from '../../../src/records/audit/changes.ts';
import { aContact, aMessage, aPupil, aReview, aSchool, SENCO, TEACHER } from '../../support/builders.ts';

const AT = '2026-11-23T09:00:00.000Z';
const BY = { who: SENCO, at: AT, by: 'worker' };
const LATER = '2026-11-24T09:00:00.000Z';

const FIRST = aMessage({ key: 'm1', to: SENCO, kind: 'all-answered', state: { is: 'waiting', tries: 0 } });
const SECOND = aMessage({ key: 'm2', to: TEACHER, kind: 'meeting-set', state: { is: 'waiting', tries: 0 } });

/** What the trail says where a review with the one's messages becomes one with the other's. */
const ofMessages = (before: readonly PendingMessage[], after: readonly PendingMessage[]) =>
  changeOf('reviews', aReview({ messages: before }), aReview({ messages: after }), BY).entry;

describe('a change of a review', () => {
  it('is named by all that its history has gained, each once, with the fields of it', () => {
    const done = (what: string, ...fields: string[]) => ({ by: SENCO, at: AT, what, fields });
    const before = aReview({ messages: [], history: [done('started', 'stage')] });
    const added = [done('meeting-set', 'meeting'), done('asked', 'evidence'), done('asked', 'meeting')];
    const after = { ...before, history: [...before.history, ...added] };
    const gained = changeOf('reviews', before, after, BY).entry;
    expect(gained).toEqual({ kind: 'changed', what: 'meeting-set+asked', fields: ['meeting', 'evidence'] });
    expect(changeOf('reviews', undefined, before, BY).entry?.what).toBe('started');
    const nothing = { kind: 'changed', what: 'worker', fields: [] };
    expect(changeOf('reviews', undefined, aReview({ messages: [], history: [] }), BY).entry).toEqual(nothing);
  });

  it('is a message sent where one has gone out, whichever it is, and to whom; else how far it has come', () => {
    const sent = { ...SECOND, state: { is: 'sent', at: AT } } as const;
    expect(ofMessages([FIRST, SECOND], [FIRST, sent])).toEqual({
      ...{ kind: 'sent', what: 'meeting-set', to: TEACHER },
    });
    const gone = { ...FIRST, state: { is: 'sent', at: AT } } as const;
    expect(ofMessages([gone, SECOND], [gone, sent])?.what).toBe('meeting-set');
    const dropped = { ...FIRST, state: { is: 'dropped', at: AT } } as const;
    expect(ofMessages([FIRST, SECOND], [dropped, SECOND])).toEqual({
      ...{ kind: 'changed', what: 'message:dropped', to: SENCO },
    });
    // One that was not there before has come to wait.
    expect(ofMessages([FIRST], [FIRST, SECOND])?.what).toBe('message:waiting');
    const first = aReview({ messages: [FIRST], history: [] });
    expect(changeOf('reviews', undefined, first, BY).entry?.what).toBe('message:waiting');
  });

  it('is a message put right where one stands in a chat and says something else since', () => {
    const old = { ...FIRST, asOf: AT };
    expect(ofMessages([old, { ...SECOND, asOf: AT }], [old, { ...SECOND, asOf: LATER }])).toEqual({
      ...{ kind: 'message-changed', what: 'meeting-set', to: TEACHER },
    });
    expect(ofMessages([old, SECOND], [old, SECOND])).toEqual({ kind: 'changed', what: 'worker', fields: [] });
  });
});

it('what a list brings is imported, what anything else does is a change', () => {
  const kindBy = (by: string) =>
    changeOf('pupils', aPupil(), aPupil({ className: 'Hedgehogs' }), { ...BY, by }).entry?.kind;
  expect(kindBy('import')).toBe('imported');
  expect(kindBy('submit.details')).toBe('changed');
});

it('up to fifty people of whom something else is kept are named; of more, none', () => {
  const people = (many: number) => {
    const staff = Array.from({ length: many }, (_, n) => ({
      ...{ email: `p${n}@oakfield.example`, name: `P${n}`, role: 'staff' as const },
    }));
    const [before, after] = [aSchool({ staff: [] }), aSchool({ staff })];
    return changeOf('schools', before, after, BY).entry?.people?.length;
  };
  expect([people(50), people(51)]).toEqual([50, undefined]);
});

it('an account that is known for the first time is bound to whose it is; what has no history of its own is a change', () => {
  const account = aContact({ person: TEACHER });
  expect(changeOf('contacts', undefined, account, BY).entry).toMatchObject({ kind: 'bound', to: TEACHER });
  const { person: _, ...nobodys } = aContact({ email: TEACHER, person: TEACHER });
  expect(changeOf('contacts', undefined, nobodys, BY).entry?.kind).toBe('changed');
  const morning = { id: 'oakfield', version: 1, day: '2026-11-23' };
  const plain = { document: morning, entry: { kind: 'changed', what: 'worker', fields: [] } };
  expect(changeOf('mornings', undefined, morning, BY)).toEqual(plain);
});
