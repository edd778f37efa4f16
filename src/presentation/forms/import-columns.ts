import { capital } from '../../domain/language/words.ts';
import { oneOf } from '../../domain/questions/choice.ts';
import type { Option, Questions, Sent } from '../../domain/questions/question.ts';
import { button, press } from '../buttons.ts';
import type { LookAt } from '../import-answer.ts';
import type { HeadingSaid, ListColumn, ListColumns } from '../list-columns.ts';
import type { CardMessage } from '../message.ts';
import { shortTitle } from '../short-title.ts';
import { byQuestions, type Contents, type Refilled, showForm } from './asking.ts';

/** So many choices stand on one card: more would be too large for a chat. */
const MOST_CHOICES = 300;
const NONE = 'none';

const optionsOf = (headings: readonly string[]): readonly Option[] => [
  { value: NONE, title: 'Not on this list' },
  ...headings.map((heading, at) => ({ value: `h${at}`, title: shortTitle(heading) })),
];

/** The columns on a page; `page` counts from 1. */
function onPage({ columns, headings }: ListColumns, page: number) {
  const size = Math.max(2, Math.floor(MOST_CHOICES / (headings.length + 1)));
  const pages = Math.ceil(columns.length / size);
  const at = Math.min(Math.max(page, 1), pages);
  return { page: at, pages, shown: columns.slice((at - 1) * size, at * size) };
}

function contentsOf(shown: readonly ListColumn[], headings: readonly string[]): Contents<object, object> {
  const fields = shown.map(({ field }) => field);
  const twice = (field: string) => (sent: Sent) =>
    sent[field] !== NONE && fields.some((other) => other !== field && sent[other] === sent[field])
      ? 'This heading is chosen for something else, too. Please choose it once.'
      : undefined;
  const questions: Questions<object> = Object.fromEntries(
    shown.map(({ field, means }) => [
      field,
      oneOf<string, object>({
        label: capital(means),
        list: 'compact',
        options: () => optionsOf(headings),
        rule: twice(field),
      }),
    ]),
  );
  return byQuestions<Questions<object>, object, object>(
    questions,
    (subject) => subject,
    () => ({}),
  );
}

const standing = (shown: readonly ListColumn[], headings: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    shown.map(({ field, heading }) => {
      const at = heading === undefined ? -1 : headings.indexOf(heading);
      return [field, at < 0 ? NONE : `h${at}`];
    }),
  );

/**
 * Asks which heading of a list is what, a choice for each column it can have, some on a page.
 * @param of the look it is asked from.
 */
export function importColumnsForm(
  list: ListColumns,
  of: LookAt,
  wanted: number,
  again?: Refilled,
): CardMessage {
  const { page, pages, shown } = onPage(list, wanted);
  const turn = (to: number, title: string) => button(title, press.importList(of, 'columns', String(to)));
  return showForm<object, object>(
    {
      name: 'import-columns',
      title: 'Columns',
      open: 'Which column is what?',
      send: 'Use these columns',
      ask: () =>
        `Please choose the heading of your list for each${pages > 1 ? ` (page ${page} of ${pages})` : ''}. Then you see once more what it would change.`,
      notification: () => 'Your list: its columns',
      values: () => standing(shown, list.headings),
      freeText: false,
    },
    contentsOf(shown, list.headings),
    {
      line: '',
      submit: press.importList(of, 'set-columns', String(page)),
      open: press.importList(of, 'columns', String(page)),
      side: [
        ...(page < pages ? [turn(page + 1, 'More columns')] : []),
        ...(page > 1 ? [turn(page - 1, 'Columns before')] : []),
        button('Back', press.importList(of, 'look')),
      ],
    },
    {},
    again,
  );
}

/** What was sent from a page, as far as it differs from how the headings were taken; or what is at fault. */
export function columnsSent(
  list: ListColumns,
  wanted: number,
  values: Sent,
):
  | { readonly ok: true; readonly said: readonly HeadingSaid[] }
  | { readonly ok: false; readonly errors: Record<string, string> } {
  const { shown } = onPage(list, wanted);
  const read = contentsOf(shown, list.headings).read(values, {});
  if (!read.ok) return read;
  const chosen = shown.map(({ field, heading }) => ({
    field,
    before: heading,
    heading: list.headings[Number(values[field]?.slice(1))],
  }));
  const taken = new Set(chosen.map(({ heading }) => heading));
  const said = chosen.flatMap(({ field, before, heading }): readonly HeadingSaid[] => {
    if (heading !== undefined) return heading === before ? [] : [{ heading, field }];
    // One that could not be chosen, as it is too long or one of too many, is not said to be nothing.
    return before === undefined || taken.has(before) || !list.headings.includes(before)
      ? []
      : [{ heading: before, field: 'skip' }];
  });
  return { ok: true, said };
}
