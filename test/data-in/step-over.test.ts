import { describe, expect, it } from 'vitest';
import type { ImportDeps } from '../../src/data-in/asked.ts';
import type { ImportRequest } from '../../src/data-in/request.ts';
import { aSchool, asking, bring, text } from './bring.ts';

/* Two imports: the first brought Ada in, the second Bo. Then somebody changed Bo, so nothing of the second can be taken back. */

const HEAD = 'Adno,Forename,Surname,DOB,Year,SEN Status';
const list = (row: string) => asking(text('list.csv', HEAD, row), { yes: true });
const undo: ImportRequest = { ...asking(text('', '')), files: [], undo: true };

async function boChanged(): Promise<ImportDeps> {
  const deps = await aSchool();
  await bring(deps, list('1001,Ada,Byron,14/03/2017,5,K'));
  await bring(deps, list('1002,Bo,Chan,09/01/2018,4,E'));
  const bo = (await deps.store.pupilsOf('elm-park')).find(({ ref }) => ref === '1002') ?? expect.fail();
  await deps.store.put('pupils', { ...bo, className: '4 Elm' });
  return deps;
}

const refs = (pupils: readonly { readonly ref: string }[]) => pupils.map(({ ref }) => ref);

describe('an import that can’t be taken back at all', () => {
  it('is stepped over where the person says so, and the one before it is shown and taken back', async () => {
    const { code, said, wrong, asked, pupils } = await bring(await boChanged(), undo, 'yes', 'yes');
    expect(wrong[0]).toContain(
      'Nothing of the last import can be taken back. What was stored before it is kept in ',
    );
    expect(asked).toEqual([
      'Leave it as it is, and look at the import before it? (yes or no)',
      'Take it back? (yes or no)',
    ]);
    expect(said).toContain('To be removed, as they came with it (1): 1001');
    expect(code).toBe(0);
    expect(refs(pupils)).toEqual(['1002']);
  });

  it('stays the last one where they say no', async () => {
    const deps = await boChanged();
    expect(await bring(deps, undo, 'no')).toMatchObject({ code: 1 });
    expect((await bring(deps, undo, 'no')).wrong[0]).toContain(
      'Nothing of the last import can be taken back.',
    );
  });

  it('tells where nobody is there to ask how to go on, and --yes steps over it and no further', async () => {
    const deps = await boChanged();
    const alone = await bring(deps, undo);
    expect(alone.code).toBe(1);
    expect(alone.wrong[1]).toContain('To go on to the import before it, say --undo --yes');
    const over = await bring(deps, { ...undo, yes: true });
    expect(over).toMatchObject({ code: 3, pupils: [{ ref: '1001' }, { ref: '1002' }] });
    expect(over.said.at(-1)).toBe(
      'It is stepped over and stays as it is. Run it again to take back the import before it.',
    );
    expect(await bring(deps, { ...undo, yes: true })).toMatchObject({ code: 0, pupils: [{ ref: '1002' }] });
    expect((await bring(deps, undo)).wrong).toEqual([
      'Every import that is noted here was taken back, or stepped over, already.',
    ]);
  });
});
