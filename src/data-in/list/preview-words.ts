import { count } from '../../domain/language/words.ts';
import { describeFaults } from '../fault.ts';
import { keptLines } from '../kept-words.ts';
import type { ListPreview } from '../preview.ts';
import type { Column } from '../shapes/shape.ts';
import type { ListedPupil } from './list-row.ts';
import type { ReadList } from './read-list.ts';

/*
 * A preview in words, by reference and line only: what stands in a terminal is kept and passed on in ways that the list is not.
 */

/** What a column of ours is, for somebody who looks at a list. */
const MEANS: Readonly<Record<Column, string>> = {
  ref: 'the school’s reference',
  upn: 'UPN',
  first_name: 'first name',
  last_name: 'last name',
  full_name: 'first and last name',
  date_of_birth: 'date of birth',
  year_group: 'year group',
  class: 'class',
  plan: 'SEN status',
  plan_made: 'the day the plan was made',
  last_reviewed: 'the day of the last review',
  la: 'local authority',
  last_meeting: 'the day of the last annual review meeting',
  last_decision: 'the day of the local authority’s last decision',
  phase_transfer: 'the next move',
  key_staff: 'key staff',
  left_on: 'the day they left',
  plan_ended: 'the day the plan was ceased',
};

/** So many are named; of more, how many there are. */
const NAMED = 12;

/** "1001, 1002 and 3 more". */
function some(refs: readonly string[]): string {
  const more = refs.length - NAMED;
  return more > 0 ? `${refs.slice(0, NAMED).join(', ')} and ${more} more` : refs.join(', ');
}

const linesOf = (rows: readonly ListedPupil[]) => some(rows.map(({ line }) => String(line)));

const skippedLines = (skipped: ReadList['skipped']) =>
  note(skipped, `Skipped, as nothing is kept of them: ${skipped.join(', ')}.`);

/** What was taken for what, and what is skipped. */
export function headingLines({ title, mapped, skipped }: ReadList): readonly string[] {
  return [
    `This looks like ${title}.`,
    `${mapped.map(({ heading, field }) => `${heading} is ${MEANS[field]}`).join('; ')}.`,
    ...skippedLines(skipped),
  ];
}

/** How the headings were taken; which is the first thing to look at. */
function mappingLines({ title, mapped, skipped }: ReadList): readonly string[] {
  const widest = Math.max(0, ...mapped.map(({ heading }) => heading.length));
  return [
    `This looks like ${title}. Its headings are taken so:`,
    ...mapped.map(({ heading, field }) => `  ${heading.padEnd(widest)}  is ${MEANS[field]} (${field})`),
    ...skippedLines(skipped),
    'To change one: --column "Heading=name", with a name in brackets as above, or skip.',
  ];
}

/** "312 rows, 44 with SEN, 9 of them EHCP; 2 new, 5 changed, 1 left". */
export function countLine({ list, sen, tally, left }: ListPreview): string {
  const rows = [
    count(list.rows, 'row'),
    ...(sen ? [`${sen.all} with SEN, ${sen.decidedElsewhere} of them ${sen.calledThat}`] : []),
  ];
  const changes = [
    `${tally.added.length} new`,
    `${tally.changed.length} changed`,
    `${tally.unchanged} as they were`,
    ...(left.length > 0 ? [`${left.length} left`] : []),
    ...(list.bad > 0 ? [`${list.bad} left out`] : []),
  ];
  return `${rows.join(', ')}; ${changes.join(', ')}.`;
}

/** What an import of this list would do. */
export function listLines(preview: ListPreview): readonly string[] {
  const { list, school, tally, left } = preview;
  return [
    ...mappingLines(list),
    `For ${school.name} (${school.id}):`,
    countLine(preview),
    ...note(tally.added, `  new      ${some(tally.added)}`),
    ...tally.changed.map(({ who, fields }) => `  changed  ${who}: ${fields.join(', ')}`),
    ...note(left, `  left     ${some(left)}: they have a day of leaving, and are not taken`),
    ...note(
      tally.missing,
      `  not in it  ${some(tally.missing)}: ${count(tally.missing.length, 'pupil stays as they were', 'pupils stay as they were')}`,
    ),
    ...toLookAt(preview),
    ...note(preview.kept, 'To take what the list says in their place: --take-list.'),
    ...note(list.faults, 'Left out:'),
    ...describeFaults(list.faults).map((line) => `  ${line}`),
  ];
}

const note = (rows: readonly unknown[], words: string) => (rows.length > 0 ? [words] : []);

/** What a person had better look at before they say yes. */
export function toLookAt({ list, sen, planGone, kept, school }: ListPreview): readonly string[] {
  return [
    ...note(
      planGone,
      `Please look: by this list ${some(planGone)} ${planGone.length === 1 ? 'has' : 'have'} no plan any more, and the plan here would go.`,
    ),
    ...note(
      list.otherYear,
      `Please look: the year group is not the usual one for the birth date on line ${linesOf(list.otherYear)}. That is right where a pupil is taught out of their year.`,
    ),
    ...note(
      list.oddUpn,
      `Please look: the letter of the UPN does not go with its numbers on line ${linesOf(list.oddUpn)}. It is taken as it stands.`,
    ),
    ...keptLines(kept, school),
    ...(sen
      ? []
      : ['This list says nothing of SEN: plans here stay as they are, and can be added afterwards.']),
  ];
}
