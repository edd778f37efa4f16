import { describe, expect, it } from 'vitest';
import { countedAs, countedBy, dueAndWhy, dueSentence } from '../../../src/domain/statute/clock-words.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';

const REPORT = 'SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176';

describe('a day of the clock in a sentence', () => {
  it('is said with its weekday, and why where that is asked: a meeting on Tuesday 21 April, the report two weeks after', () => {
    expect(dueSentence(meetingHeld('2026-04-21'), 'report', 'It is due by')).toBe(
      'It is due by Tue 5 May 2026.',
    );
    expect(dueAndWhy(meetingHeld('2026-04-21'), 'report', 'It is due by')).toBe(
      `It is due by Tue 5 May 2026 (14 days after the meeting; ${REPORT}).`,
    );
  });

  it('of what was due by a day that has passed, says that it was; on the day itself, that it is', () => {
    const said = (today: string) => dueSentence(meetingHeld('2026-04-21'), 'report', 'It is due by', today);
    expect(said('2026-05-05')).toMatch(/^It is due by Tue 5 May 2026/);
    expect(said('2026-05-06')).toMatch(/^It was due by Tue 5 May 2026/);
  });

  it('is nothing while the step has no day', () => {
    expect(dueSentence(meetingSet('2026-04-21'), 'comments', 'They have until')).toBe('');
    const amend = { decision: decision('amend', '2026-05-11'), notice: dated('2026-05-12') };
    expect(dueAndWhy(meetingHeld('2026-04-21', amend), 'comments', 'They have until')).toMatch(
      /^They have until Tue 26 May 2026 \(15 days beginning with the day of the notice; /,
    );
  });

  it('a rule is said by how it counts, with or without where it comes from', () => {
    expect(countedAs(meetingHeld('2026-04-21'), 'report')).toBe('14 days after the meeting');
    expect(countedBy(meetingHeld('2026-04-21'), 'report')).toBe(`14 days after the meeting (${REPORT})`);
  });
});
