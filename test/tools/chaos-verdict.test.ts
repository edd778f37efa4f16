import { describe, expect, it } from 'vitest';
import type { Person } from '../../tools/chaos-school.ts';
import { hasEveryFault, isFaultless, judge, type Taken, type Wanted } from '../../tools/chaos-verdict.ts';

const MONDAY = '2026-11-02';
const TUESDAY = '2026-11-03';
const SAM: Person = { id: 'slack001', chat: 'slack' };
const TIM: Person = { id: 'teams001', chat: 'teams' };

const wantedOn = (day: string, ...people: readonly Person[]): Wanted[] => people.map((to) => ({ to, day }));

/** What a chat takes when a digest is sent as it should be. */
function digestOf({ id, chat }: Person, day: string, given: Partial<Taken> = {}): Taken {
  const key = chat === 'slack' ? { key: `${day}.${id}` } : {};
  return { chat, to: id, day, ...key, text: `{"text":"Task of ${id} by ${day}."}`, ...given };
}

const sent = () => 'sent';
const unconfirmed = () => 'unconfirmed';
const none = { slack: 0, teams: 0 };

describe('the verdict on a chaos run', () => {
  it('given each digest taken once, finds nothing', () => {
    const wanted = [...wantedOn(MONDAY, SAM, TIM), ...wantedOn(TUESDAY, SAM, TIM)];
    const taken = wanted.map(({ to, day }) => digestOf(to, day));

    const verdict = judge(wanted, taken, sent);

    expect(verdict).toEqual({
      wanted: 4,
      inTeams: 2,
      taken: 4,
      lost: none,
      duplicates: none,
      unconfirmed: none,
      arrived: 0,
      astray: 0,
    });
    expect(isFaultless(verdict)).toBe(true);
    expect(hasEveryFault(verdict)).toBe(false);
  });

  it('given a run in which nothing was wanted, is not content', () => {
    expect(isFaultless(judge([], [], sent))).toBe(false);
  });

  it.each([SAM, TIM])(
    'given a digest that $chat never took, finds it lost, whatever the bot says',
    (person) => {
      for (const ending of ['sent', 'dropped', 'undeliverable', 'waiting', undefined]) {
        const verdict = judge(wantedOn(MONDAY, person), [], () => ending);
        expect(verdict.lost).toEqual({ ...none, [person.chat]: 1 });
        expect(isFaultless(verdict)).toBe(false);
      }
    },
  );

  it('given a day on which nothing was taken, is not misled by the other day', () => {
    const wanted = [...wantedOn(MONDAY, TIM), ...wantedOn(TUESDAY, TIM)];
    expect(judge(wanted, [digestOf(TIM, MONDAY)], sent).lost).toEqual({ slack: 0, teams: 1 });
  });

  it('given an unconfirmed digest, counts it; in Teams it is not lost, in Slack it is if it never arrived', () => {
    const verdict = judge(wantedOn(MONDAY, SAM, TIM), [], unconfirmed);
    expect(verdict.unconfirmed).toEqual({ slack: 1, teams: 1 });
    expect(verdict.arrived).toBe(0);
    expect(verdict.lost).toEqual({ slack: 1, teams: 0 });
  });

  it('given few digests that are unconfirmed and never arrived, is content; given many, it is not', () => {
    const people = Array.from({ length: 8 }, (_, n): Person => ({ id: `teams00${n}`, chat: 'teams' }));
    const wanted = wantedOn(MONDAY, ...people);
    const verdictWithout = (count: number) => {
      const arrived = people.slice(count);
      const taken = arrived.map((person) => digestOf(person, MONDAY));
      return judge(wanted, taken, ({ to }) => (arrived.includes(to) ? 'sent' : 'unconfirmed'));
    };
    expect(isFaultless(verdictWithout(2))).toBe(true);
    expect(isFaultless(verdictWithout(3))).toBe(false);
  });

  it('given an unconfirmed digest that was taken, says that it arrived', () => {
    const verdict = judge(wantedOn(MONDAY, TIM), [digestOf(TIM, MONDAY)], unconfirmed);
    expect(verdict).toMatchObject({ unconfirmed: { slack: 0, teams: 1 }, arrived: 1, lost: none });
    expect(isFaultless(verdict)).toBe(true);
  });

  it.each([SAM, TIM])('given a digest that $chat took three times, finds two duplicates', (person) => {
    const digest = digestOf(person, MONDAY);
    const verdict = judge(wantedOn(MONDAY, person), [digest, digest, digest], sent);
    expect(verdict.duplicates).toEqual({ ...none, [person.chat]: 2 });
    expect(isFaultless(verdict)).toBe(false);
  });

  it('given two digests of one day with different keys in Slack, finds a duplicate', () => {
    const taken = [digestOf(SAM, MONDAY), digestOf(SAM, MONDAY, { key: 'another' })];
    expect(judge(wantedOn(MONDAY, SAM), taken, sent).duplicates.slack).toBe(1);
  });

  it('given one key on two days in Slack, finds a duplicate', () => {
    const wanted = [...wantedOn(MONDAY, SAM), ...wantedOn(TUESDAY, SAM)];
    const taken = [digestOf(SAM, MONDAY), digestOf(SAM, TUESDAY, { key: digestOf(SAM, MONDAY).key ?? '' })];
    expect(judge(wanted, taken, sent).duplicates.slack).toBe(1);
  });

  it('given a message that speaks of what somebody else is to do, finds it astray', () => {
    const both = `${digestOf(TIM, MONDAY).text} ${digestOf(SAM, MONDAY).text}`;
    const verdict = judge(wantedOn(MONDAY, TIM), [digestOf(TIM, MONDAY, { text: both })], sent);
    expect(verdict.astray).toBe(1);
    expect(isFaultless(verdict)).toBe(false);
  });

  it('given a message that does not speak of what is to be done that day, finds it astray', () => {
    const yesterdays = digestOf(TIM, TUESDAY, { text: digestOf(TIM, MONDAY).text });
    expect(judge(wantedOn(TUESDAY, TIM), [yesterdays], sent).astray).toBe(1);
  });

  it('given messages to a SENCO, who may be told of everybody and more than once, minds only a key taken twice', () => {
    const told = (key: string): Taken => digestOf(SAM, MONDAY, { to: 'senco', key });
    const wanted = wantedOn(MONDAY, SAM);
    const taken = [digestOf(SAM, MONDAY)];
    expect(isFaultless(judge(wanted, [...taken, told('a'), told('b')], sent))).toBe(true);
    expect(judge(wanted, [...taken, told('a'), told('a')], sent).duplicates.slack).toBe(1);
  });

  it('given losses and duplicates in both chats, and only then, says that every fault was found', () => {
    const people = [SAM, TIM, { id: 'slack002', chat: 'slack' }, { id: 'teams002', chat: 'teams' }] as const;
    const wanted = wantedOn(MONDAY, ...people);
    const taken = [SAM, SAM, TIM, TIM].map((person) => digestOf(person, MONDAY));
    expect(hasEveryFault(judge(wanted, taken, sent))).toBe(true);
    expect(hasEveryFault(judge(wanted, taken.slice(1), sent))).toBe(false);
    expect(hasEveryFault(judge(wanted.slice(0, 3), taken, sent))).toBe(false);
  });
});
