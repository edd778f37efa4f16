import { fullName } from '../../domain/language/name-words.ts';
import { count, listed } from '../../domain/language/words.ts';
import { describeFaults } from '../fault.ts';
import { keptLines } from '../kept-words.ts';
import { changedAlike } from '../pupil-changes.ts';
import { some } from '../some.ts';
import { MEANS } from './column-words.ts';
import { erasedLines } from './erased-words.ts';
import type { ListPreview } from './preview-list.ts';
import type { ReadList } from './read-list.ts';
import { howMany, type Someone } from './to-look-at.ts';

/*
 * A preview in words. In a terminal by reference and line only: what stands there is kept and passed on in ways that the list is
 * not.
 */

const note = (rows: readonly unknown[], words: string) => (rows.length > 0 ? [words] : []);

/** How a list was understood, whether or not it can be taken. */
type Understood = Pick<ReadList, 'known' | 'title' | 'mapped' | 'skipped' | 'unread'> &
  Partial<Pick<ReadList, 'school' | 'ofOthers'>>;

const looksLike = ({ known, title }: Understood) =>
  known
    ? `This looks like ${title}.`
    : 'This is from no system known here: please look at the columns, whether each is taken for what it is.';

/** An id alone tells nobody which school it is. */
const isAName = /\p{L}{3}/u;

function besideLines({ skipped, unread, school, ofOthers = 0 }: Understood): readonly string[] {
  return [
    ...note(skipped, `Skipped, as nothing is kept of them: ${skipped.join(', ')}.`),
    ...note(unread, `Not looked at: ${unread.join(', ')}.`),
    ...(school === undefined || !isAName.test(school)
      ? []
      : [
          `Its school is ${school}${ofOthers > 0 ? `; ${count(ofOthers, 'pupil of others is', 'pupils of others are')} left out` : ''}.`,
        ]),
  ];
}

/** What was taken for what, and what is skipped. */
export function headingLines(list: Understood): readonly string[] {
  return [
    looksLike(list),
    `${list.mapped.map(({ heading, field }) => `${heading} is ${MEANS[field]}`).join('; ')}.`,
    ...besideLines(list),
  ];
}

/** How the headings were taken; which is the first thing to look at. */
function mappingLines(list: Understood): readonly string[] {
  const { mapped } = list;
  const widest = Math.max(0, ...mapped.map(({ heading }) => heading.length));
  return [
    `${looksLike(list)} Its headings are taken so:`,
    ...mapped.map(({ heading, field }) => `  ${heading.padEnd(widest)}  is ${MEANS[field]} (${field})`),
    ...besideLines(list),
    'To change one: --column "Heading=name", with a name in brackets as above, or skip.',
  ];
}

/** "312 rows, 44 with SEN, 9 of them EHCP; 2 new, 5 changed, 1 left; 3 need a look". */
export function countLine({ list, sen, tally, left, toLookAt }: ListPreview): string {
  const rows = [
    count(list.rows, 'row'),
    ...(sen ? [`${sen.all} with SEN, ${sen.decidedElsewhere} of them ${sen.calledThat}`] : []),
  ];
  const changes = [`${tally.added.length} new`, `${tally.changed.length} changed`, `${left.length} left`];
  const looks = howMany(toLookAt);
  const bad = `${count(list.bad, 'row has', 'rows have')} faults and ${list.bad === 1 ? 'is' : 'are'} not taken`;
  const parts = [
    rows.join(', '),
    changes.join(', '),
    ...(list.bad > 0 ? [bad] : []),
    ...(looks > 0 ? [`${looks} ${looks === 1 ? 'needs' : 'need'} a look`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** What an import of this list would do. */
export function listLines(preview: ListPreview): readonly string[] {
  const { list, school, tally, left } = preview;
  const looks = lookLines(preview, ({ ref }) => ref);
  return [
    ...mappingLines(list),
    `For ${school.name} (${school.id}):`,
    countLine(preview),
    ...note(tally.added, `  new      ${some(tally.added)}`),
    ...changedAlike(tally.changed).map(({ fields, who }) => `  changed  ${listed(fields)}: ${some(who)}`),
    ...note(
      left,
      `  left     ${some(left.map(({ ref }) => ref))}: nothing is asked of them any more, and what is recorded stays`,
    ),
    ...note(looks, 'Please look:'),
    ...looks.map((line) => `  ${line}`),
    ...besides(preview),
    ...note(preview.kept, 'To take what the list says in their place: --take-list.'),
    ...erasedLines(preview.erased.length),
    ...note(preview.erased, 'To take them all the same: --take-erased.'),
    ...note(list.faults, 'Not taken:'),
    ...describeFaults(list.faults).map((line) => `  ${line}`),
  ];
}

/** So many different changes are told apart; of more, how many there are. */
const CHANGES = 8;
/** So many pupils are named for each. */
const NAMED_EACH = 10;

/** What changes in whom, for a person's own eyes: with names, and apart from what is none in truth. */
export function changedLinesPrivately({ tally, planned }: ListPreview): readonly string[] {
  const named = new Map(planned.plan.pupils.map((pupil) => [pupil.ref, fullName(pupil)]));
  const groups = changedAlike(tally.changed);
  const real = groups.filter(({ onlyWritten }) => !onlyWritten);
  const written = groups.flatMap(({ onlyWritten, who }) => (onlyWritten ? who : []));
  const more = real.slice(CHANGES).reduce((sum, { who }) => sum + who.length, 0);
  return [
    ...real.slice(0, CHANGES).map(({ fields, who }) => {
      const names = who.slice(0, NAMED_EACH).map((ref) => named.get(ref) ?? ref);
      const others = who.length - names.length;
      const whose = others > 0 ? `${names.join(', ')} and ${others} more` : names.join(', ');
      return `Changes (${who.length}): ${listed(fields)} of ${whose}.`;
    }),
    ...(more > 0 ? [`And something else of ${count(more, 'pupil')} more.`] : []),
    ...(written.length > 0
      ? [
          `Of ${count(written.length, 'pupil')} only how the reference is written changes (noughts in front, capitals or spaces): they are the same children.`,
        ]
      : []),
  ];
}

/** What a person had better look at before they say yes, a line each; `named` says how pupils are called there. */
function lookLines({ toLookAt }: ListPreview, named: (one: Someone) => string): readonly string[] {
  return toLookAt.map(({ who, say, other }) =>
    say(some(who.map(named)), who.length > 1, other ? named(other) : ''),
  );
}

/** The same for a person's own eyes: with names. */
export const lookLinesPrivately = (preview: ListPreview): readonly string[] => [
  ...note(preview.left, `Left: ${some(preview.left.map(fullName))}. Nothing is asked of them any more.`),
  ...lookLines(preview, fullName),
  ...besides(preview),
];

/** What there is to know besides. */
const besides = ({
  list: { repeated, between, pupils },
  sen,
  strangers,
  ofOtherParts,
  kept,
  school,
  tally: { unchanged },
}: ListPreview): readonly string[] => [
  ...(pupils.some(({ inCapitals }) => inCapitals)
    ? ['Names on it are in capitals: new ones are kept as Hughes or O’Brien, those here stay as they are.']
    : []),
  ...(between > 0
    ? [
        `${count(between, 'line has', 'lines have')} text in one cell only: ${between === 1 ? 'it is' : 'they are'} taken for a heading between the pupils.`,
      ]
    : []),
  ...(repeated > 0
    ? [
        `${count(repeated, 'row says', 'rows say')} again what another says, and ${repeated === 1 ? 'counts' : 'count'} once.`,
      ]
    : []),
  ...keptLines(kept, school),
  ...(unchanged > 0 ? [`${count(unchanged, 'pupil is', 'pupils are')} as they were.`] : []),
  ...(ofOtherParts > 0
    ? [
        `${ofOtherParts} pupils are here and not on this list: it is taken for one of a part of the school, and nothing is changed of them.`,
      ]
    : []),
  ...(strangers > 0
    ? [
        `${count(strangers, 'row is', 'rows are')} of pupils who left and were never here: nothing is kept of them.`,
      ]
    : []),
  ...(sen
    ? []
    : ['This list says nothing of SEN: plans here stay as they are, and can be added afterwards.']),
];
