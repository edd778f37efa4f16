import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { carried } from '../presentation/forms/carried.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceRequest,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
  withSupport,
} from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const answered = (form: string) => SAMPLES[form]?.answered ?? {};
const REPEAT = 'This is already recorded. Here is how things stand.';
const SENT_BEFORE = 'This form was sent before, and what it said then is saved.';

/** Forms that could be sent again and again at their stage, each time adding something. */
const ADDS = new Set<string>(['target', 'provision', 'disagreement', 'action', 'correction']);
/** Something typed at length in the form, where there is such a thing. */
const typedIn = (form: string) => Object.entries(answered(form)).find(([, value]) => / /.test(value.trim()));

/** Forms whose second effect would show, with the review to send them in and who does. */
const ONCE: readonly [string, Partial<Review>, string, string?][] = [
  ['plan-meeting', { stage: 'preparing' }, SENCO],
  ['evidence', { ...withSupport() }, TEACHER],
  ['parent-views', {}, SENCO],
  ['pupil-views', {}, SENCO],
  ['views-not-given', {}, SENCO, 'parent'],
  ['target-review', { stage: 'meeting' }, SENCO, 'target-1'],
  ['target', { stage: 'meeting' }, SENCO],
  ['provision', { stage: 'meeting' }, SENCO],
  ['disagreement', { stage: 'meeting' }, SENCO],
  ['action', { stage: 'meeting' }, SENCO],
  ['outcome', { stage: 'meeting', targets: [], actions: [anAction()] }, SENCO],
  ['correction', { stage: 'acting' }, SENCO],
  ['action-done', { stage: 'acting' }, TEACHER, 'action-1'],
  ['action-extend', { stage: 'acting' }, TEACHER, 'action-1'],
  ['action-not-mine', { stage: 'acting' }, TEACHER, 'action-1'],
  ['action-reassign', { stage: 'acting' }, SENCO, 'action-1'],
  ['cancel', {}, SENCO],
];

/** The review without what tells one commit from several. */
const effects = ({ version: _, ...review }: Review) => ({ ...review, taken: review.taken.length });

describe.each(ONCE)('the form %s', (form, review, who, about) => {
  const data = press.submit(form, 'review-1', 'once1', about, form === 'evidence' ? 0 : undefined);
  const shown = SAMPLES[form] && carried(SAMPLES[form], 'once1');
  const send = (talk: Talk, values = answered(form)) =>
    talk.sends(who, { ...data, ...(shown && { shown }) }, values);

  it('delivered three times has one effect, and shows the result each time', async () => {
    const talk = await aTalkAbout(review);
    const first = await send(talk);
    expect(first.kind).toBe('replace');
    expect(textOf(first)).not.toContain('Not saved');
    const after = await talk.review();
    expect(after.taken).toHaveLength(1);
    for (const _ of ['again', 'and again']) {
      const repeat = await send(talk);
      expect(repeat.kind).toBe('replace');
      expect(textOf(repeat)).toContain(REPEAT);
    }
    expect(await talk.review()).toEqual(after);
    expect(talk.commits()).toBe(1);
  });

  it('delivered five times at once has one effect', async () => {
    const [alone, together] = [await aTalkAbout(review), await aTalkAbout(review)];
    await send(alone);
    const replies = await Promise.all(Array.from({ length: 5 }, () => send(together)));
    expect(replies.filter((reply) => textOf(reply).includes(REPEAT))).toHaveLength(4);
    const [one, five] = [effects(await alone.review()), effects(await together.review())];
    // Names are given in the order they are asked for, and five ask for more.
    const named = (text: string) => text.replaceAll(/"id\d+"/g, '"id"').replaceAll(/\.id\d+"/g, '.id"');
    expect(named(JSON.stringify(five))).toBe(named(JSON.stringify(one)));
  });

  it.runIf(typedIn(form))(
    'changed and sent once more has no second effect, and what was typed is kept',
    async () => {
      const talk = await aTalkAbout(review);
      await send(talk);
      const after = await talk.review();
      const [id, text] = typedIn(form) ?? ['', ''];
      const reply = await send(talk, { ...answered(form), [id]: `${text} and more of it` });
      expect(await talk.review()).toEqual(after);
      expect(textOf(reply)).not.toContain(REPEAT);
      const kept = reply.kind === 'invalid' ? standingIn(reply.show)[id] : textOf(reply);
      expect(kept).toContain('and more of it');
      expect(titlesOf(reply).length).toBeGreaterThan(0);
      if (ADDS.has(form)) expect(textOf(reply)).toContain(SENT_BEFORE);
    },
  );

  it('and its token are forgotten for somebody who has left since', async () => {
    const talk = await aTalkAbout(review);
    await send(talk);
    const school = await talk.store.get('schools', 'oakfield');
    if (!school) throw new Error('no school');
    const staff = school.staff.map((one) => (one.email === who ? { ...one, left: '2026-11-01' } : one));
    await talk.store.put('schools', { ...school, staff });
    expect(textOf(await send(talk))).toContain('Sorry, I can only talk with staff');
  });
});

describe('eight people at once', () => {
  const PEOPLE = Array.from({ length: 8 }, (_, at) => `colleague${at}@oakfield.example`);
  const school = aSchool({
    staff: [
      ...STAFF,
      ...PEOPLE.map((email, at) => ({ email, name: `Colleague ${at}`, role: 'staff' as const })),
    ],
  });
  const evidence = PEOPLE.map((who) => anEvidenceRequest({ who }));

  it('are all stored, each with what they said, and the last one tells the SENCO', async () => {
    const talk = await aTalkAbout({ ...withSupport(), evidence }, { schools: [school] });
    const replies = await Promise.all(
      PEOPLE.map((who, at) =>
        talk.sends(who, press.submit('evidence', 'review-1', `once${at}`, undefined, 0), {
          ...answered('evidence'),
          worked: `What ${who} saw`,
        }),
      ),
    );
    for (const reply of replies) expect(textOf(reply)).toContain('Thank you. Your evidence is saved');
    const review = await talk.review();
    for (const { who, answer, revision } of review.evidence) {
      expect(answer?.said).toMatchObject({ worked: `What ${who} saw` });
      expect(revision).toBe(1);
    }
    expect(review.messages.filter(({ kind }) => kind === 'all-answered')).toHaveLength(1);
    expect(review.history).toHaveLength(8);
  });

  it('adding to the meeting’s notes all keep theirs', async () => {
    const talk = await aTalkAbout({ ...withSupport(), stage: 'meeting' }, { schools: [school] });
    const add = (at: number) =>
      talk.sends(SENCO, press.submit('disagreement', 'review-1', `once${at}`), {
        who: `P${at}`,
        words: 'Too little',
      });
    await Promise.all(Array.from({ length: 8 }, (_, at) => add(at)));
    const { disagreements } = await talk.review();
    expect(disagreements.map(({ who }) => who).sort()).toEqual([
      'P0',
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
    ]);
    expect(new Set(disagreements.map(({ id }) => id)).size).toBe(8);
  });
});

describe('two forms of one person at once', () => {
  it('are one answer; the other is kept to be sent in its place', async () => {
    const talk = await aTalkAbout({ ...withSupport(), evidence: [anEvidenceRequest()] });
    const send = (once: string, worked: string) =>
      talk.sends(TEACHER, press.submit('evidence', 'review-1', once, undefined, 0), {
        ...answered('evidence'),
        worked,
      });
    const replies = await Promise.all([send('phone', 'From the phone'), send('laptop', 'From the laptop')]);
    expect(replies.map(({ kind }) => kind).sort()).toEqual(['invalid', 'replace']);
    const [request] = (await talk.review()).evidence;
    expect(request?.revision).toBe(1);
    const kept = replies.find(({ kind }) => kind === 'invalid');
    const said = request?.answer?.said;
    const stored = said && said !== 'nothing-to-add' ? said.worked : '';
    const other = kept && standingIn(kept.show).worked;
    expect([stored, other].sort()).toEqual(['From the laptop', 'From the phone']);
  });
});

describe('the meeting', () => {
  const open = press.openMeeting('review-1', true, true);

  it('opened twice, or by two at once, is open once, and leads both on', async () => {
    const other = { email: 'sky.senco@oakfield.example', name: 'Sky Second', role: 'senco' as const };
    const talk = await aTalkAbout({ ...withSupport() }, { schools: [aSchool({ staff: [...STAFF, other] })] });
    const replies = await Promise.all([SENCO, other.email, SENCO].map((who) => talk.sends(who, open)));
    replies.push(await talk.sends(SENCO, open));
    for (const reply of replies) {
      expect(reply.kind).toBe('replace');
      expect(textOf(reply)).toMatch(/Agenda of the review meeting|The meeting is open\./);
    }
    const { history } = await talk.review();
    expect(history.filter(({ what }) => what === 'meeting-opened')).toHaveLength(1);
  });

  it('is opened only once its SENCO was told what is missing', async () => {
    const talk = await aTalkAbout(withSupport());
    const status = await talk.says(SENCO, 'status Ada');
    const missing = await talk.presses(SENCO, status, 'Open the meeting');
    expect(textOf(missing)).toContain('Before you open the meeting');
    expect(textOf(missing)).toContain('4 things are missing.');
    for (const say of ['No evidence yet from Tom Teacher.', 'The pupil’s views are not recorded']) {
      expect(textOf(missing)).toContain(say);
    }
    expect((await talk.review()).stage).toBe('gathering');
    const early = await talk.presses(SENCO, missing, 'Open the meeting anyway');
    const opened = await talk.presses(SENCO, early, 'Yes, it is held today');
    expect(textOf(opened)).toContain('The meeting is open.');
    expect((await talk.review()).stage).toBe('meeting');
  });

  it.each([LEADER, TEACHER, ASSISTANT])('is not opened by %s', async (who) => {
    const talk = await aTalkAbout(withSupport());
    expect(textOf(await talk.sends(who, open))).toContain('Only the SENCO can do this.');
    expect(talk.commits()).toBe(0);
  });

  it.each(['preparing', 'acting', 'closed', 'cancelled'] as const)('is not opened when %s', async (stage) => {
    const talk = await aTalkAbout({ ...withSupport(), stage });
    const reply = await talk.sends(SENCO, open);
    // An old “Yes, it is held today”: how the review stands takes its place, so that it is not there to press again.
    expect(reply.kind).toBe('replace');
    expect(titlesOf(reply)).not.toContain('Yes, it is held today');
    expect((await talk.review()).stage).toBe(stage);
    expect(talk.commits()).toBe(0);
  });
});

describe('the token of a form that was taken', () => {
  it('is kept with a fingerprint of what was sent, and nothing of what that says', async () => {
    const talk = await aTalk();
    const form = await talk.says(SENCO, 'start Ada');
    const taken = await talk.presses(SENCO, form, 'Set it and ask');
    expect(textOf(taken)).toContain('The meeting is set');
    const review = await talk.review('oakfield-p001.1');
    expect(review.taken[0]).toMatch(/^id\d+#[\w-]{16}$/);
    expect(JSON.stringify(review.taken)).not.toContain('Parents');
  });
});
