import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchoolFiles } from '../../src/data-in/folder.ts';
import { fitList } from '../../src/data-in/list/fit-list.ts';
import { readList } from '../../src/data-in/list/read-list.ts';
import { readFileFromOutside } from '../../src/data-in/read/read-files.ts';
import { type OutsideFile, Unreadable } from '../../src/data-in/read/table.ts';
import { COLUMNS } from '../../src/data-in/shapes/shape.ts';
import { aSchool } from '../support/builders.ts';
import { PUPILS, SCHOOL, STAFF, TARGETS, TODAY } from './a-folder.ts';
import { LISTS } from './shapes/made-lists.ts';

/** What is answered to a file: how many pupils it has, or why it can't be read. Anything else that is thrown fails. */
async function answered(file: OutsideFile): Promise<string> {
  try {
    const list = await readList(fitList(await readFileFromOutside(file), { columns: [] }), aSchool(), TODAY);
    return list.is === 'list' ? `${list.rows} rows` : list.faults.map(({ message }) => message).join();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error.message;
  }
}

const MADE = Object.entries(LISTS).map(([id, make]) => [id, make()] as const);

describe('whatever stands in a file, there is an answer', () => {
  it('to any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await answered({ name: 'any', bytes })).not.toBe('');
      }),
    );
  });

  it.each(MADE)('to %s, cut short anywhere', async (_id, { name, bytes }) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        expect(await answered({ name, bytes: bytes.slice(0, length) })).not.toBe('');
      }),
      { numRuns: 25 },
    );
  });

  it.each(MADE)('to %s with bytes changed', async (_id, { name, bytes }) => {
    const at = fc.integer({ min: 0, max: bytes.length - 1 });
    const changes = fc.array(fc.tuple(at, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const spoilt = Uint8Array.from(bytes);
        for (const [place, byte] of all) spoilt[place] = byte;
        expect(await answered({ name, bytes: spoilt })).not.toBe('');
      }),
      { numRuns: 25 },
    );
  });

  it('to text in each of our columns', async () => {
    const row = fc.array(fc.string({ maxLength: 30 }), {
      minLength: COLUMNS.length,
      maxLength: COLUMNS.length,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 4 }), async (rows) => {
        const cells = [COLUMNS, ...rows].map((one) =>
          one.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
        );
        const bytes = new TextEncoder().encode(cells.join('\n'));
        expect(await answered({ name: 'ours.csv', bytes })).not.toBe('');
      }),
    );
  });

  it('to a school’s folder with any of its files spoilt', () => {
    const files = {
      'school.json': JSON.stringify(SCHOOL),
      'staff.csv': STAFF,
      'pupils.csv': PUPILS,
      'targets.csv': TARGETS,
    };
    const names = fc.constantFrom(...Object.keys(files));
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 60 }), fc.nat(400), (spoilt, put, at) => {
        const given = Object.entries(files).map(([name, content]) => {
          const bytes = new TextEncoder().encode(content);
          const end = Math.min(at, bytes.length);
          return { name, bytes: name === spoilt ? Uint8Array.from([...bytes.slice(0, end), ...put]) : bytes };
        });
        const reading = readSchoolFiles(given, TODAY);
        expect(reading.ok || reading.faults.length > 0).toBe(true);
      }),
    );
  });
});
