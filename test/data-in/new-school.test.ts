import { expect, it } from 'vitest';
import { askForSchool } from '../../src/data-in/new-school.ts';
import { readSchool } from '../../src/data-in/school-file.ts';
import { temporaryStore } from '../support/store.ts';

/** Answers in turn, and Enter from then on. */
const answering = (...answers: readonly string[]) => {
  const left = [...answers];
  return { say: () => undefined, ask: async () => left.shift() ?? '' };
};

it('takes next year’s usual terms as the guess they are, and what the person wrote or looked at as said', async () => {
  const asker = answering(
    ...['Oakfield School', '', 'Mel Senco', 'mel.senco@oakfield.example'],
    // This year's three are right; of next year the autumn term is known, and the rest not yet.
    ...['', '', '', '02/09/2027 17/12/2027'],
  );
  const files = await askForSchool(asker, { store: await temporaryStore(), today: '2026-11-10' });
  const [school] = files ?? [];
  const { facts } = readSchool(new TextDecoder().decode(school?.bytes));
  expect(facts?.terms.map(({ name, guessed }) => [name, guessed === true])).toEqual([
    ['Autumn 2026', false],
    ['Spring 2027', false],
    ['Summer 2027', false],
    ['Autumn 2027', false],
    ['Spring 2028', true],
    ['Summer 2028', true],
  ]);
});
