import { describe, expect, it } from 'vitest';
import { seenScreen } from '../../src/conversation/seen.ts';
import { press } from '../../src/presentation/buttons.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { aPupil, aReview, aSchool, LEADER, SENCO, STRANGER, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, type Talk, textOf, titlesOf } from './talk.ts';

const ID = aReview().id;
const PUPIL = aPupil().id;

/** What was noted, but for whose account it is that somebody speaks by for the first time. */
const notedBy = ({ noted }: Talk) => noted.filter(({ kind }) => kind !== 'bound');

describe('what somebody is shown', () => {
  it('is one entry: who, in which chat, which screen, of whom and in which review; and no word of it', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.sends(SENCO, press.show('status', ID), {}, { channel: 'sandbox' });
    expect(notedBy(talk)).toEqual([
      {
        ...{ school: 'oakfield', at: talk.clock.now(), who: SENCO, chat: 'sandbox', kind: 'viewed' },
        ...{ what: 'show.status', pupils: [PUPIL], reviews: [ID] },
        fields: [
          ...['evidence.dueBy', 'firstName', 'kind', 'lastName', 'meeting.date', 'meeting.invitees'],
          ...['meeting.time', 'plans.kind', 'ref', 'stage'],
        ],
      },
    ]);
  });

  it('is one entry of a list, too, which names the children on it', async () => {
    const pupils = ['p1', 'p2', 'p3'].map((id, n) => aPupil({ id, ref: id, firstName: `Child${'ABC'[n]}` }));
    const talk = await aTalk({ pupils });
    await talk.says(LEADER, 'review due');
    expect(notedBy(talk)).toHaveLength(1);
    expect(notedBy(talk)[0]).toMatchObject({ who: LEADER, kind: 'viewed', what: 'due' });
    expect([...(notedBy(talk)[0]?.pupils ?? [])].sort()).toEqual(['p1', 'p2', 'p3']);
  });

  it('is no entry where it is of no child', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.says(SENCO, 'help');
    await talk.says(SENCO, 'thank you');
    expect(notedBy(talk)).toEqual([]);
  });

  it('is noted with a form that is opened, and the change that comes of it before that', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    const form = await talk.sends(TEACHER, press.form('evidence', ID));
    const first = notedBy(talk).length;
    await talk.presses(TEACHER, form, 'Nothing to add, or I don’t teach them');
    expect(
      notedBy(talk)
        .slice(0, first)
        .map(({ kind, what }) => [kind, what]),
    ).toEqual([['viewed', 'form.evidence']]);
    const then = notedBy(talk).slice(first);
    expect(then.map(({ kind }) => kind)).toEqual(['changed', 'viewed']);
    expect(then[0]).toMatchObject({
      who: TEACHER,
      pupils: [PUPIL],
      reviews: [ID],
      fields: ['evidence.answer'],
    });
  });
});

describe('what somebody is refused', () => {
  it('is noted with whose it is, though they are told nothing of it', async () => {
    const talk = await aTalkAbout({ stage: 'preparing', evidence: [] });
    await talk.sends(TEACHER, press.show('status', ID));
    expect(notedBy(talk)).toMatchObject([
      { who: TEACHER, kind: 'refused', what: 'show.status:not-theirs', pupils: [PUPIL], reviews: [ID] },
    ]);
  });

  it('is noted where it can’t be done now, with the reason’s name', async () => {
    const talk = await aTalkAbout({ stage: 'closed', closedAt: '2026-11-09T10:00:00.000Z' });
    await talk.sends(SENCO, press.openMeeting(ID, false));
    expect(notedBy(talk)).toMatchObject([{ who: SENCO, kind: 'refused', pupils: [PUPIL] }]);
    expect(notedBy(talk)[0]?.what).toMatch(/^open-meeting:[a-z-]+$/);
  });

  it('is noted where a review can’t be started, with the reason’s name and whose it would be', async () => {
    const talk = await aTalk({ pupils: [aPupil({ plans: [] })] });
    expect(textOf(await talk.says(SENCO, 'review start Ada'))).toContain('can’t be started');
    const entry = { who: SENCO, kind: 'refused', what: 'start:kind-not-supported', pupils: [PUPIL] };
    expect(notedBy(talk)).toMatchObject([entry]);
  });

  it('is noted of a stranger, by their account', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.says(STRANGER, 'review status Ada');
    expect(notedBy(talk)).toMatchObject([{ kind: 'refused', what: 'stranger', school: undefined }]);
    expect(notedBy(talk)[0]?.who).toMatch(/^sandbox\./);
  });

  it('names the child whose record they asked for by name, so that the SENCO sees who tried', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    for (const word of ['export', 'seen', 'start', 'early', 'met', 'pupil']) {
      await talk.says(TEACHER, `review ${word} Ada`);
      expect(notedBy(talk).at(-1)).toMatchObject({ who: TEACHER, kind: 'refused', pupils: [PUPIL] });
      expect(notedBy(talk).at(-1)?.what).toBe(`${word}:not-theirs`);
    }
    expect(textOf(await talk.says(SENCO, 'review seen Ada'))).toContain('Refused: export not theirs');
  });

  it('names the child whom somebody looked for who is not theirs; they are told that there is none', async () => {
    const talk = await aTalkAbout({ stage: 'preparing', evidence: [] });
    for (const [said, what] of [
      ['review status Ada', 'status'],
      ['review pupil Exam', 'pupil'],
      ['Ada Example', 'words'],
    ] as const) {
      const reply = await talk.says(TEACHER, said);
      expect(textOf(reply)).toMatch(/No such pupil|I don’t know that word/);
      expect(JSON.stringify(reply)).not.toContain(PUPIL);
      const entry = { who: TEACHER, kind: 'refused', what: `${what}:not-theirs`, pupils: [PUPIL] };
      expect(notedBy(talk).at(-1)).toMatchObject(entry);
    }
    expect(JSON.stringify(notedBy(talk))).not.toMatch(/Ada|Exam/);
  });

  it('is how many children a few letters mean, where they are many; and nothing where they mean nobody', async () => {
    const many = Array.from({ length: 11 }, (_, n) =>
      aPupil({ id: `p${n}`, ref: `R${n}`, lastName: 'Moss' }),
    );
    const talk = await aTalk({ pupils: many });
    await talk.says(TEACHER, 'review status Zebedee');
    expect(notedBy(talk)).toEqual([]);
    await talk.says(TEACHER, 'review status Mos');
    expect(notedBy(talk)).toHaveLength(1);
    expect(notedBy(talk)[0]).toMatchObject({ kind: 'refused', what: 'status:not-theirs', count: 11 });
    expect(notedBy(talk)[0]?.pupils).toBeUndefined();
  });

  it('has no word of a forged button', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.sends(SENCO, { do: 'Ada was hit', review: ID });
    await talk.sends(SENCO, { do: 'form', form: 'Ada was hit', review: ID });
    await talk.sends(SENCO, { do: 'show', screen: 'Ada was hit', review: ID });
    expect(JSON.stringify(notedBy(talk))).not.toContain('hit');
  });
});

describe('“review seen PUPIL”', () => {
  it('says to a SENCO who has looked and what they did, newest first, ten a page', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    for (let n = 0; n < 11; n++) await talk.sends(LEADER, press.show('status', ID));
    const seen = await talk.says(SENCO, 'review seen Ada');
    expect(textOf(seen).match(/Looked at: show status/g)).toHaveLength(10);
    expect(textOf(seen)).toContain('Lee Leader');
    const next = await talk.presses(SENCO, seen, 'Next page');
    // What they have just looked at themselves is there by now.
    expect(textOf(next).match(/Looked at: show status/g)).toHaveLength(2);
    expect(titlesOf(next)).toContain('Previous page');
    expect(notedBy(talk).at(-1)).toMatchObject({ who: SENCO, kind: 'viewed', what: 'seen', pupils: [PUPIL] });
  });

  it('says so where something of it was changed since it was written', async () => {
    const pupil = aPupil();
    const audit = { ofPupil: async () => ({ entries: [], hasMore: false, notAsWritten: 2 }) };
    const person = { email: SENCO, name: 'Mel Senco', places: [] };
    const card = await seenScreen(
      { audit: { ...NO_AUDIT, ...audit } } as unknown as Parameters<typeof seenScreen>[0],
      { person, pupil, school: aSchool() } as unknown as Parameters<typeof seenScreen>[1],
      1,
    );
    expect(textOf(card)).toContain('Something of this was changed since it was written');
  });

  it('is refused to everybody else, and that is noted', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    for (const who of [LEADER, TEACHER]) {
      const reply = textOf(await talk.says(who, 'review seen Ada'));
      expect(reply).toContain('Only a SENCO sees who has looked');
      expect(notedBy(talk).at(-1)).toMatchObject({ who, kind: 'refused', what: 'seen:not-theirs' });
    }
  });
});
