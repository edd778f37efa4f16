import { describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { inputsOf } from '../../src/presentation/render.ts';
import { Conflict } from '../../src/store/store.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import {
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STRANGER,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

type Values = Readonly<Record<string, string>>;

const WEEK = 7 * 24 * 60 * 60 * 1000;

const ALREADY = 'This is already recorded. Here is how things stand.';
const SENT_BEFORE = 'This form was sent before, and what it said then is saved.';
const NOT_STORED = 'I couldn’t save that just now, and nothing has changed.';
const NOT_YOURS = 'That isn’t one of yours, so I can’t show or change it. Your SENCO can help.';

/** A form of one home: the buttons as they were sent before today, what is answered, and how things go wrong. */
interface Home {
  readonly talk: () => Promise<Talk>;
  readonly open: ActionData;
  readonly send: ActionData;
  readonly answered: Values;
  /** Other answers in the same form. */
  readonly otherwise: Values;
  /** An answer at fault, by its input. */
  readonly fault: Values;
  /** Whose form it is not, though they are of the school, and what they hear. */
  readonly others: readonly string[];
  readonly say: string;
  /** All that is kept about what the form is about. */
  readonly kept: (talk: Talk) => Promise<readonly unknown[]>;
  /** The button to how things stand. */
  readonly stands: string;
  /** A form sent after what it was about has gone, and what is said of that. */
  readonly gone: {
    readonly meanwhile: (talk: Talk) => Promise<unknown>;
    readonly send: ActionData;
    readonly values: Values;
    readonly say: string;
  };
}

const kit = { email: 'kit@elm.example', name: 'Kit Elm', role: 'senco' as const };
const schools = [aSchool(), aSchool({ id: 'elm', name: 'Elm', staff: [kit] })];

const about = (form: string, more: Values, once = 'once1') => ({
  open: { do: 'form', form, ...more },
  send: { do: 'submit', form, ...more, once },
});

const review: Home = {
  ...about('disagreement', { review: 'review-1' }),
  talk: () => aTalk({ schools, reviews: [aReview({ stage: 'meeting' })], now: '2026-11-24T15:00:00.000Z' }),
  answered: { who: 'Mum', words: 'It is too little for her' },
  otherwise: { who: 'Mum', words: 'On second thoughts it is enough' },
  fault: { who: '' },
  others: [TEACHER, LEADER, BYSTANDER],
  say: NOT_YOURS,
  kept: async (talk) => [await talk.review()],
  stands: 'See how it stands',
  gone: {
    meanwhile: async (talk) => {
      const now = await talk.review();
      await talk.store.put('reviews', { ...now, targets: [] });
    },
    ...about('target-review', { review: 'review-1', about: 'target-1' }),
    values: { progress: 'met', evidence: 'She reads aloud at home' },
    say: 'What this was about is no longer there: somebody may have changed it.',
  },
};

const asked = { asker: 'parent', askedOn: '2026-11-09', why: 'He is out of class every day' };
const pupil: Omit<Home, 'answered' | 'otherwise' | 'fault'> = {
  ...about('early-review', { pupil: anEhcpPupil().id }),
  talk: () => aTalk({ schools, pupils: [anEhcpPupil()], now: '2026-11-10T10:00:00.000Z' }),
  others: [TEACHER, LEADER, BYSTANDER],
  say: NOT_YOURS,
  kept: async (talk) => [
    await talk.store.get('pupils', anEhcpPupil().id),
    ...(await talk.store.reviewsOfPupil(anEhcpPupil().id)),
  ],
  stands: 'See how it stands',
  gone: {
    meanwhile: async (talk) => {
      const now = (await talk.store.get('pupils', anEhcpPupil().id)) ?? anEhcpPupil();
      await talk.store.put('pupils', { ...now, schoolId: 'elm' });
    },
    ...about('early-review', { pupil: anEhcpPupil().id }),
    values: { ...asked, answer: 'refuse', refusal: 'A review was held in October' },
    say: NOT_YOURS,
  },
};

const away = { from: '2026-12-09', until: '2026-12-18' };
const school: Home = {
  ...about('absence', { school: 'oakfield' }),
  talk: () => aTalk({ schools, reviews: [acting()], now: '2026-12-09T10:00:00.000Z' }),
  answered: { person: TEACHER, ...away },
  otherwise: { person: TEACHER, ...away, until: '2026-12-17' },
  fault: { until: '2026-12-01' },
  others: [TEACHER, LEADER, BYSTANDER],
  say: 'Only a SENCO can say who is away',
  kept: async (talk) => [await talk.store.get('schools', 'oakfield')],
  stands: 'Who is away',
  gone: {
    meanwhile: async (talk) => {
      await talk.store.put('reviews', { ...(await talk.review()), actions: [aDoneAction()] });
    },
    ...about('bulk-reassign', { school: 'oakfield', about: TEACHER }),
    values: { to: TEACHER, due: '' },
    say: 'Nothing of theirs is open any more',
  },
};
function acting() {
  return aReview({ stage: 'acting', actions: [anAction()] });
}

const agreed = { ...asked, answer: 'agree', refusal: '' };
const refused = { ...asked, answer: 'refuse', refusal: 'A review was held in October' };
const HOMES: readonly (readonly [string, Home])[] = [
  ['a review', review],
  [
    'a pupil, refused',
    {
      ...pupil,
      answered: refused,
      otherwise: { ...refused, refusal: 'On second thoughts' },
      fault: { refusal: '' },
    },
  ],
  [
    'a pupil, agreed to',
    { ...pupil, answered: agreed, otherwise: { ...agreed, why: 'She is unhappy' }, fault: { why: '' } },
  ],
  ['a school', school],
];

/** What was typed at length, rather than chosen. */
const texts = (values: Values) => Object.values(values).filter((text) => / /.test(text));

describe.each(HOMES)('the life of a form about %s', (_, home) => {
  const { open, send, answered, otherwise } = home;
  const sends = (talk: Talk, values = answered, who = SENCO) => talk.sends(who, send, values);

  it('shown: below what is there, with a token of its own each time, and nothing is kept of that', async () => {
    const talk = await home.talk();
    const [one, two] = [await talk.sends(SENCO, open), await talk.sends(SENCO, open)];
    expect([one.kind, two.kind]).toEqual(['new', 'new']);
    expect(one.show.form?.data).toMatchObject(open);
    expect(JSON.stringify(one.show.card.actions)).not.toBe(JSON.stringify(two.show.card.actions));
    expect(talk.commits()).toBe(0);
  });

  it('sent: taken, and in the place of the form is what came of it', async () => {
    const talk = await home.talk();
    const before = await home.kept(talk);
    const reply = await sends(talk);
    expect(reply.kind).toBe('replace');
    expect(textOf(reply)).not.toMatch(/Not saved|already recorded/);
    expect(await home.kept(talk)).not.toEqual(before);
    expect(talk.commits()).toBe(1);
  });

  it('the same again, also much later: recorded already, with no second effect', async () => {
    const talk = await home.talk();
    await sends(talk);
    const after = await home.kept(talk);
    for (const _again of ['at once', 'later']) {
      const repeat = await sends(talk);
      expect(repeat.kind).toBe('replace');
      expect(textOf(repeat)).toContain(ALREADY);
      talk.clock.pass(WEEK);
    }
    expect(await home.kept(talk)).toEqual(after);
    expect(talk.commits()).toBe(1);
  });

  it('other answers under the same token: not taken, and given back under their questions', async () => {
    const talk = await home.talk();
    await sends(talk);
    const after = await home.kept(talk);
    const reply = await sends(talk, otherwise);
    expect(reply.kind).toBe('replace');
    const text = textOf(reply);
    expect(text).toContain(SENT_BEFORE);
    for (const typed of texts(otherwise)) expect(text).toContain(typed);
    expect(text).not.toContain('What you typed');
    expect(await home.kept(talk)).toEqual(after);
    expect(titlesOf(reply)).toEqual([home.stands]);
    expect(textOf(await talk.presses(SENCO, reply, home.stands))).not.toContain(NOT_YOURS);
    // Nor is it looked through for faults, to be mended for nothing.
    const faulty = await sends(talk, { ...otherwise, ...home.fault });
    expect(textOf(faulty)).toContain(SENT_BEFORE);
  });

  it('an answer at fault: said where, all that was answered kept, and taken once it is mended', async () => {
    const talk = await home.talk();
    const values = { ...answered, ...home.fault };
    const reply = await sends(talk, values);
    expect(reply.kind === 'invalid' && Object.keys(reply.errors)).toEqual(Object.keys(home.fault));
    expect(standingIn(reply.show)).toMatchObject(values);
    expect(talk.commits()).toBe(0);
    expect((await sends(talk)).kind).toBe('replace');
    expect(talk.commits()).toBe(1);
  });

  it('sent by two at once, and by a third otherwise: one is taken, and each hears what came of theirs', async () => {
    const talk = await home.talk();
    const replies = await Promise.all([sends(talk), sends(talk), sends(talk, otherwise)]);
    const heard = replies.map((reply) => {
      const text = textOf(reply);
      return text.includes(SENT_BEFORE) ? 'sent before' : text.includes(ALREADY) ? 'already' : 'taken';
    });
    expect(heard).toEqual(['taken', 'already', 'sent before']);
    for (const typed of texts(otherwise)) expect(replies[2] && textOf(replies[2])).toContain(typed);
    expect(talk.commits()).toBe(1);
  });

  it.each(['full', 'always taken by others'])(
    'the store is %s: not saved, and nothing typed is lost',
    async (why) => {
      const talk = await home.talk();
      const before = await home.kept(talk);
      if (why === 'full') talk.full();
      else talk.rejects((collection, { id }) => new Conflict(collection, id));
      const failed = await sends(talk);
      expect(failed.kind).toBe('invalid');
      expect(textOf(failed)).toContain(NOT_STORED);
      expect(standingIn(failed.show)).toMatchObject(answered);
      expect(await home.kept(talk)).toEqual(before);
      talk.emptied();
      const saved = await sends(talk);
      expect(saved.kind).toBe('replace');
      expect(textOf(saved)).not.toMatch(/Not saved|already recorded/);
      expect(talk.commits()).toBe(1);
    },
  );

  it.each(home.others)(
    'not theirs: not shown to %s; what they sent is not taken, and given back',
    async (who) => {
      const talk = await home.talk();
      const opened = await talk.sends(who, open);
      expect(opened.show.form).toBeUndefined();
      expect(textOf(opened)).toContain(home.say);
      const sent = await sends(talk, answered, who);
      expect(sent.kind).toBe('replace');
      expect(textOf(sent)).toContain('Not saved');
      expect(textOf(sent)).toContain(home.say);
      for (const typed of texts(answered)) expect(textOf(sent)).toContain(typed);
      expect(titlesOf(sent)).toEqual([]);
      expect(talk.commits()).toBe(0);
    },
  );

  it.each([kit.email, STRANGER])('not theirs: to %s of elsewhere it is not even there', async (who) => {
    const talk = await home.talk();
    const named = /Ada|Ben|Oakfield|Tom|K7Q4/;
    expect(textOf(await talk.sends(who, open))).not.toMatch(named);
    expect(textOf(await sends(talk, answered, who))).not.toMatch(named);
    expect(talk.commits()).toBe(0);
  });

  it('checked afresh when it is sent: shown to a SENCO who is none any more, it is not taken', async () => {
    const talk = await home.talk();
    await talk.sends(SENCO, open);
    const now = (await talk.store.get('schools', 'oakfield')) as School;
    const staff = now.staff.map((one) => (one.email === SENCO ? { ...one, role: 'staff' as const } : one));
    await talk.store.put('schools', { ...now, staff });
    const sent = await sends(talk);
    expect(sent.kind).toBe('replace');
    expect(textOf(sent)).toContain('Not saved');
    for (const typed of texts(answered)) expect(textOf(sent)).toContain(typed);
    expect(talk.commits()).toBe(0);
  });

  it('gone meanwhile: said, nothing kept, and nothing typed is lost', async () => {
    const { gone } = home;
    const talk = await home.talk();
    await gone.meanwhile(talk);
    const before = await home.kept(talk);
    const sent = await talk.sends(SENCO, gone.send, gone.values);
    expect(sent.kind).toBe('replace');
    expect(textOf(sent)).toContain('Not saved');
    expect(textOf(sent)).toContain(gone.say);
    for (const typed of texts(gone.values)) expect(textOf(sent)).toContain(typed);
    const opened = await talk.sends(SENCO, { ...gone.send, do: 'form' });
    expect(opened.show.form).toBeUndefined();
    expect(textOf(opened)).toContain(gone.say);
    expect(inputsOf(opened.show.card)).toEqual([]);
    expect(await home.kept(talk)).toEqual(before);
  });

  it.each([
    ['without a token', { once: '' }],
    ['with one too long to be ours', { once: 'x'.repeat(200) }],
    ['about something that is not there', { review: 'no', pupil: 'no', school: 'no' }],
  ])('forged, %s: not taken, and what was typed is given back', async (_how, forged) => {
    const talk = await home.talk();
    const reply = await talk.sends(SENCO, { ...send, ...forged }, answered);
    expect(textOf(reply)).toContain(NOT_YOURS);
    for (const typed of texts(answered)) expect(textOf(reply)).toContain(typed);
    expect(talk.commits()).toBe(0);
  });
});
