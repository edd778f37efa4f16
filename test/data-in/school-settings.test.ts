import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { readFolder } from '../../src/data-in/folder.ts';
import { aFolder, SCHOOL, TODAY } from './a-folder.ts';

const readWith = async (change: object) =>
  readFolder(await aFolder({ 'school.json': JSON.stringify({ ...SCHOOL, ...change }) }), TODAY);

async function linesWith(change: object): Promise<readonly string[]> {
  const reading = await readWith(change);
  return reading.ok ? [] : reading.faults.map(describeFault);
}

async function schoolWith(change: object) {
  const reading = await readWith(change);
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  return reading.wanted.school;
}

describe('given a school’s local authorities and leaving years', () => {
  test('when they are left out, then the school has none of its own', async () => {
    const school = await schoolWith({});
    expect(school).not.toHaveProperty('localAuthorities');
    expect(school).not.toHaveProperty('leavingYears');
  });

  test('when they are given, then they are kept, tidied, in their order, each year once', async () => {
    const school = await schoolWith({
      localAuthorities: [
        { name: ' Elmshire  County', leadWeeks: 4 },
        { name: 'Ashby' },
        { name: 'Bere', leadWeeks: 26 },
      ],
      leavingYears: ['Year 6', '06', 'n2', 'Reception'],
    });
    expect(school.localAuthorities).toEqual([
      { name: 'Elmshire County', leadWeeks: 4 },
      { name: 'Ashby' },
      { name: 'Bere', leadWeeks: 26 },
    ]);
    expect(school.leavingYears).toEqual(['6', 'N2', 'R']);
  });

  test('when early years plans are reviewed at an interval of its own, then that is kept', async () => {
    const school = await schoolWith({ earlyYearsWeeks: { opens: 9, due: 12 } });
    expect(school.earlyYearsWeeks).toEqual({ opens: 9, due: 12 });
  });

  test('when its schedule keeps children’s data to another age, then that is kept', async () => {
    const school = await schoolWith({ retention: { age: 26, daily: true, trailYears: 10 } });
    expect(school.retention).toEqual({ age: 26, daily: true, trailYears: 10 });
  });

  test('when they say who helps families, then that is kept, tidied', async () => {
    const sendiass = { name: ' SENDIASS  Elmshire', contact: ' 01632 960123 ' };
    const school = await schoolWith({ localAuthorities: [{ name: 'Elmshire', sendiass }] });
    expect(school.localAuthorities).toEqual([
      { name: 'Elmshire', sendiass: { name: 'SENDIASS Elmshire', contact: '01632 960123' } },
    ]);
  });

  test('when the contact is left out or a key is misspelt, then it is said what to write', async () => {
    const one = await linesWith({ localAuthorities: [{ name: 'Elmshire', sendiass: { name: 'S' } }] });
    expect(one.join()).toContain(
      'column localAuthorities[0].sendiass.contact: missing; write a telephone number',
    );
    const two = await linesWith({
      localAuthorities: [{ name: 'Elmshire', mediation: { name: 'M', contakt: '1', contact: '1' } }],
    });
    expect(two.join()).toContain('The keys are name, contact');
  });

  const la = (more: object) => ({ localAuthorities: [{ name: 'Elmshire', ...more }] });
  const WEEKS = 'column localAuthorities[0].leadWeeks: write a whole number of weeks from 4 to 26';
  const cases: [string, object, string][] = [
    [
      'the lead is too short',
      la({ leadWeeks: 3 }),
      `${WEEKS}, without quotation marks: after the meeting the local authority has 4 weeks to decide`,
    ],
    ['the lead is none', la({ leadWeeks: 0 }), WEEKS],
    ['the lead is half a year and more', la({ leadWeeks: 27 }), WEEKS],
    ['the lead is part of a week', la({ leadWeeks: 8.5 }), WEEKS],
    ['the lead is in quotation marks', la({ leadWeeks: '8' }), WEEKS],
    [
      'the name is missing',
      { localAuthorities: [{ leadWeeks: 8 }] },
      'column localAuthorities[0].name: missing; write it in up to 60',
    ],
    [
      'the name has markup',
      la({ name: '<Elmshire>' }),
      'column localAuthorities[0].name: not a name that can be shown',
    ],
    [
      'one is there twice',
      { localAuthorities: [{ name: 'Elmshire' }, { name: 'Ashby' }, { name: 'ELMSHIRE' }] },
      'column localAuthorities[2].name: this local authority is localAuthorities[0] too',
    ],
    [
      'one is only a name',
      { localAuthorities: ['Elmshire'] },
      'column localAuthorities[0]: write { "name": …, "leadWeeks": … }',
    ],
    [
      'they are no list',
      { localAuthorities: 'Elmshire' },
      'column localAuthorities: write a list of local authorities in [ ], as [{ "name": "Elmshire"',
    ],
    [
      'the list is empty',
      { localAuthorities: [] },
      'column localAuthorities: write at least one local authority, or leave this key out',
    ],
    [
      'the key of one is misspelt',
      la({ leadweek: 8 }),
      'column localAuthorities[0].leadweek: this key is not known here. Did you mean "leadWeeks"? The keys are name, leadWeeks',
    ],
    [
      'their own key is misspelt',
      { localAuthorites: [] },
      'column localAuthorites: this key is not known here. Did you mean "localAuthorities"?',
    ],
    [
      'an interval ends before it begins',
      { earlyYearsWeeks: { opens: 8, due: 8 } },
      'column earlyYearsWeeks: a review must open before it is due: write fewer weeks for opens',
    ],
    [
      'an interval is half said',
      { earlyYearsWeeks: { opens: 6 } },
      'column earlyYearsWeeks.due: missing; write a whole number of weeks',
    ],
    [
      'an age to which data is kept is too young',
      { retention: { age: 24 } },
      'column retention.age: write 25 or more',
    ],
    [
      'a leaving year is none',
      { leavingYears: ['6', '15'] },
      'column leavingYears[1]: not a year group; write N1, N2, R, or the year',
    ],
    [
      'a leaving year is a number',
      { leavingYears: [6] },
      'column leavingYears[0]: not a year group; write N1',
    ],
    [
      'leaving years are no list',
      { leavingYears: '6' },
      'column leavingYears: write a list of year groups in [ ], as ["6"]',
    ],
    [
      'there is no leaving year',
      { leavingYears: [] },
      'column leavingYears: write at least one year group, or leave this key out',
    ],
    [
      'the key of leaving years is misspelt',
      { leavingYear: ['6'] },
      'column leavingYear: this key is not known here. Did you mean "leavingYears"?',
    ],
  ];
  test.each(cases)(
    'when %s, then nothing is imported, and one line says what to write',
    async (_, change, says) => {
      expect(await linesWith(change)).toEqual([expect.stringContaining(`school.json, ${says}`)]);
    },
  );
});
