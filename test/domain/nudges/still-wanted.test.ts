import { describe, expect, it } from 'vitest';
import type { MessageKind, PendingMessage } from '../../../src/domain/nudges/message.ts';
import { stillToSay, stillWanted } from '../../../src/domain/nudges/messages.ts';
import type { Review, Stage } from '../../../src/domain/review/review.ts';
import type { PersonId } from '../../../src/domain/school/school.ts';
import { anAnnualReview, annualAt } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  aMessage,
  anAction,
  anEvidenceRequest,
  aReview,
  aSchool,
  BYSTANDER,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';

/** The day before the meeting of the builders' review. */
const TODAY = '2026-11-23';
const answer = { at: '2026-11-09T10:00:00.000Z', late: false, said: 'nothing-to-add' } as const;
const allAnswered = [anEvidenceRequest({ answer }), anEvidenceRequest({ who: ASSISTANT, answer })];
const disowned = { at: '2026-12-01T10:00:00.000Z', why: 'Not my class' };
const cannotBeDone = { by: TEACHER, at: '2026-12-01T10:00:00.000Z', why: 'Sold out' };
const given_ = (is: 'waiting' | 'sent' | 'dropped') =>
  aMessage({
    key: `given-${is}`,
    kind: 'action-given',
    about: 'action-1',
    state: is === 'waiting' ? { is, tries: 0 } : { is, at: '2026-12-01T10:00:00.000Z' },
  });
const extension = {
  by: TEACHER,
  at: '2026-12-01T10:00:00.000Z',
  from: '2026-12-01',
  to: '2026-12-04',
  why: 'Ill',
};
const acting = (given: Partial<Review['actions'][number]>) =>
  aReview({ stage: 'acting', actions: [anAction(given)] });
const in_ = (stage: Stage) => aReview({ stage, evidence: allAnswered });

const { meeting: set, ...noMeeting } = aReview();
const called = { was: 'called-off', why: 'Snow', by: SENCO, at: '2026-11-10T10:00:00.000Z' } as const;
const off: Review = {
  ...noMeeting,
  earlierMeetings: [{ date: '2026-11-24', time: '14:30', invitees: set?.invitees ?? [], ...called }],
};

const invited = (who: PersonId): Review => ({
  ...noMeeting,
  meeting: { date: '2026-11-24', time: '14:30', invitees: [{ kind: 'staff', who }] },
});

interface Case {
  readonly kind: MessageKind;
  readonly to: PersonId;
  readonly about?: string;
  readonly when: Readonly<Record<string, Review>>;
  readonly not: Readonly<Record<string, Review>>;
}

const AT_THREE = '2026-12-03T15:00:00.000Z';
const CASES: readonly Case[] = [
  {
    kind: 'evidence-request',
    to: TEACHER,
    when: { gathering: aReview() },
    not: {
      'the meeting is open': aReview({ stage: 'meeting' }),
      'the meeting’s day is over': aReview({ meeting: { date: '2026-11-22', time: '14:30', invitees: [] } }),
      answered: aReview({ evidence: allAnswered }),
      'no longer asked': aReview({ evidence: [anEvidenceRequest({ who: ASSISTANT })] }),
      decided: aReview({ stage: 'acting' }),
      cancelled: aReview({ stage: 'cancelled', evidence: [anEvidenceRequest()] }),
    },
  },
  {
    kind: 'meeting-set',
    to: TEACHER,
    when: { invited: invited(TEACHER) },
    not: {
      'the meeting is open': { ...invited(TEACHER), stage: 'meeting' },
      'the meeting’s day is over': {
        ...invited(TEACHER),
        meeting: { date: '2026-11-09', time: '14:30', invitees: [{ kind: 'staff', who: TEACHER }] },
      },
      'no longer invited': invited(SENCO),
      'called off since': off,
    },
  },
  {
    kind: 'meeting-moved',
    to: TEACHER,
    when: { gathering: aReview() },
    not: {
      'the meeting is open': aReview({ stage: 'meeting' }),
      'no longer concerned': aReview({
        evidence: [],
        meeting: { date: '2026-11-24', time: '14:30', invitees: [] },
      }),
      'called off since': off,
    },
  },
  {
    kind: 'meeting-called-off',
    to: TEACHER,
    when: { 'no new date': off },
    not: {
      'a new date is set': { ...off, meeting: { date: '2026-12-01', time: '14:30', invitees: [] } },
      cancelled: { ...off, stage: 'cancelled' },
      'neither asked nor invited': { ...off, evidence: [], earlierMeetings: [] },
    },
  },
  {
    kind: 'meeting-without-you',
    to: TEACHER,
    when: { 'not invited': invited(SENCO) },
    not: {
      'invited again': invited(TEACHER),
      'the meeting is open': { ...invited(SENCO), stage: 'meeting' },
    },
  },
  {
    kind: 'no-longer-asked',
    to: TEACHER,
    when: { 'not asked': { ...invited(SENCO), evidence: [] } },
    not: {
      'asked again': invited(SENCO),
      'the meeting is open': { ...invited(SENCO), evidence: [], stage: 'meeting' },
    },
  },
  {
    kind: 'la-decided',
    to: TEACHER,
    when: {
      acting: anAnnualReview({ stage: 'acting', annual: annualAt('closed') }),
      closed: anAnnualReview({ stage: 'closed' }),
    },
    not: {
      'nothing is decided': anAnnualReview({ stage: 'acting' }),
      'not concerned': anAnnualReview({
        stage: 'closed',
        evidence: [],
        meeting: { date: '2026-11-24', time: '14:30', invitees: [] },
      }),
    },
  },
  {
    kind: 'all-answered',
    to: SENCO,
    when: { 'all have': in_('gathering') },
    not: {
      'somebody more was asked': aReview({
        evidence: [...allAnswered, anEvidenceRequest({ who: BYSTANDER })],
      }),
      'the meeting is open': in_('meeting'),
    },
  },
  {
    kind: 'record',
    to: TEACHER,
    when: { acting: in_('acting'), closed: in_('closed') },
    not: { meeting: in_('meeting') },
  },
  {
    kind: 'record-corrected',
    to: TEACHER,
    when: { acting: in_('acting'), closed: in_('closed') },
    not: { meeting: in_('meeting') },
  },
  {
    kind: 'action-given',
    to: TEACHER,
    about: 'action-1',
    when: { 'it is open': acting({}) },
    not: {
      'it is done': aReview({ stage: 'acting', actions: [aDoneAction(), anAction({ id: 'action-2' })] }),
      'it is somebody else’s': acting({ owner: ASSISTANT }),
      'it is gone': aReview({ stage: 'acting', actions: [] }),
    },
  },
  {
    kind: 'action-passed-on',
    to: TEACHER,
    about: 'action-1',
    when: {
      'it is somebody else’s': acting({ owner: ASSISTANT }),
      'they had been told that it was theirs': {
        ...acting({ owner: ASSISTANT }),
        messages: [given_('waiting'), given_('sent')],
      },
    },
    not: {
      'it is theirs again': acting({}),
      'it is done': aReview({ stage: 'acting', actions: [aDoneAction({ owner: ASSISTANT }), anAction()] }),
      'they never heard that it was theirs': {
        ...acting({ owner: ASSISTANT }),
        messages: [given_('dropped'), given_('waiting')],
      },
    },
  },
  {
    kind: 'action-cannot-be-done',
    to: SENCO,
    about: 'action-1',
    when: { 'it is to be decided': acting({ cannotBeDone }) },
    not: {
      'it was decided': acting({}),
      'it was ended': acting({ cannotBeDone, withdrawn: cannotBeDone }),
    },
  },
  {
    kind: 'action-withdrawn',
    to: TEACHER,
    about: 'action-1',
    when: { 'it was ended': acting({ withdrawn: cannotBeDone }) },
    not: {
      'it is open': acting({}),
      'it was somebody else’s': acting({ withdrawn: cannotBeDone, owner: ASSISTANT }),
    },
  },
  {
    kind: 'action-not-mine',
    to: SENCO,
    about: 'action-1',
    when: { 'it still has to find an owner': acting({ disowned }) },
    not: {
      'it has one': acting({}),
      'it is done': aReview({ stage: 'acting', actions: [aDoneAction({ disowned })] }),
    },
  },
  {
    kind: 'action-extended-again',
    to: SENCO,
    about: 'action-1',
    when: { 'twice extended': acting({ extensions: [extension, extension] }) },
    not: {
      'it is done': aReview({
        stage: 'acting',
        actions: [aDoneAction({ extensions: [extension, extension] })],
      }),
      'only once extended': acting({ extensions: [extension] }),
    },
  },
  { kind: 'review-closed', to: SENCO, when: { closed: in_('closed') }, not: { acting: in_('acting') } },
  {
    kind: 'review-reopened',
    to: TEACHER,
    when: {
      acting: { ...in_('acting'), reopened: [{ by: SENCO, at: AT_THREE, why: 'x' }] },
      meeting: { ...in_('meeting'), reopened: [{ by: SENCO, at: AT_THREE, why: 'x' }] },
    },
    not: {
      'closed again': { ...in_('closed'), reopened: [{ by: SENCO, at: AT_THREE, why: 'x' }] },
      'never closed': in_('acting'),
    },
  },
  {
    kind: 'review-cancelled',
    to: TEACHER,
    when: { cancelled: in_('cancelled') },
    not: { gathering: aReview() },
  },
];

const rows = (key: 'when' | 'not') =>
  CASES.flatMap(({ kind, to, about, [key]: reviews }) =>
    Object.entries(reviews).map(([name, review]) => {
      const message = aMessage({ kind, to, ...(about !== undefined && { about }) });
      return { kind, name, message, review: { ...review, messages: [...review.messages, message] } };
    }),
  );

describe('a message whose time has come', () => {
  it.each(rows('when'))('given $kind and $name, is sent', ({ review, message }) => {
    expect(stillWanted(review, message, aSchool(), TODAY)).toBe(true);
  });

  it.each(rows('not'))('given $kind and $name, is dropped', ({ review, message }) => {
    expect(stillWanted(review, message, aSchool(), TODAY)).toBe(false);
  });

  it.each(rows('when'))('given $kind, $name, and the person has left, is dropped', ({ review, message }) => {
    const staff = STAFF.map((one) => (one.email === message.to ? { ...one, left: '2026-11-09' } : one));
    expect(stillWanted(review, message, aSchool({ staff }), TODAY)).toBe(false);
    expect(stillWanted(review, message, aSchool({ staff: [] }), TODAY)).toBe(false);
    expect(stillWanted(review, message, aSchool({ id: 'elsewhere' }), TODAY)).toBe(false);
  });

  it.each(rows('when').filter(({ message }) => message.to === SENCO))(
    'given $kind for a lead who runs reviews no more, is dropped',
    ({ review, message }) => {
      const staff = STAFF.map((one) => (one.email === SENCO ? { ...one, role: 'staff' as const } : one));
      expect(stillWanted(review, message, aSchool({ staff }), TODAY)).toBe(false);
    },
  );

  it('given all have answered but one who has left, the lead is still told', () => {
    const staff = STAFF.map((one) => (one.email === BYSTANDER ? { ...one, left: '2026-11-09' } : one));
    const message = aMessage({ kind: 'all-answered', to: SENCO });
    const evidence = [...allAnswered, anEvidenceRequest({ who: BYSTANDER })];
    expect(stillWanted(aReview({ evidence, messages: [message] }), message, aSchool({ staff }), TODAY)).toBe(
      true,
    );
  });
});

describe('two messages that say the same', () => {
  const moved = (key: string, given: Partial<PendingMessage> = {}) =>
    aMessage({ key, kind: 'meeting-moved', ...given });
  const wanted = (messages: readonly PendingMessage[]) =>
    messages.filter((one) => stillWanted(aReview({ messages }), one, aSchool(), TODAY)).map(({ key }) => key);

  it('given both are waiting, only the later is sent', () => {
    expect(wanted([moved('a'), moved('b')])).toEqual(['b']);
  });

  it('given the later was dropped, is for somebody else, or says something else, the earlier is sent', () => {
    const dropped = { is: 'dropped', at: '2026-11-10T10:00:00.000Z' } as const;
    expect(wanted([moved('a'), moved('b', { state: dropped })])).toContain('a');
    expect(wanted([moved('a'), moved('b', { to: ASSISTANT })])).toEqual(['a', 'b']);
    expect(wanted([moved('a'), moved('b', { kind: 'evidence-request' })])).toEqual(['a', 'b']);
    expect(wanted([moved('a'), moved('b', { about: 'action-1' })])).toEqual(['a', 'b']);
  });
});

describe('a message of several actions', () => {
  const both = aMessage({ kind: 'action-given', to: TEACHER, about: 'action-1', also: ['action-2'] });
  const with_ = (first: Partial<Review['actions'][number]>, second: Partial<Review['actions'][number]>) =>
    aReview({
      stage: 'acting',
      actions: [anAction(first), anAction({ id: 'action-2', ...second })],
      messages: [both],
    });
  const left = (review: Review) => {
    const still = stillToSay(review, both, aSchool(), TODAY);
    return still && [still.about, ...(still.also ?? [])];
  };

  it('says what of them is still to be done and theirs; with none of it, nothing', () => {
    const elsewhere = { owner: ASSISTANT };
    expect(left(with_({}, {}))).toEqual(['action-1', 'action-2']);
    expect(left(with_(elsewhere, {}))).toEqual(['action-2']);
    expect(left(with_({}, elsewhere))).toEqual(['action-1']);
    expect(left(with_(elsewhere, elsewhere))).toBeUndefined();
  });

  it('leaves out what a later message says again', () => {
    const review = with_({}, {});
    const again = aMessage({ key: 'later', kind: 'action-given', to: TEACHER, about: 'action-2' });
    expect(left({ ...review, messages: [both, again] })).toEqual(['action-1']);
  });

  it('counts as told of each of them', () => {
    const review = with_({}, { owner: ASSISTANT });
    const passed = aMessage({ key: 'passed', kind: 'action-passed-on', to: TEACHER, about: 'action-2' });
    const wanted = (is: PendingMessage['state']) =>
      stillWanted({ ...review, messages: [{ ...both, state: is }, passed] }, passed, aSchool(), TODAY);
    expect(wanted({ is: 'sent', at: '2026-11-10T10:00:00.000Z' })).toBe(true);
    expect(wanted({ is: 'waiting', tries: 0 })).toBe(false);
  });
});

describe('a meeting that was opened, and may be closed again', () => {
  const told = (is: 'sent' | 'waiting') =>
    aMessage({
      kind: 'meeting-set',
      to: TEACHER,
      state: is === 'sent' ? { is, at: '2026-11-10T10:00:00.000Z' } : { is, tries: 0 },
    });
  const opened = { ...invited(TEACHER), stage: 'meeting' } as const;
  const noted = { ...opened, agendaNotes: [], actions: [anAction()] };
  const wanted = (review: Review, is: 'sent' | 'waiting') =>
    stillWanted({ ...review, messages: [told(is)] }, told(is), aSchool(), TODAY);

  it('leaves what those invited were told as it stands, until something is recorded in it', () => {
    expect(
      wanted(
        { ...opened, actions: [], provision: [], targetReviews: [], newTargets: [], disagreements: [] },
        'sent',
      ),
    ).toBe(true);
    expect(wanted(noted, 'sent')).toBe(false);
  });

  it('and tells nobody of it anew', () => {
    expect(
      wanted(
        { ...opened, actions: [], provision: [], targetReviews: [], newTargets: [], disagreements: [] },
        'waiting',
      ),
    ).toBe(false);
  });
});
