import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { readFolder } from '../../src/data-in/folder.ts';
import { aFolder, type Files, SCHOOL, TODAY } from './a-folder.ts';

const AUTHORITIES = [{ name: 'Elmshire', leadWeeks: 10 }, { name: 'Wexcombe & Vale' }];

/** The cells of one pupil with an EHC plan. */
interface Line {
  readonly plan?: string;
  readonly plan_made?: string;
  readonly last_reviewed?: string;
  readonly la?: string;
  readonly last_meeting?: string;
  readonly last_decision?: string;
  readonly phase_transfer?: string;
}

const RIGHT: Line = { plan: 'ehcp', plan_made: '2023-03-06' };

function sheet(line: Line): string {
  const cells = {
    ...{ ref: '1001', first_name: 'Ada', last_name: 'Byron', date_of_birth: '2016-03-14', year_group: '6' },
    ...{ key_staff: '', last_reviewed: '' },
    ...RIGHT,
    ...line,
  };
  return `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`;
}

const files = (line: Line, school: object = {}): Files => ({
  'school.json': JSON.stringify({ ...SCHOOL, ...school }),
  'pupils.csv': sheet(line),
  'targets.csv': 'pupil_ref,text,measure,set_on\n',
});

async function read(line: Line, school?: object, today = TODAY) {
  return readFolder(await aFolder(files(line, school)), today);
}

async function pupilWith(line: Line, school?: object, today = TODAY) {
  const reading = await read(line, school, today);
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  return reading.wanted.pupils[0];
}

const planWith = async (...of: Parameters<typeof pupilWith>) => (await pupilWith(...of))?.plans[0];

async function linesWith(line: Line, school?: object, today = TODAY): Promise<readonly string[]> {
  const reading = await read(line, school, today);
  return reading.ok ? [] : reading.faults.map(describeFault);
}

describe('given pupils.csv with the columns of an EHC plan', () => {
  test('when they are filled in, then they come through', async () => {
    const plan = await planWith({
      la: 'Elmshire',
      last_meeting: '12/1/2026',
      last_decision: '2026-02-06',
      phase_transfer: 'primary-secondary 2027',
    });
    expect(plan).toMatchObject({
      la: 'Elmshire',
      planMade: '2023-03-06',
      lastMeeting: '2026-01-12',
      lastDecision: '2026-02-06',
      phaseTransfer: { kind: 'primary-secondary', year: 2027 },
    });
  });

  test('when they are empty, then the pupil is as without them', async () => {
    const empty = await pupilWith({ la: '', last_meeting: '', last_decision: '', phase_transfer: '' });
    expect(empty).toEqual(await pupilWith({}));
    for (const key of ['la', 'lastMeeting', 'lastDecision', 'phaseTransfer'])
      expect(empty?.plans[0]).not.toHaveProperty(key);
  });

  test('when some are left out of the sheet, then the others are read', async () => {
    const plan = await planWith({ last_decision: '2026-02-06' });
    expect(plan).toMatchObject({ lastDecision: '2026-02-06' });
    expect(plan).not.toHaveProperty('lastMeeting');
  });

  test('when a heading is misspelt, then the right one is suggested', async () => {
    const wrong = sheet({ last_decision: '2026-02-06' }).replace('last_decision', 'last_decison');
    const reading = await readFolder(await aFolder({ ...files({}), 'pupils.csv': wrong }), TODAY);
    expect(reading.ok ? [] : reading.faults.map(describeFault)).toEqual([
      expect.stringContaining(
        'column 10: "last_decison" is not a column known here. Did you mean "last_decision"?',
      ),
    ]);
  });
});

describe('given the days of an EHC plan', () => {
  test('when a meeting is later than the last decision, then that is right: the next decision is awaited', async () => {
    const plan = await planWith({ last_meeting: '2026-10-12', last_decision: '2025-11-20' });
    expect(plan).toMatchObject({ lastMeeting: '2026-10-12', lastDecision: '2025-11-20' });
  });

  test.each(['plan_made', 'last_reviewed', 'last_meeting', 'last_decision'])(
    'when only %s is known, then that is enough',
    async (column) => {
      expect(await linesWith({ plan_made: '', [column]: '2026-02-06' })).toEqual([]);
    },
  );

  const cases: [string, Line, string][] = [
    [
      'no day is known',
      { plan_made: '', last_meeting: '', last_decision: '' },
      'column plan_made: a plan needs the day it was made, or of its last review, meeting or decision',
    ],
    [
      'a plan of SEN Support has an EHC plan’s days only',
      { plan: 'K', plan_made: '', last_meeting: '2026-02-06' },
      'column plan_made: a plan needs the day it was made, or was last reviewed, to know when its review is due; last_meeting and last_decision are for an EHC plan',
    ],
    [
      'a meeting is yet to be',
      { last_meeting: '2026-11-24' },
      'column last_meeting: this day is yet to come',
    ],
    [
      'a decision is yet to be',
      { last_decision: '2026-11-24' },
      'column last_decision: this day is yet to come',
    ],
    ['a meeting is no day', { last_meeting: '2026-02-30' }, 'column last_meeting: not a real day; write it'],
    ['a decision is no day', { last_decision: 'in May' }, 'column last_decision: not a real day; write it'],
    [
      'a meeting is before the birth',
      { last_meeting: '2016-03-13' },
      'column last_meeting: this is before the pupil was born',
    ],
    [
      'a decision is before the birth',
      { last_decision: '2016-03-13' },
      'column last_decision: this is before the pupil was born',
    ],
  ];
  test.each(cases)('when %s, then it is a fault', async (_, line, says) => {
    expect(await linesWith(line)).toEqual([expect.stringContaining(`pupils.csv, line 2, ${says}`)]);
  });
});

describe('given a pupil’s local authority', () => {
  test('when school.json names none, then any name will do', async () => {
    expect(await planWith({ la: 'Far  Away' })).toMatchObject({ la: 'Far Away' });
  });

  test('when school.json names it, then it is written as there, whatever the capitals', async () => {
    const plan = await planWith({ la: 'WEXCOMBE & vale' }, { localAuthorities: AUTHORITIES });
    expect(plan).toMatchObject({ la: 'Wexcombe & Vale' });
  });

  const fault = 'pupils.csv, line 2, column la: not one of the localAuthorities in school.json; write one';
  test('when school.json does not name it, then it is a fault, with the one that is near', async () => {
    const said = await linesWith({ la: 'Elmshrie' }, { localAuthorities: AUTHORITIES });
    expect(said).toEqual([expect.stringContaining(fault)]);
    expect(said[0]).toContain('Did you mean "Elmshire"?');
    expect(said.join()).not.toContain('Elmshrie');
  });

  test('when none is near, then none is suggested', async () => {
    const said = await linesWith({ la: 'Northumbria' }, { localAuthorities: AUTHORITIES });
    expect(said).toEqual([expect.stringContaining(fault)]);
    expect(said[0]).not.toContain('Did you mean');
  });

  test('when school.json is at fault, then the pupils are not blamed for it', async () => {
    const said = await linesWith({ la: 'Elmshire' }, { localAuthorities: [{ name: 'El*shire' }] });
    expect(said).toEqual([expect.stringMatching(/^school\.json, column localAuthorities\[0\]\.name: /)]);
  });

  test('when it cannot be shown, then it is a fault', async () => {
    expect(await linesWith({ la: '<b>Elmshire' })).toEqual([
      expect.stringContaining('column la: not a name that can be shown'),
    ]);
  });
});

describe('given a pupil’s phase transfer', () => {
  const kinds = [
    'reception-entry',
    'infant-junior',
    'middle',
    'primary-secondary',
    'secondary-post-16',
    'post-16-post-16',
  ];
  test.each(kinds)('when it is %s with a year, in either order, then it is taken', async (kind) => {
    for (const written of [`${kind} 2027`, `2027 ${kind}`])
      expect((await planWith({ phase_transfer: written }))?.phaseTransfer, written).toEqual({
        kind,
        year: 2027,
      });
  });

  test.each([
    ['Primary to Secondary 2027', 'primary-secondary'],
    ['2027: primary_secondary', 'primary-secondary'],
    ['primary → secondary: 2027', 'primary-secondary'],
    ['2027 – infant / junior', 'infant-junior'],
    ['Post-16 to post 16 2027', 'post-16-post-16'],
    ['SECONDARY-TO-POST-16  2027', 'secondary-post-16'],
    ['reception_entry2027', 'reception-entry'],
  ])('when it is written %j, then it is understood as %s', async (written, kind) => {
    expect((await planWith({ phase_transfer: written }))?.phaseTransfer).toEqual({
      kind,
      year: 2027,
    });
  });

  test.each(['none', 'None', 'NONE '])('when it is %j, then there is none', async (written) => {
    expect((await planWith({ phase_transfer: written }))?.phaseTransfer).toBe('none');
  });

  const list = kinds.join(', ');
  const cases: [string, string, string][] = [
    [
      'the kind is not known',
      'college 2027',
      `not a phase transfer. Please write one of ${list} with the year`,
    ],
    ['the kind is nearly right', 'primery-secondary 2027', 'Did you mean "primary-secondary"?'],
    ['there is only a year', '2027', 'not a phase transfer. Please write one of'],
    ['none has a year', 'none 2027', 'not a phase transfer. Please write one of'],
    [
      'there is no year',
      'primary-secondary',
      'the year of the move is missing; write both, as "primary-secondary 2027"',
    ],
    [
      'the year has two digits',
      'primary-secondary 27',
      'not a phase transfer. Did you mean "primary-secondary"?',
    ],
    ['the year has five digits', 'primary-secondary 20270', 'not a phase transfer'],
    ['the move was a year ago', 'primary-secondary 2025', 'write one from 2026 to 2033'],
    ['the move is far off', 'primary-secondary 2034', 'write one from 2026 to 2033'],
  ];
  test.each(cases)('when %s, then it is a fault', async (_, written, says) => {
    const said = await linesWith({ phase_transfer: written });
    expect(said).toEqual([expect.stringContaining('pupils.csv, line 2, column phase_transfer: ')]);
    expect(said[0]).toContain(says);
  });

  test('when the school year of the move is not over, then it is still right', async () => {
    const written = { phase_transfer: 'primary-secondary 2026' };
    expect(await linesWith(written, {}, '2027-08-31')).toEqual([]);
    expect(await linesWith(written, {}, '2027-09-01')).toEqual([
      expect.stringContaining('write one from 2027 to 2034'),
    ]);
  });

  test('when the very day of the move is written, then the plan has it; a day that is none is a fault', async () => {
    for (const written of ['post-16-post-16 2027-11-08', 'Post-16 to post-16 08/11/2027'])
      expect((await planWith({ phase_transfer: written }))?.phaseTransfer, written).toEqual({
        ...{ kind: 'post-16-post-16', year: 2027, on: '2027-11-08' },
      });
    const said = await linesWith({ phase_transfer: 'post-16-post-16 2027-02-30' });
    expect(said).toEqual([expect.stringContaining('not a real day')]);
  });

  test('when it is at fault, then nothing that stands there is repeated', async () => {
    const said = await linesWith({ phase_transfer: 'to Beechwood School 2027' });
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain('eechwood');
  });
});
