import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { readFolder } from '../../src/data-in/folder.ts';
import { NUDGE_POLICY, policyOf } from '../../src/domain/nudges/policy.ts';
import { aFolder, SCHOOL, TODAY } from './a-folder.ts';

const readWith = async (nudges: unknown) =>
  readFolder(await aFolder({ 'school.json': JSON.stringify({ ...SCHOOL, nudges }) }), TODAY);

/** The faults of a school with these settings, a line each. */
async function linesWith(nudges: unknown): Promise<readonly string[]> {
  const reading = await readWith(nudges);
  return reading.ok ? [] : reading.faults.map(describeFault);
}

/** The school with these settings, which must be right. */
async function schoolWith(nudges: unknown) {
  const reading = await readWith(nudges);
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  return reading.wanted.school;
}

describe('given no nudges in school.json', () => {
  test('then the policy is the usual one', async () => {
    const school = await schoolWith(undefined);
    expect(school).not.toHaveProperty('nudges');
    expect(policyOf({ ...school, version: 0 })).toMatchObject({ hour: '08:00', sencoAfter: 5 });
  });
});

describe('given nudges in school.json', () => {
  test('then they are kept: numbers and days in order, each once, whatever the capitals', async () => {
    const { nudges } = await schoolWith({
      hour: '08:30',
      before: [2, 10, 2],
      whileOverdue: ['friday', 'Monday', 'FRIDAY'],
      sencoAfter: 3,
      leaderAfter: 8,
    });
    expect(nudges).toEqual({
      hour: '08:30',
      before: [10, 2],
      whileOverdue: ['Monday', 'Friday'],
      sencoAfter: 3,
      leaderAfter: 8,
    });
  });

  test.each([[{}], [{ before: [] }], [{ hour: '07:00' }], [{ hour: '16:00' }], [{ sencoAfter: 9 }]])(
    'as %j, then they are taken',
    async (nudges) => {
      expect((await schoolWith(nudges)).nudges).toEqual(nudges);
    },
  );

  const hour =
    'column nudges.hour: not a time at which people can be reminded; write one from 07:00 to 16:00';
  const cases: [string, unknown, string][] = [
    ['they are no object', 'daily', 'column nudges: write { "hour": …, "before": …'],
    ['the hour is at night', { hour: '22:00' }, hour],
    ['the hour is before school', { hour: '06:59' }, hour],
    ['the hour leaves no time', { hour: '16:01' }, hour],
    ['the hour has one digit', { hour: '8:00' }, hour],
    ['the hour is a number', { hour: 8 }, hour],
    ['the hour is none', { hour: '25:00' }, hour],
    [
      'there is one number of days',
      { before: 7 },
      'column nudges.before: write a list of numbers of school days',
    ],
    [
      'a number of days is none',
      { before: [7, 0] },
      'column nudges.before[1]: write a whole number of school days from 1 to 20',
    ],
    ['a number of days is a month', { before: [21] }, 'column nudges.before[0]: write a whole number'],
    ['a number of days is half of one', { before: [1.5] }, 'column nudges.before[0]: write a whole number'],
    [
      'a number of days is in quotation marks',
      { before: ['7'] },
      'column nudges.before[0]: write a whole number',
    ],
    ['there are six', { before: [1, 2, 3, 4, 5, 6] }, 'column nudges.before: write at most 5 numbers'],
    [
      'a day is a Saturday',
      { whileOverdue: ['Saturday'] },
      'column nudges.whileOverdue[0]: not a day of the school week',
    ],
    [
      'a day is shortened',
      { whileOverdue: ['Tuesday', 'Thu'] },
      'column nudges.whileOverdue[1]: not a day of the school',
    ],
    ['there is no day', { whileOverdue: [] }, 'column nudges.whileOverdue: write at least one day'],
    [
      'there is one day and no list',
      { whileOverdue: 'Friday' },
      'column nudges.whileOverdue: write a list of days',
    ],
    [
      'the SENCO is never told',
      { sencoAfter: 0 },
      'column nudges.sencoAfter: write a whole number of school days',
    ],
    [
      'the leaders are told next year',
      { leaderAfter: 100 },
      'column nudges.leaderAfter: write a whole number',
    ],
    [
      'the leaders are told first',
      { sencoAfter: 6, leaderAfter: 6 },
      'column nudges.leaderAfter: this must be more than sencoAfter, which is 6',
    ],
    [
      'the SENCO is told after the leaders are by default',
      { sencoAfter: 12 },
      'column nudges.sencoAfter: this must be less than leaderAfter, which is 10 unless you set it too',
    ],
    [
      'the leaders are told before the SENCO is by default',
      { leaderAfter: 4 },
      'column nudges.leaderAfter: this must be more than sencoAfter, which is 5 unless you set it too',
    ],
    [
      'a key is misspelt',
      { whileoverdue: ['Monday'] },
      'column nudges.whileoverdue: this key is not known here. Did you mean "whileOverdue"?',
    ],
  ];
  test.each(cases)(
    'when %s, then nothing is imported, and one line says what to write',
    async (_, nudges, says) => {
      expect(await linesWith(nudges)).toEqual([expect.stringContaining(`school.json, ${says}`)]);
    },
  );
});

describe('docs/nudges.md', () => {
  test('shows the policy as it is, in settings that are taken', async () => {
    const page = await readFile('docs/nudges.md', 'utf8');
    const [, shown = ''] = /```json\n"nudges": ([\s\S]*?)```/.exec(page) ?? [];
    expect(JSON.parse(shown)).toEqual(NUDGE_POLICY);
    expect((await schoolWith(JSON.parse(shown))).nudges).toEqual(NUDGE_POLICY);
  });
});
