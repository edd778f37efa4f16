import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { digestCard } from '../../../src/presentation/screens/digest.ts';
import { buttonsOf, elementsOf } from '../../support/adaptive.ts';
import { SENCO } from '../../support/builders.ts';
import { all, eve, late, MONDAY, monday, mondayOfALeader, own } from './samples-monday.ts';

/** The lines of a card, each with how a person reads it; what stands on buttons is not in it. */
function linesOf({ card }: CardMessage): string[] {
  return elementsOf(card).flatMap((one) => {
    if (one.type === 'TextBlock') return [String(one.text)];
    if (one.type !== 'RichTextBlock') return [];
    return [(one.inlines as { readonly text: string }[]).map(({ text }) => text).join('')];
  });
}
const wordsIn = (lines: readonly string[]) => lines.join(' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
const titles = ({ card }: CardMessage) => buttonsOf(card).map(({ title }) => title);

describe('a Monday with twelve things about four pupils, and two about the school', () => {
  const lines = linesOf(monday);

  it('says first the one thing that matters most: the meeting of the day, and what to press', () => {
    expect(own.length + late.length).toBe(12);
    expect(lines[1]).toBe('First: hold the meeting, today. Press “Open the meeting”.');
  });

  it('fits 120 words, and loses none of it silently', () => {
    expect(wordsIn(lines)).toBeLessThanOrEqual(120);
    const shown = lines.filter((line) => / · (?!Elm)/.test(line)).length;
    const more = Number(/And (\d+) more\./.exec(lines.join('\n'))?.[1] ?? 0);
    expect(shown + more).toBe(12);
    if (more) expect(titles(monday)).toContain('What’s waiting on me');
    expect(monday.notification).toBe(
      `SEND reviews: ${own.length} things, 3 overdue, and 2 things a colleague may need a hand with, and 1 thing about the staff to look at, and the school’s terms to give`,
    );
  });

  it('names each pupil once, with what is owed for them below, and what is about the school at the end', () => {
    for (const name of ['Ben Sample', 'Cal Third', 'Dee Fourth'])
      expect(lines.filter((line) => line.includes(name))).toEqual([name]);
    expect(lines.indexOf('Dee Fourth')).toBe(2);
    const ben = lines.indexOf('Ben Sample');
    expect(lines.slice(ben + 1, ben + 3)).toEqual([
      'Send the report · 34 days late',
      'The decision: record or chase it · 20 days late',
    ]);
    const school_ = lines.findIndex((line) => line.startsWith('The terms of 2027/28'));
    expect(school_).toBeGreaterThan(lines.findIndex((line) => line.includes('may need a hand')));
  });

  it('has what is told once in any case, and few buttons', () => {
    expect(lines.filter((line) => line.includes('may need a hand with giving evidence'))).toHaveLength(2);
    expect(titles(monday).length).toBeLessThanOrEqual(8);
    expect(titles(monday)[0]).toBe('Open the meeting');
  });
});

describe('a senior leader’s Monday with twelve things that are long overdue', () => {
  it('fits 120 words, too', () => {
    const lines = linesOf(mondayOfALeader);
    expect(wordsIn(lines)).toBeLessThanOrEqual(120);
    expect(lines.join(' ')).toContain('may need a hand');
  });
});

describe('a digest of anything', () => {
  it('fits 120 words, says what it leaves out, and begins with what presses most', () => {
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.subarray(late),
        fc.integer({ min: 0, max: 3 }),
        (some, lateOnes, times) => {
          const mine = some.filter(({ obligation }) => obligation.who === SENCO);
          const owed = Array.from({ length: times }, () => mine).flat();
          const card = digestCard({ reader: SENCO, owed, late: lateOnes, today: MONDAY });
          const lines = linesOf(card);
          expect(wordsIn(lines)).toBeLessThanOrEqual(120);
          expect(titles(card).length).toBeLessThanOrEqual(8);
          const more = [...lines.join('\n').matchAll(/And (\d+) more/g)].reduce(
            (sum, [, n]) => sum + Number(n),
            0,
          );
          const shown = lines.filter((line) => line.includes(' · ')).length;
          expect(shown + more).toBe(owed.length + lateOnes.length);
        },
      ),
    );
  });

  it('says first what the law set and is longest late where no meeting is today, then what else is late', () => {
    const first = (some: readonly (typeof all)[number][]) =>
      linesOf(digestCard({ reader: SENCO, owed: some, today: MONDAY }))[1];
    const mine = all.filter(({ obligation }) => obligation.who === SENCO);
    const apart = mine.filter(({ obligation }) => obligation.kind !== 'hold-meeting');
    expect(first(apart)).toBe('First, by law: send the report, 34 days late. Press “It was sent”.');
    // One whose day has passed waits its turn with all that is overdue.
    const passed = mine.map((one) =>
      one.obligation.kind === 'hold-meeting'
        ? { ...one, obligation: { ...one.obligation, due: '2027-01-08' } }
        : one,
    );
    expect(first(passed)).toBe('First, by law: send the report, 34 days late. Press “It was sent”.');
  });

  it('with one thing says that, with all that answers it', () => {
    const [pens] = eve.filter(({ obligation }) => obligation.about === 'pens');
    const card = digestCard({ reader: SENCO, owed: pens ? [pens] : [], today: MONDAY });
    expect(linesOf(card)).toEqual([
      'What’s due',
      'Your action, today. Press “Done”.',
      'Eve Fifth',
      'Order the pens and show the class how they work · today',
    ]);
    expect(titles(card)).toEqual(['Done', 'Need more time', 'Not mine', 'Can’t be done']);
  });
});
