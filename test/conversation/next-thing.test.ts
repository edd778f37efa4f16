import { describe, expect, it } from 'vitest';
import type { Review, Stage } from '../../src/domain/review/review.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceRequest,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, aTalkAbout, textOf, titlesOf } from './talk.ts';

const NOTHING = 'Nothing is waiting on you.';
const answered = {
  revision: 1,
  answer: { at: '2026-11-09T09:00:00.000Z', late: false, said: 'nothing-to-add' } as const,
};
const oneAnswered: Partial<Review> = {
  evidence: [anEvidenceRequest(answered), anEvidenceRequest({ who: ASSISTANT })],
};

/** What “mine” says to whom at which stage: the first thing, and its button; nothing where there is none. */
const FIRST: readonly [string, Stage, Partial<Review>, string, string?, string?][] = [
  ['the SENCO plans', 'preparing', {}, SENCO, 'Set the meeting, and ask for evidence', 'Set the meeting'],
  ['colleagues wait for the plan', 'preparing', {}, TEACHER],
  ['a colleague who is asked answers', 'gathering', {}, TEACHER, 'Give your evidence', 'Give your evidence'],
  ['one who has answered is done', 'gathering', oneAnswered, TEACHER],
  ['the other still owes', 'gathering', oneAnswered, ASSISTANT, 'Give your evidence', 'Give your evidence'],
  ['nobody else is bothered', 'gathering', {}, BYSTANDER],
  ['leaders owe nothing', 'gathering', {}, LEADER],
  ['the SENCO gathers views', 'gathering', {}, SENCO, 'Record the parents’ or carers’ views', 'Record them'],
  [
    'with all in, the SENCO holds the meeting',
    'gathering',
    { parentViews: parentViews(), pupilViews: pupilViews() },
    SENCO,
    'Hold the meeting',
    'Open the meeting',
  ],
  ['the SENCO decides', 'meeting', {}, SENCO, 'Decide the outcome', 'Go to the agenda'],
  ['an owner is not bothered with a draft', 'meeting', { actions: [anAction()] }, TEACHER],
  ['an owner acts', 'acting', {}, TEACHER, 'Your action', 'Done'],
  ['the SENCO waits', 'acting', {}, SENCO],
  [
    'the SENCO finds an owner',
    'acting',
    { actions: [anAction({ disowned: { at: '2026-11-30T12:00:00.000Z', why: 'No' } })] },
    SENCO,
    'Find a new owner for an action',
    'Find a new owner',
  ],
  ['all is done', 'closed', {}, TEACHER],
  ['all is done for the SENCO too', 'closed', {}, SENCO],
  ['a cancelled review wants nothing', 'cancelled', {}, SENCO],
];

describe('what waits on me', () => {
  it.each(FIRST)('%s (%s)', async (_why, stage, review, who, what, button) => {
    const talk = await aTalkAbout({ stage, ...review });
    const reply = await talk.says(who, 'review');
    if (!what || !button) return expect(textOf(reply)).toContain(NOTHING);
    expect(textOf(reply)).toContain(what);
    expect(titlesOf(reply)[0]).toBe(button);
    const next = await talk.presses(who, reply, button);
    expect(textOf(next)).not.toMatch(/isn’t one of yours|can’t be done now/);
  });

  it('of a SENCO who has left comes to another of the school', async () => {
    const next = { email: 'nia.next@oakfield.example', name: 'Nia Next', role: 'senco' as const };
    const staff = STAFF.map((one) => (one.email === SENCO ? { ...one, left: '2026-11-01' } : one));
    const talk = await aTalkAbout({}, { schools: [aSchool({ staff: [...staff, next] })] });
    const reply = await talk.says(next.email, 'mine');
    expect(textOf(reply)).toContain('Hold the meeting');
    expect(textOf(await talk.presses(next.email, reply, 'Open the meeting'))).toContain('Before you open');
  });

  it('in two schools is one list, that says which school', async () => {
    const here = aSchool();
    const elm = aSchool({ id: 'elm', name: 'Elm School', staff: STAFF });
    const there = aPupil({ id: 'elm-p1', schoolId: 'elm', firstName: 'Ben', lastName: 'Elmer' });
    const talk = await aTalk({
      schools: [here, elm],
      pupils: [aPupil(), there],
      reviews: [aReview(), aReview({ id: 'review-2', schoolId: 'elm', pupilId: 'elm-p1', ref: 'B2C3' })],
    });
    const text = textOf(await talk.says(TEACHER, 'mine'));
    expect(text).toMatch(/Ada Example[\s\S]*Oakfield School/);
    expect(text).toMatch(/Ben Elmer[\s\S]*Elm School/);
  });

  it('is paged, and never cut silently', async () => {
    const actions = Array.from({ length: 20 }, (_, at) =>
      anAction({ id: `a${at}`, what: `Thing number ${at}.` }),
    );
    const talk = await aTalkAbout({ stage: 'acting', actions });
    const pages = [await talk.says(TEACHER, 'mine')];
    for (let page = pages[0]; page && titlesOf(page).includes('Next page'); page = pages.at(-1)) {
      pages.push(await talk.presses(TEACHER, page, 'Next page'));
    }
    expect(pages).toHaveLength(3);
    expect(textOf(pages[1] as never)).toContain('Showing 9–16 of 20.');
    for (let at = 0; at < 20; at++) {
      expect(pages.filter((page) => textOf(page).includes(`Thing number ${at}.`))).toHaveLength(1);
    }
    const back = await talk.presses(TEACHER, pages[2] as never, 'Previous page');
    expect(back).toEqual(pages[1]);
  });
});

describe('how a review stands', () => {
  it.each([
    ['preparing', SENCO, 'How the review stands', 'Set the meeting'],
    ['gathering', SENCO, 'How the review stands', 'Open the meeting'],
    ['meeting', SENCO, 'Agenda of the review meeting', 'Decide the outcome'],
    ['acting', SENCO, 'How the review stands', 'See the record'],
    ['closed', SENCO, 'How the review stands', 'See the record'],
    ['gathering', LEADER, 'How the review stands', undefined],
    ['meeting', LEADER, 'Agenda of the review meeting', 'What was gathered'],
    ['acting', LEADER, 'How the review stands', 'See the record'],
    ['gathering', TEACHER, 'Your evidence', 'Give your evidence'],
    ['meeting', TEACHER, 'Your evidence', 'Give your evidence'],
    ['acting', TEACHER, 'Record of the review', undefined],
    ['closed', ASSISTANT, 'Record of the review', undefined],
  ] as const)('%s, to %s, is “%s”, and offers “%s”', async (stage, who, title, button) => {
    const talk = await aTalkAbout({ stage });
    const reply = await talk.says(who, 'review status Ada');
    expect(textOf(reply)).toContain(title);
    if (button) expect(titlesOf(reply)).toContain(button);
    for (const each of new Set(titlesOf(reply))) {
      const next = await talk.presses(who, reply, each);
      expect(textOf(next), each).not.toMatch(/isn’t one of yours/);
    }
  });

  it('lets leaders look at everything, and do nothing', async () => {
    for (const stage of ['preparing', 'gathering', 'meeting', 'acting', 'closed'] as const) {
      const talk = await aTalkAbout({ stage });
      const reply = await talk.says(LEADER, 'status Ada');
      for (const each of new Set(titlesOf(reply))) await talk.presses(LEADER, reply, each);
      expect(talk.commits()).toBe(0);
    }
  });

  it('is that of the newest review that was not cancelled', async () => {
    const talk = await aTalk({
      reviews: [
        aReview({ stage: 'closed', id: 'r1', ref: 'OLD1' }),
        aReview({ stage: 'gathering', id: 'r2', ref: 'NEW2', startedAt: '2027-01-10T09:00:00.000Z' }),
        aReview({ stage: 'cancelled', id: 'r3', ref: 'OFF3', startedAt: '2027-01-11T09:00:00.000Z' }),
      ],
    });
    expect(textOf(await talk.says(SENCO, 'status Ada'))).toContain('NEW2');
  });
});
