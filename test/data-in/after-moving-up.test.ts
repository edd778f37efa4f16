import { expect, test } from 'vitest';
import { movedUp, yearMoves } from '../../src/domain/pupil/year-moves.ts';
import type { School } from '../../src/domain/school/school.ts';
import { aSchool, asking, bring, text } from './bring.ts';

/*
 * Six pupils in Years 1 to 6 of 2025/26, brought in on 23 November 2026 by last year's list: by their birth dates it is seen for
 * that, so they are to move up once.
 */

const HEADINGS = 'ref,first_name,last_name,date_of_birth,year_group';
const list = (more: number) =>
  text(
    'pupils.csv',
    HEADINGS,
    ...[1, 2, 3, 4, 5, 6].map((year) => `${year}00,Pip${year},Quill,${2020 - year}-11-20,${year + more}`),
  );
const TODAY = '2026-11-23';

async function movedUpOnce() {
  const deps = await aSchool();
  const { pupils } = await bring(deps, asking(list(0), { yes: true }));
  const school = (await deps.store.get('schools', 'elm-park')) as School;
  const actor = { who: 'senco@elm.example', at: `${TODAY}T09:00:00.000Z` };
  const moves = yearMoves(pupils, school, 2026, TODAY);
  expect(moves).toHaveLength(6);
  for (const move of moves) await deps.store.put('pupils', movedUp(move, 2026, actor));
  return { deps, school };
}

const groups = (pupils: readonly { readonly yearGroup: string }[]) =>
  pupils.map(({ yearGroup }) => yearGroup).sort();

test('given pupils who were moved up, when last year’s list comes again, then they stay where they are', async () => {
  const { deps, school } = await movedUpOnce();
  const { pupils } = await bring(deps, asking(list(0), { yes: true }));
  expect(groups(pupils)).toEqual(['2', '3', '4', '5', '6', '7']);
  expect(yearMoves(pupils, school, 2026, TODAY)).toEqual([]);
});

test('given the same, when this year’s list comes, then nobody is to move up again', async () => {
  const { deps, school } = await movedUpOnce();
  const { pupils } = await bring(deps, asking(list(1), { yes: true }));
  expect(groups(pupils)).toEqual(['2', '3', '4', '5', '6', '7']);
  expect(yearMoves(pupils, school, 2026, TODAY)).toEqual([]);
});

test('given this year’s list from the first, then nobody is to move up', async () => {
  const deps = await aSchool();
  const { pupils } = await bring(deps, asking(list(1), { yes: true }));
  const school = (await deps.store.get('schools', 'elm-park')) as School;
  expect(yearMoves(pupils, school, 2026, TODAY)).toEqual([]);
});
