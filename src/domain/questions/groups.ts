import { z } from 'zod';
import type { Filling } from '../language/terms.ts';
import { fields, listOf } from '../stored.ts';
import type { Answers, Block, NamedItem, Question, Questions, ShownLine } from './question.ts';
import { saidTo } from './said.ts';
import { storedFields } from './stored-answers.ts';

/**
 * Lines to read among the questions, or ('passage') a passage of them that stands a little apart. They ask nothing, so no
 * answer is kept.
 */
export function lines<S = unknown>(
  shows: (subject: S) => readonly ShownLine[],
  as: 'lines' | 'passage' = 'lines',
): Question<never, S> {
  return {
    label: '',
    asks: false,
    blocks: (_id, subject) => {
      const shown: Block = { kind: 'lines', lines: shows(subject) };
      if (shown.lines.length === 0) return [];
      return as === 'lines' ? [shown] : [{ kind: 'group', separator: false, blocks: [shown] }];
    },
    answer: () => {
      throw new Error('lines are not answered');
    },
    stored: () => z.never(),
    isTyped: () => false,
    filled: () => ({}),
    said: () => undefined,
  };
}

// Clients read marks in a label, which is otherwise words of ours.
const MARKS = /[*_~`#[\]()<>|\\{}$]/g;

/** What something is called, as a label has it: on one line, and without what would be read as a mark. */
const inLabel = (text: string): string => text.replaceAll(MARKS, ' ').split(/\s+/).filter(Boolean).join(' ');

interface EachRow<Item, Key extends string, Q, S> {
  /** What it is asked of. */
  readonly of: (subject: S) => readonly Item[];
  /** Names the item in the answer. */
  readonly key: Key;
  readonly id: (item: Item) => string;
  /** What an item is called, where its answers are read out; also of one that is no longer there. */
  readonly about: (id: string, subject: S, words: Filling) => NamedItem;
  /** Shown above its questions. */
  readonly shows: (item: Item, subject: S, words: Filling) => readonly ShownLine[];
  readonly questions: Q;
  /** Whether a line parts one from the next; left out: it does. */
  readonly separator?: boolean;
  /** The id of the input for a question of an item; left out: "question_item". */
  readonly input?: (question: string, id: string, subject: S) => string;
}

/**
 * The same questions of each of several things: of every target, say. In their words `{number}` is which of them it is,
 * from 1, and `{item}` what it is called. The answer is a list, an item's id under `key` beside its answers.
 */
export function each<Item, Key extends string, Q extends Questions<S>, S>(
  row: EachRow<Item, Key, Q, S>,
): Question<readonly (Readonly<Record<Key, string>> & Answers<Q>)[], S> {
  type Each = Readonly<Record<Key, string>> & Answers<Q>;
  const questions: Questions<S> = row.questions;
  const inputId = (question: string, id: string, subject?: S) => {
    if (!row.input) return `${question}_${id}`;
    if (subject === undefined) throw new Error('the ids of these inputs go by what they are about');
    return row.input(question, id, subject);
  };
  return {
    label: '',
    blocks: (_id, subject, words) =>
      row.of(subject).map((one, at): Block => {
        const item = inLabel(row.about(row.id(one), subject, words).text) || `${at + 1}`;
        const filling = { ...words, number: String(at + 1), item };
        const asked = Object.entries(questions).flatMap(([id, question]) =>
          question.blocks(inputId(id, row.id(one), subject), subject, filling),
        );
        return {
          kind: 'group',
          separator: row.separator ?? true,
          blocks: [{ kind: 'lines', lines: row.shows(one, subject, filling) }, ...asked],
        };
      }),
    answer: (_id, values, subject) =>
      row.of(subject).map((item) => {
        const answers = Object.entries(questions).map(([id, question]) => [
          id,
          question.answer(inputId(id, row.id(item), subject), values, subject),
        ]);
        // Each question of the row has given its own answer.
        return { [row.key]: row.id(item), ...Object.fromEntries(answers) } as Each;
      }),
    // Each question of the row says how its own answer is kept.
    stored: () =>
      listOf(fields({ [row.key]: z.string(), ...storedFields(questions) })) as unknown as z.ZodType<
        readonly Each[]
      >,
    // An item's id is in the input's: what stands before it says which question it is.
    isTyped: (_id, input) =>
      Object.entries(questions).some(
        ([id, question]) => input.startsWith(`${id}_`) && question.isTyped(id, id),
      ),
    filled: (_id, answer, subject) =>
      Object.assign(
        {},
        ...answer.flatMap((item) => {
          const said: Readonly<Record<string, unknown>> = item;
          return Object.entries(questions).map(([id, question]) =>
            said[id] === undefined
              ? {}
              : question.filled(inputId(id, item[row.key], subject), said[id], subject),
          );
        }),
      ),
    said: (answer, subject, words) =>
      answer.length
        ? {
            is: 'each',
            items: answer.map((item) => ({
              about: row.about(item[row.key], subject, words),
              said: saidTo(questions, item, subject, words),
            })),
          }
        : undefined,
  };
}
