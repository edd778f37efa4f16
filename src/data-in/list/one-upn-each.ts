import { refKey, upnOf } from '../../domain/pupil/who/person.ts';
import type { Decisions } from '../../domain/pupil/who/who.ts';
import { whoIsWho } from '../../domain/pupil/who/who-is-who.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { Fault } from '../fault.ts';
import type { ListedPupil } from './list-row.ts';
import type { ReadList } from './read-list.ts';

/**
 * The list, with each UPN that stands on several rows of children who are new as a fault of each of them: they would come in as
 * two children, and it may be one. Of a child who is here already it is known whose the UPN is.
 * @param stored the pupils of the school, and what a person has said of rows.
 */
export function oneUpnEach(list: ReadList, stored: readonly Pupil[], decisions: Decisions): ReadList {
  const staying = list.pupils.filter(({ leftOn }) => leftOn === undefined);
  const shared = [...Map.groupBy(staying, upnOf)].flatMap(([upn, rows]) =>
    upn !== undefined && rows.length > 1 ? [rows] : [],
  );
  // Almost always there is none, and then nobody is looked for.
  if (shared.length === 0) return list;
  const who = whoIsWho(stored, staying, decisions).rows;
  const news = new Set(who.flatMap(({ is, row }) => (is === 'new' ? [refKey(row.ref)] : [])));
  const wrong = shared.map((rows) => rows.filter(({ ref }) => news.has(refKey(ref)))).filter(isSeveral);
  const left = new Set(wrong.flat());
  return {
    ...list,
    pupils: list.pupils.filter((row) => !left.has(row)),
    otherYear: list.otherYear.filter((row) => !left.has(row)),
    oddUpn: list.oddUpn.filter((row) => !left.has(row)),
    faults: [...list.faults, ...wrong.flatMap((rows) => faultsOf(rows, list))],
    bad: list.bad + left.size,
  };
}

const isSeveral = (rows: readonly ListedPupil[]) => rows.length > 1;

const faultsOf = (rows: readonly ListedPupil[], { mapped }: ReadList): readonly Fault[] =>
  rows.flatMap((row, at) => {
    const other = rows[at === 0 ? 1 : 0];
    if (!other) return [];
    const message = `this UPN is on line ${other.line} too, under another number; if the two are one child, keep the row that is right, else put the UPN right`;
    const column = mapped.find(({ field }) => field === 'upn')?.heading ?? 'upn';
    return [{ file: row.from, line: row.line, column, message }];
  });
