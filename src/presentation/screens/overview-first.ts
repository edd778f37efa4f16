import { capital, count } from '../../domain/language/words.ts';
import { type Part, type Section, section } from '../parts.ts';
import { type LateInData, type LateLa, lateLaPart } from './overview-late.ts';
import { type ToSend, toSendPart } from './request-stands.ts';
import { type HeldUp, heldUpPart } from './support-stands.ts';

/* What stands before the actions of a school: what nobody has in hand there, or what is in somebody's way. */

/** What local authorities are late with, the longest first; what is still to be sent to them; and support that is not happening as agreed. */
export interface First {
  readonly late: readonly (LateLa | LateInData)[];
  readonly heldUp: readonly HeldUp[];
  readonly toSend: readonly ToSend[];
}

/** A line of it, and what it stands under. */
interface FirstRow {
  readonly heading: string;
  readonly part: Part;
}

/** All of it, a line each. */
export const firstRows = ({ late, toSend, heldUp }: First): readonly FirstRow[] => [
  ...late.map((one) => ({ heading: 'Waiting for the local authority', part: lateLaPart(one) })),
  ...toSend.map((one) => ({ heading: 'To be sent to the local authority', part: toSendPart(one) })),
  ...heldUp.map((one) => ({ heading: 'Support that is not happening as agreed', part: heldUpPart(one) })),
];

/** Whether a row of a list that begins with these is one of them. */
export const isFirst = (row: object): row is FirstRow => 'heading' in row;

/** Some of its lines, under what they stand under. */
export const firstSections = (rows: readonly FirstRow[]): Section[] =>
  [...Map.groupBy(rows, ({ heading }) => heading)].map(([heading, some]) =>
    section(
      heading,
      some.map(({ part }) => part),
    ),
  );

/** How much there is of it, as sentences; '' for nothing. */
export function firstWords({ late, toSend, heldUp }: First): string {
  const authorities = late.length ? `Local authorities are late with ${count(late.length, 'thing')}. ` : '';
  const unsent = toSend.flatMap(({ requests }) => requests).length;
  const requests = unsent
    ? `${capital(count(unsent, 'request'))} still to be sent to a local authority. `
    : '';
  const support = heldUp.length ? `Support is held up in ${count(heldUp.length, 'place')}. ` : '';
  return `${authorities}${requests}${support}`;
}
