import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { readFolder } from '../../src/data-in/folder.ts';
import { importSchool } from '../../src/data-in/import.ts';
import { temporaryStore } from '../support/store.ts';
import { aFolder, PUPILS, planning, TARGETS, TODAY } from './a-folder.ts';

const ADA_EHCP = '1001,Ada,Byron,2017-03-14,5,ehcp,2023-03-06,,head@elm.example';
const both = (line = ADA_EHCP) => `${PUPILS}${line}\n`;
const targets = (TARGETS: string) =>
  TARGETS.replace('set_on', 'set_on,plan')
    .replace('words in a minute,Timed each Friday,2026-05-20', '$&,sen-support')
    .replace('Tally by the teacher,20/05/2026', '$&,E');

async function wanted(pupils: string, targetsFile = targets(TARGETS)) {
  const reading = await readFolder(
    await aFolder({ 'pupils.csv': pupils, 'targets.csv': targetsFile }),
    TODAY,
  );
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  return reading.wanted.pupils;
}

async function faults(pupils: string, targetsFile = targets(TARGETS)) {
  const reading = await readFolder(
    await aFolder({ 'pupils.csv': pupils, 'targets.csv': targetsFile }),
    TODAY,
  );
  return reading.ok ? [] : reading.faults.map(describeFault);
}

describe('given two lines of one pupil with different plans', () => {
  test('then it is one pupil with two plans, each with its days and targets', async () => {
    const pupils = await wanted(both());
    expect(pupils.map(({ ref }) => ref)).toEqual(['1001', '1002', '1003']);
    expect(pupils[0]).toMatchObject({
      keyStaff: ['teacher@elm.example', 'senco@elm.example', 'head@elm.example'],
      plans: [
        { kind: 'sen-support', planMade: '2025-09-10', targets: [{ text: 'Read 50 words in a minute' }] },
        { kind: 'ehcp', planMade: '2023-03-06', targets: [{ text: 'Put a hand up once in each lesson' }] },
      ],
    });
  });

  test('then the report says which plan is new, and of which something changed', async () => {
    const store = await temporaryStore();
    const bring = async (pupils: string, file: string) =>
      importSchool(store, await aFolder({ 'pupils.csv': pupils, 'targets.csv': file }), planning());
    await bring(PUPILS, TARGETS);
    const added = await bring(both(), targets(TARGETS));
    expect(added.pupils.changed).toEqual([
      { who: '1001', fields: ['keyStaff', 'sen-support targets', 'ehcp'] },
    ]);
    const changed = await bring(both(ADA_EHCP.replace('2023-03-06', '2023-04-06')), targets(TARGETS));
    expect(changed.pupils.changed).toEqual([{ who: '1001', fields: ['ehcp planMade'] }]);
  });

  test.each([
    ['the plan is the same', ADA_EHCP.replace('ehcp', 'K'), 'on line 2 too, with the same plan; keep one'],
    ['one says that there is none', ADA_EHCP.replace('ehcp', 'N'), 'on line 2 too, and one of the two says'],
    ['it is another child', ADA_EHCP.replace('Byron', 'Bryan'), 'on line 2 too; each pupil needs their own'],
  ])('when %s, then it is a fault', async (_, line, said) => {
    expect(await faults(both(line))).toContainEqual(expect.stringMatching(`line 5, column ref.*${said}`));
  });

  test('when both say that there is none, then it is a fault', async () => {
    const none = ADA_EHCP.replace('ehcp', 'N');
    expect(
      await faults(
        `${both(none)}${none.replace('1001,Ada', '1009,Eve')}\n${none.replace('1001,Ada', '1009,Eve')}\n`,
      ),
    ).toContainEqual(
      expect.stringMatching(
        /line 7, column ref.*on line 6 too, and both say that there is no plan; keep one of the two/,
      ),
    );
  });

  test('when a target does not say of which plan it is, or of one the pupil has not, then it is a fault', async () => {
    expect(await faults(both(), TARGETS)).toEqual(
      [2, 3].map((line) =>
        expect.stringMatching(
          `targets.csv, line ${line}, column plan.*has 2 plans; write which it belongs to: sen-support or ehcp`,
        ),
      ),
    );
    const wrong = targets(TARGETS).replace(',E\n', ',early-years-iep\n');
    expect(await faults(both(), wrong)).toEqual([
      expect.stringContaining('no such plan on pupils.csv; write sen-support or ehcp'),
    ]);
  });

  test('when both have the same target, then each plan has it', async () => {
    const same = `${targets(TARGETS)}1001,Read 50 words in a minute,Timed each Friday,2026-05-20,ehcp\n`;
    const [ada] = await wanted(both(), same);
    expect(ada?.plans.map((plan) => plan.targets.map(({ text }) => text))).toEqual([
      ['Read 50 words in a minute'],
      ['Put a hand up once in each lesson', 'Read 50 words in a minute'],
    ]);
  });
});
