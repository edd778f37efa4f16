import { describe, expect, it } from 'vitest';
import { readFileFromOutside } from '../../../src/data-in/read/read-files.ts';
import { findShape } from '../../../src/data-in/shapes/find-shape.ts';
import { SHAPES } from '../../../src/data-in/shapes/index.ts';
import { rowsOf } from '../../../src/data-in/shapes/rows-of.ts';
import { LISTS, PUPILS } from './made-lists.ts';

async function read(id: string) {
  const file = LISTS[id]?.() ?? expect.fail(`no list is made for ${id}`);
  const fit = findShape(await readFileFromOutside(file), SHAPES);
  return fit && { id: fit.shape.id, rows: rowsOf(fit) };
}

describe('a list of pupils as a records system exports it', () => {
  it('is made in every shape that is known', () => {
    expect(Object.keys(LISTS).sort()).toEqual(SHAPES.map(({ id }) => id).sort());
  });

  it.each(Object.keys(LISTS))('is known, and has its pupils, as %s', async (id) => {
    const found = await read(id);
    expect(found?.id).toBe(id);
    const wanted = id === 'sen2' ? PUPILS.filter(({ plan }) => plan === 'E') : PUPILS;
    expect(found?.rows.map(({ cells }) => `${cells.first_name} ${cells.last_name}`)).toEqual(
      wanted.map(({ first, last }) => `${first} ${last}`),
    );
  });
});
