import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Input, Sent } from '../../../src/domain/questions/question.ts';
import { merge } from '../../../src/presentation/forms/overtaken.ts';
import { type Stored, withShown } from '../../../src/presentation/forms/prints.ts';

const base = { label: '', hint: '', needed: '', schema: () => z.string() };
const text = (id: string): Input => ({ ...base, id, kind: 'text', longest: 100, lines: 'many' });
const several = (id: string): Input => ({
  ...{ ...base, id, kind: 'choice', several: true, list: 'compact' },
  options: ['a', 'b', 'c', 'd'].map((value) => ({ value, title: value.toUpperCase() })),
});
const INPUTS = [text('name'), text('class'), several('staff')];
const stored = (values: Sent, oneThing = false): Stored => ({ inputs: INPUTS, values, behind: {}, oneThing });
const shownOf = (values: Sent) => withShown({ do: 'submit' }, stored(values), 'once1').shown;

/** What becomes of what was sent. */
const became = (shown: Sent, sent: Sent, now: Sent, oneThing = false) =>
  merge(sent, stored(now, oneThing), 'once1', shownOf(shown));

const word = fc.constantFrom('', 'Ada', 'Bea', 'Cy');
const some = fc.subarray(['a', 'b', 'c', 'd']);

describe('what was shown, what was sent and what is stored now', () => {
  it('gives the change of whoever made one, and asks where both made another', () => {
    fc.assert(
      fc.property(word, word, word, (shown, sent, now) => {
        const { values, overtaken } = became({ name: shown }, { name: sent }, { name: now });
        if (sent === shown) expect([values.name, overtaken]).toEqual([now, {}]);
        else if (now === shown || now === sent) expect([values.name, overtaken]).toEqual([sent, {}]);
        else expect([values.name, overtaken]).toEqual([sent, { name: now }]);
      }),
    );
  });

  it('brings lists together: what either added is in it, what either took out is not', () => {
    fc.assert(
      fc.property(some, some, some, (shown, sent, now) => {
        const of = (rows: readonly string[]) => ({ staff: rows.join(',') });
        const { values, overtaken } = became(of(shown), of(sent), of(now));
        const rows = (values.staff ?? '').split(',').filter(Boolean);
        const wanted = ['a', 'b', 'c', 'd'].filter((row) =>
          shown.includes(row)
            ? sent.includes(row) && now.includes(row)
            : sent.includes(row) || now.includes(row),
        );
        expect(rows.toSorted()).toEqual(wanted);
        expect(overtaken).toEqual({});
      }),
    );
  });

  it('takes an answer sent once more, after what is stored was shown', () => {
    fc.assert(
      fc.property(word, word, word, (shown, sent, now) => {
        const first = became({ name: shown }, { name: sent }, { name: now });
        const again = merge(first.values, stored({ name: now }), 'once1', first.shown);
        expect(again.overtaken).toEqual({});
        expect(again.values.name).toBe(first.values.name);
      }),
    );
  });

  it('is not moved by a chat’s line breaks, by spaces at the end, or by choices that are gone', () => {
    const shown = { name: 'One\nTwo', staff: 'a,gone' };
    const { values } = became(shown, { name: 'One \r\nTwo\r\n', staff: 'a' }, { name: 'Three', staff: 'a' });
    expect(values).toEqual({ name: 'Three', staff: 'a' });
  });

  it('asks again of one that others changed where all answers say one thing', () => {
    const shown = { name: 'Ada', class: '4A' };
    const now = { name: 'Bea', class: '4A' };
    expect(became(shown, { name: 'Ada', class: '4B' }, now, true)).toMatchObject({
      ...{ values: { name: 'Bea', class: '4B' }, overtaken: { name: 'Bea' } },
    });
    // Where the person changed nothing there is nothing to ask.
    expect(became(shown, shown, now, true)).toMatchObject({ values: now, overtaken: {} });
  });

  it('does not empty what is asked only since it was shown', () => {
    const shown = withShown(
      { do: 'submit' },
      { ...stored({ name: 'Ada' }), inputs: [text('name')] },
      'once1',
    ).shown;
    const { values } = merge({ name: 'Ada' }, stored({ name: 'Ada', class: '4A' }), 'once1', shown);
    expect(values).toEqual({ name: 'Ada', class: '4A' });
  });

  it('asks of all that is stored otherwise where the form is from before an upgrade, and carries no prints', () => {
    const unknown = (sent: Sent, now: Sent) => merge(sent, stored(now), 'once1', undefined);
    const back = unknown({ name: 'Ada', staff: 'a,b' }, { name: 'Bea', staff: 'b,c' });
    expect(back).toMatchObject({
      ...{ values: { name: 'Ada', staff: 'a,b' }, overtaken: { name: 'Bea', staff: 'B, C' }, unknown: true },
    });
    expect(unknown({ name: 'Ada ', staff: 'b,a' }, { name: 'Ada', staff: 'a,b' }).overtaken).toEqual({});
    // It carries them from then on, so that sent once more it holds.
    const again = merge(back.values, stored({ name: 'Bea', staff: 'b,c' }), 'once1', back.shown);
    expect(again).toMatchObject({ values: { name: 'Ada', staff: 'a,b' }, overtaken: {} });
  });

  it('carries another print of the same word in each form', () => {
    const print = (once: string) => withShown({ do: 'submit' }, stored({ name: 'Ada' }), once).shown;
    expect(print('once1')).not.toBe(print('once2'));
    expect(print('once1')).not.toContain('Ada');
  });
});

describe('a list that is written, a thing a line', () => {
  const LIST: Input = {
    ...text('days'),
    rows: { read: (said: string) => said.split('\n').filter(Boolean), write: (rows) => rows.join('\n') },
  } as Input;
  const listed = (values: Sent): Stored => ({ ...stored(values), inputs: [LIST] });
  const of = (...rows: readonly string[]) => ({ days: rows.join('\n') });
  const becameOf = (shown: Sent, sent: Sent, now: Sent) =>
    merge(sent, listed(now), 'once1', withShown({ do: 'submit' }, listed(shown), 'once1').shown);

  it('has what either added, and not what either took out', () => {
    const { values, overtaken } = becameOf(of('a', 'b'), of('b', 'mine'), of('a', 'b', 'hers'));
    expect(values).toEqual(of('b', 'hers', 'mine'));
    expect(overtaken).toEqual({});
  });

  it('asks which is right where both wrote one row anew: both stand, and neither is lost', () => {
    const back = becameOf(of('4 Jan', 'b'), of('5 Jan', 'b'), of('6 Jan', 'b'));
    expect(back).toMatchObject({ overtaken: of('6 Jan', 'b'), values: of('6 Jan', 'b', '5 Jan') });
    expect([...back.joined]).toEqual(['days']);
    // The person takes out the one that is wrong, and sends it again.
    const again = merge(of('5 Jan', 'b'), listed(of('6 Jan', 'b')), 'once1', back.shown);
    expect(again).toMatchObject({ values: of('5 Jan', 'b'), overtaken: {} });
  });

  it('asks where one took out what the other wrote anew', () => {
    expect(becameOf(of('a', 'b'), of('b'), of('A', 'b')).overtaken).toEqual(of('A', 'b'));
    expect(becameOf(of('a', 'b'), of('A', 'b'), of('b')).overtaken).toEqual(of('b'));
  });

  it('does not ask where both did the same', () => {
    const both = becameOf(of('a', 'b'), of('A', 'b'), of('A', 'b'));
    expect(both).toMatchObject({ values: of('A', 'b'), overtaken: {} });
    expect(becameOf(of('a', 'b'), of('b'), of('b'))).toMatchObject({ values: of('b'), overtaken: {} });
  });

  it('never loses a row that either wrote, whatever both did', () => {
    const rows = fc.subarray(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(rows, rows, rows, (shown, sent, now) => {
        const { values } = becameOf(of(...shown), of(...sent), of(...now));
        const there = (values.days ?? '').split('\n');
        for (const row of [...sent, ...now]) if (!shown.includes(row)) expect(there).toContain(row);
      }),
    );
  });
});
