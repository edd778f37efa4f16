import { describe, expect, it } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import { chatImports } from '../../src/data-in/chat-import.ts';
import { importCard } from '../../src/presentation/screens/import.ts';
import { aSchool, asking, bring, CLOCK, text } from './bring.ts';

/* A list that has Ada, who was erased here, and Bo, who was not. */

const LIST = text(
  'list.csv',
  'Adno,Forename,Surname,DOB,Year,SEN Status',
  '1001,Ada,Byron,14/03/2017,5,K',
  '1002,Bo,Chan,09/01/2018,4,E',
);

async function adaErased() {
  const deps = await aSchool();
  return {
    ...deps,
    erased:
      async () =>
      ({ ref }: { readonly ref: string }) =>
        ref === '1001',
  };
}
const refs = (pupils: readonly { readonly ref: string }[]) => pupils.map(({ ref }) => ref);

describe('a list with a pupil who was erased here', () => {
  it('is taken without them, and says so by number alone', async () => {
    const { code, said, pupils } = await bring(await adaErased(), asking(LIST, { yes: true }));
    expect([code, refs(pupils)]).toEqual([0, ['1002']]);
    expect(said).toContain('1 pupil was erased here, and is not taken.');
    expect(said.join('\n')).not.toContain('1001');
  });

  it('is taken with them once a person says so', async () => {
    const { asked, pupils } = await bring(await adaErased(), asking(LIST), 'yes', 'yes');
    expect(asked[0]).toBe('1 pupil was erased here, and is not taken. Take them all the same? (yes or no)');
    expect(refs(pupils)).toEqual(['1001', '1002']);
    const given = await bring(await adaErased(), asking(LIST, { yes: true, takeErased: true }));
    expect(refs(given.pupils)).toEqual(['1001', '1002']);
  });

  it('asks no more of a pupil who is here again', async () => {
    const deps = await adaErased();
    await bring(deps, asking(LIST, { yes: true, takeErased: true }));
    const { said } = await bring(deps, asking(LIST, { yes: true }));
    expect(said).toContain('All of this is stored already: there is nothing to write.');
    expect(said.join('\n')).not.toContain('erased');
  });

  it('in a chat has a button to take them all the same', async () => {
    const deps = await adaErased();
    const imports = chatImports({ ...deps, ids: randomIds, clock: CLOCK });
    const said = { skipBad: false, whose: new Map(), takeList: false, columns: [] };
    const look = (more = {}) => imports.look(LIST, 'elm-park', { ...said, ...more }, 'senco@elm.example');
    const first = await look();
    expect(first.lines).toContain('1 pupil was erased here, and is not taken.');
    const card = JSON.stringify(importCard({ look: first, of: { token: 't', look: 1 } }));
    expect(card).toContain('Take who was erased, too');
    const second = await look({ takeErased: true });
    expect(second.lines.join()).not.toContain('erased');
    expect([first, second]).toMatchObject([{ changes: 1 }, { changes: 2 }]);
  });
});
