import { describe, expect, it } from 'vitest';
import { toMessage, toModal } from '../../src/channels/slack/translate.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { type Digest, digestId } from '../../src/domain/nudges/digest.ts';
import type { MessageKind, PendingMessage } from '../../src/domain/nudges/message.ts';
import type { LaRequest, Review } from '../../src/domain/review/review.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import { buttonsOf, ourWordsOf, validateAdaptive } from '../support/adaptive.ts';
import { anAnnualReview, anEhcpPupil, annualAt } from '../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  aMessage,
  anAction,
  anEvidenceRequest,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  parentViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { AT } from '../support/deciding.ts';
import { memoryStore } from '../support/memory-store.ts';
import { checkMessage, checkModal } from '../support/slack-block-kit.ts';
import { aTalkAbout, textOf } from './talk.ts';

const onRequest = (given: Partial<LaRequest> = {}) =>
  aReview({
    stage: 'acting',
    requests: [{ kind: 'top-up', owner: ASSISTANT, sendBy: '2026-12-11', notes: [], ...given }],
  });
const by = { by: SENCO, at: '2026-11-30T12:00:00.000Z', why: 'Moved' };
const moved = (to: string) => ({ ...by, from: '2026-12-04', to });
const said = { at: '2026-11-09T09:00:00.000Z', late: false, said: 'nothing-to-add' } as const;

interface Told {
  /** Something the card says, and a button it has, if it has one. */
  readonly says: string;
  readonly button?: string;
  readonly to: PersonId;
  readonly about?: string;
  readonly wanted: Review;
  /** The same review, in which it is no longer wanted. */
  readonly unwanted: Review;
}

const onAction = (given: Parameters<typeof anAction>[0]) =>
  aReview({ stage: 'acting', actions: [anAction(given), anAction({ id: 'action-2' })] });
const allDone = aReview({ stage: 'acting', actions: [aDoneAction(), anAction({ id: 'action-2' })] });

const inviting = (who: PersonId) =>
  aReview({ meeting: { date: '2026-11-24', time: '14:30', invitees: [{ kind: 'staff', who }] } });

function calledOff(): Review {
  const { meeting, ...review } = aReview();
  if (!meeting) throw new Error('the builders set a meeting');
  const off = { ...by, ...meeting, was: 'called-off' } as const;
  return { ...review, earlierMeetings: [{ ...off, why: 'Their mother is ill' }] };
}

const HELD_UP = { ...by, is: 'not-yet', why: 'The room is taken', next: '2026-12-07' } as const;
const onSupport = (given: Parameters<typeof aProvision>[0] = {}) =>
  aReview({ stage: 'closed', provision: [aProvision(given)] });

const KINDS: Readonly<Record<MessageKind, Told>> = {
  'evidence-request': {
    says: 'Give your evidence',
    button: 'Send my evidence',
    to: TEACHER,
    wanted: aReview(),
    unwanted: aReview({ evidence: [anEvidenceRequest({ revision: 1, answer: said })] }),
  },
  'meeting-set': {
    says: 'It is on Tue 24 Nov 2026 at 14:30',
    to: LEADER,
    wanted: inviting(LEADER),
    unwanted: inviting(SENCO),
  },
  'meeting-moved': {
    says: 'It is now on Tue 24 Nov 2026 at 14:30',
    to: TEACHER,
    wanted: aReview(),
    unwanted: aReview({ stage: 'meeting' }),
  },
  'meeting-called-off': {
    says: 'The meeting of Tue 24 Nov 2026 at 14:30 will not be held then. You will hear of a new day.',
    to: TEACHER,
    wanted: calledOff(),
    unwanted: aReview(),
  },
  'meeting-without-you': {
    says: 'is held without you. Nothing more is wanted of you for it.',
    to: LEADER,
    wanted: inviting(SENCO),
    unwanted: inviting(LEADER),
  },
  'no-longer-asked': {
    says: 'Your evidence is not asked for any more. Nothing more is wanted of you for it.',
    to: TEACHER,
    wanted: { ...inviting(SENCO), evidence: [] },
    unwanted: inviting(SENCO),
  },
  'la-decided': {
    says: 'Amend the plan: letter of Fri 18 Dec 2026. Until the amended plan comes, the plan as it is goes on.',
    button: 'See the record',
    to: TEACHER,
    wanted: anAnnualReview({ stage: 'acting', annual: annualAt('closed') }),
    unwanted: anAnnualReview({ stage: 'acting' }),
  },
  'all-answered': {
    says: 'All the evidence you asked for is in.',
    button: 'How the review stands',
    to: SENCO,
    wanted: aReview({ evidence: [anEvidenceRequest({ revision: 1, answer: said })] }),
    unwanted: aReview(),
  },
  record: {
    says: 'What was agreed, and who does what by when.',
    to: TEACHER,
    wanted: aReview({ stage: 'acting' }),
    unwanted: aReview({ stage: 'meeting' }),
  },
  'record-corrected': {
    says: 'What stood before is kept beside the correction.',
    button: 'See the record',
    to: ASSISTANT,
    wanted: aReview({ stage: 'closed' }),
    unwanted: aReview({ stage: 'closed', evidence: [] }),
  },
  'action-given': {
    says: 'The review agreed this, and it is yours.',
    button: 'Done',
    to: TEACHER,
    about: 'action-1',
    wanted: aReview({ stage: 'acting' }),
    unwanted: onAction({ owner: ASSISTANT }),
  },
  'action-passed-on': {
    says: 'You need not do anything more about it.',
    to: TEACHER,
    about: 'action-1',
    wanted: onAction({ owner: ASSISTANT }),
    unwanted: onAction({}),
  },
  'action-not-mine': {
    says: 'says that this action is not theirs.',
    button: 'Find a new owner',
    to: SENCO,
    about: 'action-1',
    wanted: onAction({ disowned: { at: by.at, why: by.why } }),
    unwanted: onAction({ owner: ASSISTANT }),
  },
  'action-cannot-be-done': {
    says: 'Moved',
    to: SENCO,
    about: 'action-1',
    wanted: onAction({ cannotBeDone: by }),
    unwanted: allDone,
  },
  'action-withdrawn': {
    says: 'Put the reading pen in the classroom',
    to: TEACHER,
    about: 'action-1',
    wanted: onAction({ withdrawn: by }),
    unwanted: onAction({ withdrawn: by, owner: ASSISTANT }),
  },
  'action-extended-again': {
    says: 'It has been moved 2 times',
    button: 'Open the action',
    to: SENCO,
    about: 'action-1',
    wanted: onAction({ extensions: [moved('2026-12-11'), moved('2026-12-18')] }),
    unwanted: allDone,
  },
  'support-given': {
    says: 'The review agreed this, and it is yours to see to. It starts on Wed 25 Nov 2026. On Wed 9 Dec 2026 you are asked',
    to: ASSISTANT,
    about: 'provision-1',
    wanted: onSupport(),
    unwanted: onSupport({ owner: TEACHER }),
  },
  'support-passed-on': {
    says: 'You are not asked about it any more.',
    to: ASSISTANT,
    about: 'provision-1',
    wanted: onSupport({ owner: TEACHER }),
    unwanted: onSupport(),
  },
  'support-ended': {
    says: 'Moved',
    to: ASSISTANT,
    about: 'provision-1',
    wanted: onSupport({ ended: by }),
    unwanted: onSupport(),
  },
  'support-not-happening': {
    says: 'The room is taken',
    button: 'Open it',
    to: SENCO,
    about: 'provision-1',
    wanted: onSupport({ happening: [HELD_UP] }),
    unwanted: onSupport({ happening: [HELD_UP, { ...HELD_UP, is: 'yes', why: '' }] }),
  },
  'request-given': {
    says: 'it is yours to send by Fri 11 Dec 2026',
    button: 'It was sent',
    to: ASSISTANT,
    about: 'top-up',
    wanted: onRequest(),
    unwanted: onRequest({ owner: TEACHER }),
  },
  'review-closed': {
    says: 'The next review is due by',
    button: 'See the record',
    to: SENCO,
    wanted: aReview({ stage: 'closed' }),
    unwanted: aReview({ stage: 'acting' }),
  },
  'review-reopened': {
    says: 'It had been closed by mistake. Something that was agreed is still to be done.',
    to: SENCO,
    wanted: aReview({ stage: 'acting', reopened: [{ by: SENCO, at: '2026-12-03T10:00:00.000Z', why: 'x' }] }),
    unwanted: aReview({
      stage: 'closed',
      reopened: [{ by: SENCO, at: '2026-12-03T10:00:00.000Z', why: 'x' }],
    }),
  },
  'review-cancelled': {
    says: 'It will not be held',
    to: TEACHER,
    wanted: aReview({ stage: 'cancelled', evidence: [anEvidenceRequest()] }),
    unwanted: aReview({ stage: 'cancelled' }),
  },
};

const pendingOf = (kind: MessageKind): PendingMessage => {
  const { to, about } = KINDS[kind];
  return aMessage({ kind, to, ...(about ? { about } : {}) });
};

async function worded(kind: MessageKind, review: Review, school: School = aSchool()) {
  const store = memoryStore();
  await store.put('schools', school);
  await store.put('pupils', aPupil());
  await store.put('pupils', anEhcpPupil());
  await store.put('reviews', review);
  return makeWording({ store, clock: testClock(AT[review.stage]) }).message(review, pendingOf(kind));
}

describe.each(Object.entries(KINDS) as [MessageKind, Told][])('the message %s', (kind, told) => {
  it('is worded for both chats, with the next step on it, and names nobody on a locked phone', async () => {
    const message = await worded(kind, told.wanted);
    if (!message) throw new Error('nothing to say');
    validateAdaptive(message.card);
    checkMessage(toMessage(message));
    if (message.form) checkModal(toModal(message, { origin: {} }));
    expect(textOf(message)).toContain(told.says);
    if (told.button) expect(buttonsOf(message.card).map(({ title }) => title)).toContain(told.button);
    for (const text of [message.notification, ...ourWordsOf(message.card)]) {
      expect(text).not.toMatch(/Ada\b|Example\b|Ben\b|Sample\b|Tom Teacher/);
    }
    // Why a meeting is off is nobody's business but the SENCO's.
    expect(textOf(message)).not.toContain('Their mother is ill');
    expect(message.notification).toMatch(/K7Q4/);
  });

  it('is not sent when it is no longer wanted', async () => {
    expect(await worded(kind, told.unwanted)).toBeUndefined();
  });

  it('is not sent to somebody who has left', async () => {
    const staff = STAFF.map((one) => (one.email === told.to ? { ...one, left: '2026-11-05' } : one));
    expect(await worded(kind, told.wanted, aSchool({ staff }))).toBeUndefined();
    const without = STAFF.filter(({ email }) => email !== told.to);
    expect(await worded(kind, told.wanted, aSchool({ staff: without }))).toBeUndefined();
  });

  it('is not sent when a later one says the same', async () => {
    const pending = pendingOf(kind);
    const again = { ...told.wanted, messages: [pending, { ...pending, key: 'message-2' }] };
    expect(await worded(kind, again)).toBeUndefined();
    const alone = { ...told.wanted, messages: [{ ...pending, key: 'message-0' }, pending] };
    expect(await worded(kind, alone)).toBeDefined();
  });
});

describe('the request for evidence', () => {
  it('carries its own key as the form’s token: two deliveries of it are one form', async () => {
    const message = await worded('evidence-request', KINDS['evidence-request'].wanted);
    const [send] = buttonsOf(message?.card ?? { type: 'AdaptiveCard', version: '1.5', body: [] });
    expect(send?.send).toMatchObject({ do: 'submit', form: 'evidence', once: 'message-1', revision: '0' });
  });
});

describe('the record', () => {
  const texts = async (to: PersonId) => {
    const review = aReview({
      stage: 'acting',
      parentViews: parentViews(),
      evidence: [anEvidenceRequest({ who: to })],
    });
    const store = memoryStore();
    await store.put('schools', aSchool());
    await store.put('pupils', aPupil());
    const wording = makeWording({ store, clock: testClock(AT.acting) });
    const message = await wording.message(review, aMessage({ kind: 'record', to }));
    return message
      ? { text: textOf(message), titles: buttonsOf(message.card).map(({ title }) => title) }
      : undefined;
  };

  it('holds what parents said for SENCOs and leaders only', async () => {
    expect((await texts(TEACHER))?.text).not.toContain('Reads to her brother');
    expect((await texts(LEADER))?.text).toContain('Reads to her brother');
    expect((await texts(SENCO))?.titles).toContain('Correct the record');
    expect((await texts(LEADER))?.titles).not.toContain('Correct the record');
  });
});

describe('several actions given at once', () => {
  it('are one message, in which each is done by its own button; done, it leaves the other standing', async () => {
    const talk = await aTalkAbout({
      stage: 'acting',
      actions: [anAction(), anAction({ id: 'action-2', what: 'Ring the library' })],
      messages: [aMessage({ kind: 'action-given', to: TEACHER, about: 'action-1', also: ['action-2'] })],
    });
    const words = async () => {
      const review = await talk.review();
      const [message] = review.messages;
      const show = message && (await makeWording(talk).message(review, message));
      if (!show) throw new Error('no message');
      validateAdaptive(show.card);
      checkMessage(toMessage(show));
      return show;
    };
    const given = await words();
    expect(given.notification).toBe('2 new actions for you (review K7Q4)');
    const form = await talk.presses(TEACHER, given, 'Done');
    // Below it: the other one can still be pressed.
    expect(form.kind).toBe('new');
    await talk.presses(TEACHER, form, 'It is done', { what: 'Shown', helped: 'yes' });
    const left = await words();
    expect(textOf(left)).toContain('Ring the library');
    expect(textOf(left)).not.toContain('reading pen');
  });
});

describe('the day’s digest', () => {
  const DAY = '2026-12-04';
  const digest = (to = TEACHER): Digest => ({
    id: digestId(DAY, to),
    version: 0,
    to,
    day: DAY,
    items: ['action-1', 'action-2'].map((id) => `review-1/action/${id}/tom.teacher@oakfield.example`),
    state: { is: 'waiting', tries: 0 },
  });
  const TWO: Partial<Review> = {
    stage: 'acting',
    actions: [anAction(), anAction({ id: 'action-2', what: 'Ring the library', due: '2026-12-02' })],
  };

  it('is read anew from what is due when it is sent', async () => {
    const talk = await aTalkAbout(TWO);
    talk.clock.at(DAY, '08:00');
    const wording = makeWording(talk);
    const before = await wording.digest(digest());
    if (!before) throw new Error('no digest');
    validateAdaptive(before.card);
    checkMessage(toMessage(before));
    expect(before.notification).toBe('SEND reviews: 2 things, 1 overdue');
    expect(textOf(before)).toMatch(/Ring the library[\s\S]*reading pen/);

    const done = await talk.presses(TEACHER, before, 'Done');
    await talk.presses(TEACHER, done, 'It is done', { what: 'Rang', helped: 'yes' });
    const after = await wording.digest(digest());
    expect(after && textOf(after)).not.toContain('Ring the library');
    expect(after && textOf(after)).toContain('reading pen');

    const last = await talk.presses(TEACHER, after ?? before, 'Done');
    await talk.presses(TEACHER, last, 'It is done', { what: 'Shown', helped: 'yes' });
    expect(await wording.digest(digest())).toBeUndefined();
  });

  it('is a line once there is a newer one, with nothing to press and nothing said of pressing', async () => {
    const talk = await aTalkAbout(TWO);
    const line = makeWording(talk).overtaken(digest());
    expect(textOf(line)).toContain('What was due on Fri 4 Dec 2026');
    expect(textOf(line)).not.toMatch(/Press|Ring the library|Ada/);
    expect(buttonsOf(line.card)).toEqual([]);
  });

  it('is not sent to somebody who has left, or owes nothing', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-12-01' } : one));
    const gone = await aTalkAbout(TWO, { schools: [aSchool({ staff })] });
    expect(await makeWording(gone).digest(digest())).toBeUndefined();
    const talk = await aTalkAbout(TWO);
    expect(await makeWording(talk).digest(digest(ASSISTANT))).toBeUndefined();
    expect(await makeWording(talk).digest(digest('sam.stranger@elsewhere.example'))).toBeUndefined();
  });
});

describe('a message of what two reviews give somebody', () => {
  it('says of each whose it is, for none but its reader to see, and has the buttons of each', async () => {
    const talk = await aTalkAbout(onAction({ what: 'Order the pens' }));
    const ben = aPupil({ id: 'p-ben', ref: 'B2', firstName: 'Ben' });
    await talk.store.put('pupils', ben);
    const one = await talk.review();
    const other = { ...one, id: 'r-ben', ref: 'M3N8', pupilId: ben.id };
    const give = (review: Review) => ({
      review,
      pending: aMessage({ kind: 'action-given', about: 'action-1' }),
    });
    const message = await makeWording(talk).together([give(one), give(other)]);
    if (!message) throw new Error('nothing to say');
    expect(message.notification).toBe('2 new actions for you (reviews K7Q4 and M3N8)');
    expect(textOf(message)).toMatch(/Ada Example.*Order the pens.*Ben Example.*Order the pens/s);
    const done = buttonsOf(message.card).filter(({ title }) => title === 'Done');
    expect(done.map(({ send }) => send)).toMatchObject([{ review: one.id }, { review: 'r-ben' }]);
    checkMessage(toMessage(message));
  });

  it('is of the one alone that still holds, as if it had been given alone', async () => {
    const talk = await aTalkAbout(onAction({ what: 'Order the pens' }));
    const one = await talk.review();
    const ended = { ...one, id: 'r-ended', ref: 'M3N8', actions: [] };
    const give = (review: Review) => ({
      review,
      pending: aMessage({ kind: 'action-given', about: 'action-1' }),
    });
    const words = makeWording(talk);
    const alone = give(one);
    expect(await words.together([give(ended), alone])).toEqual(await words.message(one, alone.pending));
    expect(await words.together([give(ended)])).toBeUndefined();
  });
});
