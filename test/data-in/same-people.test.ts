import { describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import { SCHOOL, STAFF } from './a-folder.ts';
import { aSchool, asking, bring, text } from './bring.ts';

/* Terry Teacher has a new address: the folder has that one alone, so whoever has the old one is not on it any more. */

const FOLDER = [
  text('school.json', JSON.stringify(SCHOOL)),
  text('staff.csv', STAFF.replace('teacher@elm.example', 'terry.new@elm.example')),
];
const ASKED =
  'Is Terry Teacher (terry.new@elm.example), who is new, the same person as Terry Teacher (teacher@elm.example), who has left? Then what was asked of them stays theirs. (yes or no; anything else leaves it for later, on “review staff”)';
const LATER =
  'Please look: is terry.new@elm.example, who is new, the same person as teacher@elm.example, who has left? Until somebody says so on “review staff”, they are two, and what was asked stays with the one who left.';

async function brought(...answers: readonly string[]) {
  const deps = await aSchool();
  const heard = await bring(deps, { ...asking(text('', '')), files: FOLDER }, ...answers);
  const { staff } = (await deps.store.get('schools', SCHOOL.id)) as School;
  return { ...heard, terry: staff.filter(({ name }) => name === 'Terry Teacher') };
}

describe('a colleague in a folder who may be one who left', () => {
  it('is asked about, and is the same person where that is said: nothing has to be given over', async () => {
    const { asked, said, code, terry } = await brought('yes', 'yes');
    expect(asked).toEqual([ASKED, 'Write this? (yes or no)']);
    expect(said).not.toContain(LATER);
    expect(code).toBe(0);
    expect(terry).toEqual([
      {
        ...{ email: 'teacher@elm.example', address: 'terry.new@elm.example' },
        ...{ name: 'Terry Teacher', role: 'staff' },
      },
    ]);
  });

  it('is somebody else where that is said, and is not asked about again', async () => {
    const { said, terry } = await brought('no', 'yes');
    expect(said).not.toContain(LATER);
    expect(terry).toMatchObject([
      { email: 'terry.new@elm.example', notSame: ['teacher@elm.example'] },
      { email: 'teacher@elm.example', left: '2026-11-23' },
    ]);
  });

  it('can be left for later: then it says where it can be answered', async () => {
    const { asked, said, terry } = await brought('I don’t know', 'yes');
    expect(asked).toHaveLength(2);
    expect(said).toContain(LATER);
    expect(terry).toHaveLength(2);
    expect(terry[0]?.notSame).toBeUndefined();
  });

  it('is not asked about where nobody is there: it says where it can be answered', async () => {
    const deps = await aSchool();
    const { asked, said } = await bring(deps, { ...asking(text('', '')), files: FOLDER, yes: true });
    expect(asked).toEqual([]);
    expect(said).toContain(LATER);
  });
});
