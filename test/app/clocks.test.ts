import { describe, expect, it } from 'vitest';
import { moveThrough, openingTime, shiftedClock } from '../../src/app/clocks.ts';
import { aSchool } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';

const school = aSchool();

describe('a made-up school is opened', () => {
  it.each([
    ['now, on a school day', '2026-11-10T10:00:00.000Z', '2026-11-10T10:00:00.000Z'],
    [
      'half an hour into the next morning, in the evening',
      '2026-11-10T19:00:00.000Z',
      '2026-11-11T08:30:00.000Z',
    ],
    ['on Monday, at a weekend', '2026-11-14T12:00:00.000Z', '2026-11-16T08:30:00.000Z'],
    ['by the school’s own clock, in summer', '2026-07-01T00:00:00.000Z', '2026-09-02T07:30:00.000Z'],
    ['after half-term', '2026-10-27T10:00:00.000Z', '2026-11-02T08:30:00.000Z'],
  ])('%s', (_when, now, opens) => {
    expect(openingTime(school, now)).toBe(opens);
  });
});

describe('a clock that was set', () => {
  it('goes on from there', () => {
    const clock = shiftedClock('2026-11-10T10:00:00.000Z');
    const ahead = () => Date.parse(clock.now()) - Date.parse('2026-11-10T10:00:00.000Z');
    expect(ahead()).toBeGreaterThanOrEqual(0);
    expect(ahead()).toBeLessThan(5000);
    clock.set('2027-01-01T00:00:00.000Z');
    expect(clock.now().slice(0, 10)).toBe('2027-01-01');
  });
});

describe('moving on', () => {
  it('stops on every school morning on the way, and on no other', async () => {
    const clock = testClock('2026-11-12T15:00:00.000Z');
    const settled: string[] = [];
    await moveThrough(clock, '2026-11-17T15:00:00.000Z', school, async () => void settled.push(clock.now()));
    expect(settled).toEqual([
      '2026-11-13T08:00:00.000Z',
      '2026-11-16T08:00:00.000Z',
      '2026-11-17T08:00:00.000Z',
      '2026-11-17T15:00:00.000Z',
    ]);
  });

  it('stops once on a school morning that is moved to', async () => {
    const clock = testClock('2026-11-12T15:00:00.000Z');
    const settled: string[] = [];
    await moveThrough(clock, '2026-11-13T08:00:00.000Z', school, async () => void settled.push(clock.now()));
    expect(settled).toEqual(['2026-11-13T08:00:00.000Z']);
  });
});
