import { count } from '../../domain/language/words.ts';
import { asMain, type Button, button, press } from '../buttons.ts';
import type { LookAt } from '../import-answer.ts';
import type { ListColumns } from '../list-columns.ts';
import type { CardMessage } from '../message.ts';
import { type Notice, noticed, type Part, part, plain, section, sheetCard, subtle } from '../parts.ts';
import { shortTitle } from '../short-title.ts';

/** What a list of pupils would change, for a SENCO's eyes alone. */
export interface ImportLook {
  /** What it would do, the most important first. */
  readonly lines: readonly string[];
  /** What each heading was taken for. */
  readonly headings: readonly string[];
  /** What is wrong with it, a sentence each, with what would be right. */
  readonly faults: readonly string[];
  /** How many rows have a fault, where the others can be taken without them. */
  readonly bad?: { readonly bad: number; readonly rows: number } | undefined;
  /** Rows of which it must be said whose they are, by their reference; and whether it can be the child who is here. */
  readonly looks: readonly {
    readonly ref: string;
    readonly words: string;
    readonly canBeSame: boolean;
  }[];
  /** How many fields stay as they were changed here, though the list says something else. */
  readonly kept?: number | undefined;
  /** How many children on it were erased here, and are not taken. */
  readonly erased?: number | undefined;
  /** How its headings were taken, and could be; undefined where it has none. */
  readonly columns?: ListColumns | undefined;
  /** The schools whose pupils it has, where it is to be said whose are meant. */
  readonly schools?: readonly string[] | undefined;
  /** The heading that says whose, so that it can be said to be none. */
  readonly schoolHeading?: string | undefined;
  /** How many pupils it would change; undefined where it can't be taken as it is. */
  readonly changes?: number | undefined;
}

/** More would not fit on a card. */
const ROWS = 12;

function shown(lines: readonly string[], more: string): Part[] {
  const left = lines.length - ROWS;
  const rows = lines.slice(0, ROWS).map((line) => part([[plain(line)]]));
  return left > 0 ? [...rows, part([[subtle(`And ${count(left, more)} more.`)]])] : rows;
}

const titleOf = ({ changes, looks, bad, schools, kept }: ImportLook): string => {
  if (schools) return 'Whose pupils?';
  if (changes === 0)
    return kept ? 'Nothing to bring in: what was changed here stays' : 'All of this is here already';
  if (changes !== undefined) return 'Bring this list in?';
  if (looks.length > 0)
    return looks.some(({ canBeSame }) => canBeSame) ? 'Is it the same child?' : 'Whose row is it?';
  return bad ? 'Some rows need another look' : 'I can’t take this list as it is';
};

function buttonsOf({ changes, bad, kept, erased, columns }: ImportLook, of: LookAt): Button[] {
  const drop = button(changes === 0 ? 'Close' : 'Leave it', press.importList(of, 'drop'));
  const take = changes ? [asMain(button('Bring it in', press.importList(of, 'take')))] : [];
  const skip = bad
    ? [asMain(button(`Leave out ${count(bad.bad, 'row')}, look at the rest`, press.importList(of, 'skip')))]
    : [];
  const change = columns ? [button('Columns', press.importList(of, 'columns'))] : [];
  const list = kept ? [button('Take what the list says', press.importList(of, 'take-list'))] : [];
  const back = erased ? [button('Take who was erased, too', press.importList(of, 'take-erased'))] : [];
  return [...take, ...skip, ...list, ...back, ...change, drop];
}

/** So many schools have a button each; a trust has hardly more. */
const SCHOOLS = 20;

function whichSchool({ schools = [], schoolHeading }: ImportLook, of: LookAt): Part[] {
  const each = schools.slice(0, SCHOOLS).map((name, n) => ({
    name,
    choose: button(shortTitle(name), press.importList(of, 'list-school', String(n))),
  }));
  const isWhole = ({ name, choose }: (typeof each)[number]) => choose.title === name;
  const all =
    schoolHeading === undefined
      ? []
      : [button('They are parts of one school', press.importList(of, 'list-school', 'one'))];
  return [
    part(
      [
        [
          plain(
            'This list has pupils of several schools. Whose shall be looked at? The others are left out.',
          ),
        ],
      ],
      { below: [...each.filter(isWhole).map(({ choose }) => choose), ...all] },
    ),
    // What a button can't hold stands whole above it: two long names may begin alike.
    ...each
      .filter((one) => !isWhole(one))
      .map(({ name, choose }) => part([[plain(name)]], { below: [choose] })),
  ];
}

/** A look at a list that was sent: what it would do, what is wrong, whose a row is; nothing is written before they say so. */
export function importCard({
  look,
  of,
  notice,
  writes = 'review',
}: {
  readonly look: ImportLook;
  readonly of: LookAt;
  /** What came of the last press, where nothing was written. */
  readonly notice?: Notice | undefined;
  /** What a command begins with in this chat, where that is not “review”. */
  readonly writes?: string | undefined;
}): CardMessage {
  const { headings, faults, looks, changes, schools = [] } = look;
  // They stand among names, so no chat writes the commands in them its own way.
  const lines = look.lines.map((line) => line.replaceAll(/“review(?=[ ”])/g, `“${writes}`));
  const wrong = changes === undefined ? 'What to put right' : 'Left out';
  const whose = looks.slice(0, ROWS).map(({ ref, words, canBeSame }) =>
    part([[plain(words)]], {
      below: [
        ...(canBeSame ? [button('Same child', press.importList(of, 'same', ref))] : []),
        button('Another child', press.importList(of, 'another', ref)),
      ],
    }),
  );
  const card = sheetCard({
    frame: {
      title: titleOf(look),
      ask: 'Nothing is changed until you say so, and the file is not kept.',
      ...noticed(notice),
    },
    sections: [
      ...(lines.length
        ? [
            section(
              '',
              lines.map((line) => part([[plain(line)]])),
            ),
          ]
        : []),
      ...(whose.length ? [section('', whose)] : []),
      ...(schools.length ? [section('', whichSchool(look, of))] : []),
      ...(faults.length && !whose.length && !schools.length ? [section(wrong, shown(faults, 'fault'))] : []),
      ...(headings.length
        ? [section('How its headings are taken', [part(headings.map((one) => [subtle(one)]))])]
        : []),
    ],
    buttons: buttonsOf(look, of),
  });
  return { card, notification: 'Your list: what it would change' };
}
