import { fullName, plainName } from '../language/name-words.ts';
import type { PupilDetails } from './school.ts';

type Mark = NonNullable<PupilDetails['toldApartBy']>;

/** What is looked at, in this order: the first that is another for each of them. A reference is no two pupils'. */
const TELLING: readonly (readonly [Mark, (pupil: PupilDetails) => string | undefined])[] = [
  ['year', ({ yearGroup }) => yearGroup],
  ['class', ({ className }) => className],
];

/** What tells pupils of one name apart. */
function markOf(namesakes: readonly PupilDetails[]): Mark {
  const telling = TELLING.find(([, of]) => {
    const all = namesakes.map(of);
    return !all.includes(undefined) && new Set(all).size === all.length;
  });
  return telling?.[0] ?? 'ref';
}

// However they are spelt: people do not see whose has an accent.
const nameKey = (pupil: PupilDetails) => plainName(fullName(pupil));

/** A school's pupils with what tells each from others of the same name; those in whom that is as it was are the same objects. */
export function toldApart<P extends PupilDetails>(pupils: readonly P[]): readonly P[] {
  const byName = Map.groupBy(pupils, nameKey);
  const marks = new Map(
    [...byName].flatMap(([name, all]) => (all.length > 1 ? [[name, markOf(all)] as const] : [])),
  );
  return pupils.map((pupil) => {
    const mark = marks.get(nameKey(pupil));
    if (mark === pupil.toldApartBy) return pupil;
    const { toldApartBy: _, ...rest } = pupil;
    return (mark ? { ...rest, toldApartBy: mark } : rest) as P;
  });
}
