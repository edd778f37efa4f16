import { describe, expect, it } from 'vitest';
import type { ImportDeps } from '../../src/data-in/asked.ts';
import { runImport } from '../../src/data-in/command.ts';
import { previewImport } from '../../src/data-in/preview.ts';
import { takeImport } from '../../src/data-in/take.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { pupilsInTurn } from '../../src/store/pupils-in-turn.ts';
import { aPupil } from '../support/builders.ts';
import { aSchool, asking, bring, somebody, text } from './bring.ts';

/*
 * Between a look at a list and its yes, a colleague adds one of its children by the form, or another list brings them in. No
 * child may be here twice: by number, by UPN, or by name and date of birth.
 */

const LIST = text(
  'pupils.csv',
  'UPN,Adno,Forename,Surname,DOB,Year,SEN Status',
  'A823100010001,1001,Ada,Hughes,03/05/2017,4,K',
  'A823100020002,1002,Kofi,Nowak,14/09/2018,3,E',
);
const ADA = { firstName: 'Ada', lastName: 'Hughes', dateOfBirth: '2017-05-03' };

/** As the form "Add a pupil" leaves one. */
const added = (more: Partial<Pupil>): Pupil => ({
  ...aPupil({ id: 'by-form', plan: 'none' }),
  schoolId: 'elm-park',
  ...more,
});

/** Somebody who says yes each time they are asked; before the first, `between` is done by somebody else. */
function sayingYes(between: () => Promise<unknown>) {
  const heard = somebody();
  let asked = 0;
  const ask = async (question: string) => {
    heard.asked.push(question);
    if (asked++ === 0) await between();
    return 'yes';
  };
  return { ...heard, asker: { ...heard.asker, ask } };
}

const refs = async ({ store }: ImportDeps) => (await store.pupilsOf('elm-park')).map(({ ref }) => ref).sort();

describe('a child who comes between the look at a list and its yes', () => {
  it.each([
    ['their number', { ...ADA, ref: '1001' }],
    ['their number with another spelling of the name', { ...ADA, lastName: 'HUGHES', ref: '1001' }],
    ['their UPN', { ...ADA, ref: '77', upn: 'A823100010001' }],
  ])(
    'with %s is not brought in a second time: it is looked at again, and told what is so now',
    async (_what, who) => {
      const deps = await aSchool();
      const { asker, said, asked } = sayingYes(() => deps.store.put('pupils', added(who)));
      expect(await runImport(asking(LIST), asker, deps)).toBe(0);
      expect(said.join('\n')).toContain(
        'Somebody has changed this here meanwhile, so nothing was written yet: 1001. As it is now:',
      );
      expect(asked).toEqual(['Write this? (yes or no)', 'Write this? (yes or no)']);
      expect(said.join('\n')).toMatch(/2 new, 0 changed[\s\S]*1 new, 1 changed/);
      expect(await refs(deps)).toEqual(['1001', '1002']);
      expect(await deps.store.get('pupils', 'by-form')).toMatchObject({ ref: '1001', ...ADA });
    },
  );

  it('with the same name and date of birth, under another number, is one child', async () => {
    const deps = await aSchool();
    const twin = added({ ...ADA, firstName: 'ada', ref: '2002' });
    const { asker, said } = sayingYes(() => deps.store.put('pupils', twin));
    expect(await runImport(asking(LIST), asker, deps)).toBe(0);
    expect(said.join('\n')).toContain('nothing was written yet: 1001. As it is now:');
    expect((await deps.store.pupilsOf('elm-park')).map(({ firstName }) => firstName).sort()).toEqual([
      'Ada',
      'Kofi',
    ]);
  });

  it('with the number and nothing else in common has to be told from the list’s first', async () => {
    const deps = await aSchool();
    const other = added({ ref: '1001', firstName: 'Zed', lastName: 'Young', dateOfBirth: '2012-02-02' });
    const { asker, asked, wrong } = sayingYes(() => deps.store.put('pupils', other));
    // Asked whose the row is, "yes" is no answer.
    expect(await runImport(asking(LIST), asker, deps)).toBe(1);
    expect(asked[1]).toMatch(/^pupils\.csv, line 2.*Is it the same child, or another\?/s);
    expect(wrong.join()).toContain('Nothing was imported');
    expect(await refs(deps)).toEqual(['1001']);
  });

  it('and has nothing to do with the list changes nothing: it is written at the first yes', async () => {
    const deps = await aSchool();
    const other = added({ ref: '3003', firstName: 'Zed', lastName: 'Young', dateOfBirth: '2012-02-02' });
    const { asker, asked } = sayingYes(() => deps.store.put('pupils', other));
    expect(await runImport(asking(LIST), asker, deps)).toBe(0);
    expect(asked).toHaveLength(1);
    expect(await refs(deps)).toEqual(['1001', '1002', '3003']);
  });

  it('is here once where two colleagues bring the same list in at the same moment', async () => {
    const deps = await aSchool();
    const both = await Promise.all([
      bring(deps, asking(LIST, { yes: true })),
      bring(deps, asking(LIST, { yes: true })),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await refs(deps)).toEqual(['1001', '1002']);
  });

  it('waits for a form that is adding them, and sees whom it added', async () => {
    const deps = await aSchool();
    const { today, clock, ids, store } = deps;
    const input = { files: [LIST], columns: [], skipBad: false, decisions: new Map() };
    const preview = await previewImport(store, input, { today, at: clock.now(), newId: ids.unique });
    if (preview.is !== 'list') expect.fail('it was not taken');
    const form = Promise.withResolvers<void>();
    const adding = pupilsInTurn('elm-park', async () => {
      await form.promise;
      await store.put('pupils', added({ ...ADA, ref: '1001' }));
    });
    const taking = takeImport(preview.planned, deps);
    form.resolve();
    await adding;
    expect(await taking).toEqual({ is: 'changed-meanwhile', refs: ['1001'], school: false });
    expect(await refs(deps)).toEqual(['1001']);
  });

  it('is not tried for ever where something is changed each time', async () => {
    const deps = await aSchool();
    const { asker, wrong, asked } = somebody();
    let n = 0;
    const ask = async (question: string) => {
      asked.push(question);
      const now = (await deps.store.get('pupils', 'by-form')) ?? added({ ...ADA, ref: '1001' });
      await deps.store.put('pupils', { ...now, className: `4 ${n++}` });
      return 'yes';
    };
    expect(await runImport(asking(LIST), { ...asker, ask }, deps)).toBe(1);
    expect(asked).toHaveLength(5);
    expect(wrong.join()).toContain('Nothing was written: this is being changed here just now: 1001.');
    expect(await refs(deps)).toEqual(['1001']);
  });
});
