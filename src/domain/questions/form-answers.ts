import type { Filling } from '../language/terms.ts';
import { worded } from './one-input.ts';
import type { Answers, Block, Input, Question, Questions, Sent } from './question.ts';

/** What stands on the card of a form: its questions' inputs and lines, in order. */
export function blocksOf<S>(questions: Questions<S>, subject: S, words: Filling): readonly Block[] {
  return askedOf(questions, subject).flatMap(([id, question]) => question.blocks(id, subject, words));
}

/** The inputs among blocks, in order. */
export function inputsAmong(blocks: readonly Block[]): readonly Input[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'group') return inputsAmong(block.blocks);
    return block.kind === 'lines' ? [] : [block];
  });
}

/** The answers read, or a sentence for each input at fault. */
export type ReadAnswers<Q> =
  | { readonly ok: true; readonly answers: Answers<Q> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Reads what was sent, by input id; a client leaves out what was left empty. What is not asked is answered with nothing. */
export function readAnswers<S, Q extends Questions<S>>(
  questions: Q,
  sent: Sent,
  subject: S,
  words: Filling,
): ReadAnswers<Q> {
  const inputs = inputsAmong(blocksOf<S>(questions, subject, words));
  const values = Object.fromEntries(inputs.map(({ id }) => [id, sentFor(sent, id)]));
  const data: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const { id, schema } of inputs) {
    const read = schema().safeParse(values[id]);
    data[id] = read.data;
    const [fault] = read.error?.issues ?? [];
    if (fault) errors[id] = fault.message;
  }
  for (const [id, sentence] of besides(askedOf<S>(questions, subject), values, subject, words))
    errors[id] ??= sentence;
  if (Object.keys(errors).length) return { ok: false, errors };
  const given = askedOf<S>(questions, subject)
    .filter(([, { asks }]) => asks ?? true)
    .map(([id, question]) => [id, question.answer(id, data, subject)]);
  // Each question has given the answer of its own type.
  return { ok: true, answers: { ...nothing(questions), ...Object.fromEntries(given) } as Answers<Q> };
}

/** What stands in an input: '' where nothing came for it, or something that is no text. */
function sentFor(sent: Readonly<Record<string, unknown>>, id: string): string {
  const value = Object.hasOwn(sent, id) ? sent[id] : '';
  return typeof value === 'string' ? value : '';
}

/** What stands in the inputs where the questions were answered before; `subject` where the inputs' ids go by it. */
export function filledFrom<S, Q extends Questions<S>>(
  questions: Q,
  answers: Partial<Answers<Q>>,
  subject?: S,
): Record<string, string> {
  const before: Readonly<Record<string, unknown>> = answers;
  return Object.assign(
    {},
    ...Object.entries(questions).map(([id, question]) =>
      before[id] === undefined ? {} : question.filled(id, before[id], subject),
    ),
  );
}

function nothing<S>(questions: Questions<S>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(questions).flatMap(([id, one]) => (one.nothing === undefined ? [] : [[id, one.nothing]])),
  );
}

type Asked<S> = readonly (readonly [string, Question<unknown, S>])[];

function askedOf<S>(questions: Questions<S>, subject: S): Asked<S> {
  return Object.entries(questions).filter(([, question]) => question.asked?.(subject) ?? true);
}

/** What is wrong because of other answers, whether or not those are at fault too: all faults are named at once. */
function besides<S>(
  asked: Asked<S>,
  sent: Sent,
  subject: S,
  words: Filling,
): readonly (readonly [string, string])[] {
  return asked.flatMap(([id, question]) => {
    const sentence = missedBecause(id, question, sent, subject) ?? question.rule?.(sent, subject, id);
    return sentence === undefined ? [] : [[id, worded(sentence, subject, words)] as const];
  });
}

/** The sentence for what another answer makes needed, where it was left out. */
function missedBecause<S>(
  id: string,
  { neededWhen }: Question<unknown, S>,
  sent: Sent,
  subject: S,
): string | undefined {
  if (!neededWhen) return undefined;
  const { question, is } = neededWhen;
  const answers = typeof is === 'function' ? is(subject) : is;
  if (!answers.includes(sent[question] ?? '')) return undefined;
  return (sent[id] ?? '').trim() === '' ? neededWhen.say : undefined;
}
