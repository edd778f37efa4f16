import { expect, test } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { aSchool, SENCO, STAFF } from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const HILL_SENCO = 'hal.senco@hill.example';
const oakfield = aSchool();
const hill = aSchool({
  id: 'hill',
  name: 'Hill School',
  staff: [{ email: HILL_SENCO, name: 'Hal Senco', role: 'senco' }],
});
const TAKE = 'Bring the plan’s dates in from the last school';
const BORN = { firstName: 'Kit', lastName: 'Mover', dateOfBirth: '2015-03-03' };

/** A pupil of Hill School with a plan, and the same child on Oakfield's list, who has come without dates. */
async function twoSchools() {
  const there = anEhcpPupil({ ...BORN, id: 'there', schoolId: 'hill', ref: 'H1', planMade: '2026-03-10' });
  const come = anEhcpPupil({ ...BORN, id: 'here', ref: 'O7' });
  const here = { ...come, plans: [{ kind: 'ehcp' as const, targets: [] }] };
  return aTalk({ schools: [oakfield, hill], pupils: [there, here], now: '2026-11-10T10:00:00.000Z' });
}
const moved = { place: 'moved-on', since: '2026-11-02', school: 'Oakfield School', releasedOn: '' };

test('given a pupil who moves between two schools here, when both SENCOs say so, then the dates of the plan go with them', async () => {
  const talk = await twoSchools();
  expect(titlesOf(await talk.sends(SENCO, press.aboutPupil('here')))).not.toContain(TAKE);

  const form = await talk.sends(HILL_SENCO, press.pupilForm('place', 'there'));
  await talk.presses(HILL_SENCO, form, 'Save', { ...moved, passOn: 'yes' });
  const known = await talk.sends(SENCO, press.aboutPupil('here'));
  const take = await talk.presses(SENCO, known, TAKE);
  expect(textOf(take)).toContain('made Tue 10 Mar 2026');
  await talk.presses(SENCO, take, 'Bring them in', { sure: 'yes' });
  expect((await talk.store.get('pupils', 'here'))?.plans[0]).toMatchObject({ planMade: '2026-03-10' });

  // The record is where it was: nobody here sees it, and nobody there owes anything.
  expect(textOf(await talk.sends(SENCO, press.aboutPupil('there')))).not.toContain('Mover');
  expect(textOf(await talk.says(HILL_SENCO, 'due'))).not.toContain('Kit Mover');
});

test('given a pupil who moves to another school here, when a third adds a child of that name, then it learns nothing', async () => {
  const talk = await twoSchools();
  const form = await talk.sends(HILL_SENCO, press.pupilForm('place', 'there'));
  await talk.presses(HILL_SENCO, form, 'Save', { ...moved, school: 'Elm Park Primary', passOn: 'yes' });
  expect(titlesOf(await talk.sends(SENCO, press.aboutPupil('here')))).not.toContain(TAKE);
  const reply = await talk.sends(SENCO, press.submitPupil('take-over', 'here', 'once-1'), { sure: 'yes' });
  expect(textOf(reply)).not.toMatch(/Hill|10 Mar 2026/);
  expect((await talk.store.get('pupils', 'here'))?.plans[0]).not.toHaveProperty('planMade');
});

test('given a pupil who moves, when only one SENCO has said so, then nothing goes with them', async () => {
  const talk = await twoSchools();
  const form = await talk.sends(HILL_SENCO, press.pupilForm('place', 'there'));
  await talk.presses(HILL_SENCO, form, 'Save', moved);
  expect(titlesOf(await talk.sends(SENCO, press.aboutPupil('here')))).not.toContain(TAKE);
  const reply = await talk.sends(SENCO, press.submitPupil('take-over', 'here', 'once-1'), { sure: 'yes' });
  expect(textOf(reply)).toContain('does not hand the dates on');
  expect((await talk.store.get('pupils', 'here'))?.plans[0]).not.toHaveProperty('planMade');
});

test('given a pupil who has left for no school, then they are owed nothing, and come back by the same form', async () => {
  const talk = await aTalk({
    schools: [aSchool({ staff: STAFF })],
    pupils: [anEhcpPupil({ ...BORN, id: 'here', planMade: '2025-11-01' })],
    now: '2026-11-10T10:00:00.000Z',
  });
  expect(textOf(await talk.says(SENCO, 'due'))).toContain('Kit Mover');
  const form = await talk.sends(SENCO, press.pupilForm('place', 'here'));
  const gone = { place: 'left', since: '2026-11-02', school: 'New Zealand', releasedOn: '', passOn: '' };
  const left = await talk.presses(SENCO, form, 'Save', gone);
  expect(textOf(left)).toContain('New Zealand');
  expect(textOf(await talk.says(SENCO, 'due'))).not.toContain('Kit Mover');
  const back = await talk.sends(SENCO, press.pupilForm('place', 'here'));
  await talk.presses(SENCO, back, 'Save', { ...gone, place: 'here', since: '2026-11-09', school: '' });
  expect(textOf(await talk.says(SENCO, 'due'))).toContain('Kit Mover');
});
