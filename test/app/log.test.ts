import { describe, expect, test } from 'vitest';
import { type LogFields, makeLog } from '../../src/app/log.ts';

function aLog(level: Parameters<typeof makeLog>[0] = 'info') {
  const lines: string[] = [];
  const log = makeLog(level, { write: (line: string) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

class OddFault extends Error {
  readonly code = 'E_ODD';
}

describe('given a log', () => {
  test('when something happens, then it is one line of JSON with its time, ids, codes and counts', () => {
    const { log, lines, last } = aLog();
    log.info('message sent', {
      channel: 'teams',
      review: 'k7q4-1',
      contact: 'teams.t1.29%3A1_Ab',
      count: 2,
      ms: 31,
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(last()).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'message sent',
      channel: 'teams',
      review: 'k7q4-1',
      contact: 'teams.t1.29%3A1_Ab',
      count: 2,
      ms: 31,
    });
  });

  test('when its level is warn, then only warnings and errors are written', () => {
    const { log, lines } = aLog('warn');
    log.info('one');
    log.warn('two');
    log.error('three');
    expect(lines.map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([40, 50]);
  });

  test.each([
    'Ada Byron is anxious in maths',
    'ada@elm.example',
    'ada%40elm.example',
    'Ada%20Byron',
    'two\nlines',
    'Zoë',
    '',
    'x'.repeat(151),
  ])('when a field holds %j, then it is withheld', (text) => {
    const { log, lines, last } = aLog();
    log.warn('form refused', { code: text });
    expect(last().code).toBe('[withheld]');
    if (text) expect(lines[0]).not.toContain(text);
  });

  test('when text gets in as an event, or an object as a field, then it is withheld', () => {
    const { log, lines, last } = aLog();
    log.info('Ada Byron'.toLowerCase().concat('!') as Lowercase<string>);
    expect(last().event).toBe('[withheld]');
    log.info('form taken', { kind: { name: 'Ada' } } as unknown as LogFields);
    expect(last().kind).toBe('[withheld]');
    expect(lines.join()).not.toMatch(/ada/i);
  });
});

describe('given something thrown', () => {
  test('when it is logged, then its class, code and frames are there, and its message is not', () => {
    const { log, lines, last } = aLog();
    log.error('turn failed', { error: new OddFault('Ada Byron\n    at Ada (file:///src/byron.ts:1:2)') });
    expect(last().error).toMatchObject({ class: 'OddFault', code: 'E_ODD' });
    const { stack } = last().error as { stack: string[] };
    expect(stack.length).toBeGreaterThan(0);
    expect(stack[0]).toMatch(/^at .*log\.test\.ts(\?vitest=\d+)?:\d+:\d+\)?$/);
    expect(lines[0]).not.toMatch(/ada|byron/i);
  });

  test('when it has causes, then each is told in the same way, and a ring of them ends', () => {
    const { log, lines, last } = aLog();
    const inner = Object.assign(new TypeError('Ada'), { code: 'ENOSPC' });
    const outer = new Error('Ada', { cause: inner });
    Object.assign(inner, { cause: outer });
    log.error('not stored', { error: outer });
    expect(last().error).toMatchObject({ class: 'Error', cause: { class: 'TypeError', code: 'ENOSPC' } });
    expect(lines[0]).not.toContain('Ada');
  });

  test('when its class or code is text, then it is withheld', () => {
    const { log, lines, last } = aLog();
    log.error('turn failed', {
      error: Object.assign(new Error('x'), { name: 'Ada Byron', code: 'Ada Byron' }),
    });
    expect(last().error).toMatchObject({ class: '[withheld]', code: '[withheld]' });
    expect(lines[0]).not.toContain('Ada');
  });

  test('when its message was changed since, then neither is written', () => {
    const { log, lines } = aLog();
    const error = new Error('Ada Byron');
    error.message = 'Bo Chan';
    log.error('turn failed', { error });
    expect(lines[0]).not.toMatch(/Ada|Bo /);
  });

  test.each(['Ada Byron', { name: 'Ada' }, null])(
    'when %j is thrown, then only its type is written',
    (error) => {
      const { log, lines, last } = aLog();
      log.error('turn failed', { error });
      expect(last().error).toEqual({ class: typeof error });
      expect(lines[0]).not.toContain('Ada');
    },
  );
});

describe('given a flood of warnings that say the same', () => {
  const flooded = () => {
    const clock = { ms: 0 };
    const lines: string[] = [];
    const log = makeLog('info', { write: (line: string) => lines.push(line) }, () => clock.ms);
    for (let n = 0; n < 5_000; n += 1) log.warn('slack request refused', { code: 'signature' });
    return { clock, lines, log };
  };

  test('a hundred a minute are written, and then how many were left out', () => {
    const { clock, lines, log } = flooded();
    expect(lines).toHaveLength(100);
    clock.ms = 60_000;
    log.warn('slack request refused', { code: 'signature' });
    expect(lines).toHaveLength(102);
    expect(JSON.parse(lines[100] ?? '{}')).toMatchObject({
      event: 'slack request refused: left out',
      count: 4_900,
    });
  });

  test('other warnings, and all errors, are written as ever', () => {
    const { lines, log } = flooded();
    log.warn('message not sent');
    for (let n = 0; n < 150; n += 1) log.error('request failed');
    expect(lines).toHaveLength(251);
  });
});
