import { describe, expect, it } from 'vitest';
import type { MessageRef, Reply } from '../../src/channels/channel.ts';
import { sizeOf } from '../../src/channels/teams/render.ts';
import type { Deps } from '../../src/conversation/deps.ts';
import { partsAnswered } from '../../src/conversation/parts.ts';
import { Parts } from '../../src/conversation/parts-kept.ts';
import type { Asked } from '../../src/conversation/turn.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { inParts } from '../../src/presentation/in-parts.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { noticeCard } from '../../src/presentation/notice.ts';
import { inputsOf } from '../../src/presentation/render.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { anEvidenceRequest, aTarget, TEACHER, withSupport } from '../support/builders.ts';
import { aTalk, aTalkAbout, standingIn, type Talk, textOf } from './talk.ts';

/** As Teams has it, in bytes of UTF-16. */
const LARGEST = 76 * 1024;
const fits = (card: CardMessage) => sizeOf(card) <= LARGEST;

const LONG = 'Reads to the class. '.repeat(150).slice(0, 2990);

/** An EHC plan of six outcomes, of which a teacher was asked for all they have seen. */
const asked: Partial<Review> = {
  ...withSupport(),
  evidence: [anEvidenceRequest({ who: TEACHER })],
  targets: Array.from({ length: 5 }, (_, n) => aTarget({ id: `t${n}`, text: `Target number ${n}` })),
};

/** All there is to say, at length; but which progress they have seen at the first target. */
async function writesALot(talk: Talk) {
  const { show } = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
  const typed = Object.fromEntries(
    inputsOf(show.card).map(({ id, type, choices }) => {
      const [first] = (choices ?? []) as { value: string }[];
      return [
        String(id),
        type === 'Input.Text' && id !== 'link' ? `${id}: ${LONG}`.slice(0, 3000) : (first?.value ?? ''),
      ];
    }),
  );
  const missed =
    Object.keys(typed).find((id) => /t0/.test(id) && !typed[id]?.includes(LONG.slice(0, 9))) ?? '';
  const reply = await talk.presses(TEACHER, show, 'Send my evidence', { ...typed, [missed]: '' });
  return { reply, typed, missed };
}

const partsOf = ({ show }: Pick<Reply, 'show'>): readonly CardMessage[] => inParts(show, fits) ?? [];
const answered = async (talk: Talk) => (await talk.review()).evidence[0]?.answer?.said;
const send = (talk: Talk, part: CardMessage, typed = {}) =>
  talk.presses(TEACHER, part, 'Send this part', typed);

describe('a form that comes back too long for one card', () => {
  it('is in parts that fit, which ask all of it, once, with all that was typed in their boxes', async () => {
    const talk = await aTalkAbout(asked);
    const { reply, typed, missed } = await writesALot(talk);
    expect([reply.kind, fits(reply.show)]).toEqual(['invalid', false]);
    const parts = partsOf(reply);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(fits(part)).toBe(true);
    const standing = parts.map(standingIn);
    expect(standing.flatMap(Object.keys)).toEqual(Object.keys(standingIn(reply.show)));
    expect(Object.assign({}, ...standing)).toEqual({ ...typed, [missed]: '' });
    expect(textOf(parts[0] as CardMessage)).toContain(`Part 1 of ${parts.length}`);
    // What is at fault stands in the part that asks it, and in no other.
    const faults = parts.map((part) => buttonsOf(part.card).length);
    expect(faults.every((many) => many > 0)).toBe(true);
  });

  it('is taken once each part was sent, in whatever order; until then a part stands as it was sent', async () => {
    const talk = await aTalkAbout(asked);
    const { reply, typed, missed } = await writesALot(talk);
    const [first, ...others] = partsOf(reply);
    if (!first) throw new Error('no parts');
    for (const part of others) {
      const shown = await send(talk, part);
      expect(textOf(shown)).toContain('This part has come. It is saved once the other parts are sent, too');
      expect(standingIn(shown.show)).toEqual(standingIn(part));
    }
    expect([talk.commits(), await answered(talk)]).toEqual([0, undefined]);
    const done = await send(talk, first, { [missed]: typed[missed] });
    expect(textOf(done)).toContain('Thank you');
    expect(talk.commits()).toBe(1);
    expect(JSON.stringify(await answered(talk)).length).toBeGreaterThan(LARGEST / 2 - 10_000);
  });

  it('is taken once, however often its parts are delivered', async () => {
    const talk = await aTalkAbout(asked);
    const { reply, typed, missed } = await writesALot(talk);
    const parts = partsOf(reply);
    for (let time = 0; time < 2; time++)
      for (const part of parts) await send(talk, part, part === parts[0] ? { [missed]: typed[missed] } : {});
    expect(talk.commits()).toBe(1);
  });

  it('asks for a part once more that was sent before the bot was started anew: nothing typed is lost, nothing half taken', async () => {
    const talk = await aTalkAbout(asked);
    const { reply, typed, missed } = await writesALot(talk);
    const [first, ...others] = partsOf(reply);
    if (!first) throw new Error('no parts');
    const stands = await send(talk, first, { [missed]: typed[missed] });
    const after = await aTalk({ kept: talk.store, now: talk.clock.now() });
    for (const part of others) expect(textOf(await send(after, part))).toContain('This part has come.');
    expect(after.commits()).toBe(0);
    await send(after, stands.show);
    expect(after.commits()).toBe(1);
    expect(JSON.stringify(await answered(after))).toContain(LONG.trim());
  });

  it('was taken before: a part that is sent later says so, and gives back what it says', async () => {
    const talk = await aTalkAbout(asked);
    const { reply, typed, missed } = await writesALot(talk);
    const parts = partsOf(reply);
    for (const part of parts) await send(talk, part, part === parts[0] ? { [missed]: typed[missed] } : {});
    const after = await aTalk({ kept: talk.store, now: talk.clock.now() });
    const late = await send(after, parts[1] as CardMessage);
    expect(textOf(late)).toContain('This form was sent before, and what it said then is saved.');
    expect(after.commits()).toBe(0);
  });

  it('has the next part with what was typed in it before, where a chat shows one at a time', async () => {
    const talk = await aTalkAbout(asked);
    const { reply } = await writesALot(talk);
    const [first, ...others] = partsOf(reply);
    if (!first) throw new Error('no parts');
    const sent = await send(talk, first);
    if (sent.kind !== 'replace' || !sent.next) throw new Error('no next part');
    expect(standingIn(sent.next)).toEqual(Object.assign({}, ...others.map(standingIn)));
  });
});

describe('the earlier parts of a form, where its boxes stand in the chat', () => {
  const said = { kind: 'text', text: '' } as const;
  const at = (activity: string) => ({ activity });
  const show = noticeCard({ title: 'Evidence', say: 'Here it is.' });
  /** Two parts have come, the last of them from the card `m2`; and how that is answered. */
  function answeredBy(reply: Reply) {
    const over: string[] = [];
    const from = { channel: 'teams', tenant: 't', account: 'a', at: at('m2'), said };
    const parts = new Parts();
    parts.keep('teams/t/a/o1', { values: {}, sent: ['a', 'b'], at: [at('m1'), at('m2')] });
    const cards = {
      over: async (_: string, refs: readonly MessageRef[]) => void over.push(JSON.stringify(refs)),
    };
    const deps = { parts, cards, from } as unknown as Deps;
    return { over, reply: partsAnswered(deps, { data: { once: 'o1' } } as unknown as Asked, reply) };
  }
  const FIRST = ['[{"activity":"m1"}]'];

  it('are over once it was taken', () => {
    expect(answeredBy({ kind: 'replace', show }).over).toEqual(FIRST);
  });

  it('stay as it comes back until as many stand anew, and are over then: none holds what was typed before', async () => {
    const { over, reply } = answeredBy({ kind: 'invalid', errors: {}, show });
    expect(over).toEqual([]);
    await reply.stands?.({ first: at('m2'), others: [] });
    expect(over).toEqual([]);
    await reply.stands?.({ first: at('m2'), others: [at('m3')] });
    expect(over).toEqual(FIRST);
  });
});
