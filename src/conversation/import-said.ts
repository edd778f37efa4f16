import type { HeadingSaid } from '../presentation/list-columns.ts';
import type { ImportSaid, PendingList } from './import-port.ts';

export const NOTHING_SAID: ImportSaid = { skipBad: false, whose: new Map(), takeList: false, columns: [] };

type Says = (list: PendingList, about: string) => ImportSaid | undefined;

/** Answers that say something more of the list; of a row, school or heading that its look does not have, nothing. */
const SAYS: Readonly<Record<string, Says>> = {
  look: ({ said }) => said,
  skip: ({ said }) => ({ ...said, skipBad: true }),
  'take-list': ({ said }) => ({ ...said, takeList: true }),
  'take-erased': ({ said }) => ({ ...said, takeErased: true }),
  same: (list, ref) => withWhose(list, ref, 'same'),
  another: (list, ref) => withWhose(list, ref, 'another'),
  'list-school': ({ said, look }, about) => {
    const heading = look?.schoolHeading;
    if (about === 'one') return heading ? withColumns(said, [{ heading, field: 'skip' }]) : undefined;
    const schoolInList = look?.schools?.[Number(about)];
    return schoolInList === undefined ? undefined : { ...afresh(said), schoolInList };
  },
};

/** What is said of the list once it is answered so; undefined where the answer says nothing more of it. */
export function saidWith(list: PendingList, answer: string, about: string): ImportSaid | undefined {
  return Object.hasOwn(SAYS, answer) ? SAYS[answer]?.(list, about) : undefined;
}

/**
 * What stays said where other rows are looked at, or the same against another school: which column is what. All else was said
 * of rows, or of pupils, that may be others now.
 */
export const afresh = ({ columns }: ImportSaid): ImportSaid => ({ ...NOTHING_SAID, columns });

function withWhose({ said, look }: PendingList, ref: string, is: 'same' | 'another'): ImportSaid | undefined {
  const row = look?.looks.find((one) => one.ref === ref);
  if (!row) return undefined;
  const { person, pupil } = row;
  return { ...said, whose: new Map([...said.whose, [ref, { is, person, pupil }]]) };
}

/** With what is said now of headings: of one heading, or one column, the last word stands. */
export function withColumns(said: ImportSaid, now: readonly HeadingSaid[]): ImportSaid {
  if (now.length === 0) return said;
  const isOver = (one: HeadingSaid) =>
    now.some(({ heading, field }) => heading === one.heading || (field === one.field && field !== 'skip'));
  const { schoolInList } = said;
  return {
    ...afresh(said),
    columns: [...said.columns.filter((one) => !isOver(one)), ...now],
    ...(schoolInList !== undefined && { schoolInList }),
  };
}
