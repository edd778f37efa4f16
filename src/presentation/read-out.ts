import { dayWords } from '../domain/language/days.ts';
import type { SaidAnswer, SaidItem, SaidUnder } from '../domain/questions/question.ts';
import {
  bold,
  headed,
  type Part,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
  typed,
} from './parts.ts';

type OneAnswer = Exclude<SaidAnswer, { is: 'each' }>;

/** An answer as one text: a choice by its title, a day in words. */
function answerText(answer: OneAnswer): string {
  switch (answer.is) {
    case 'text':
      return answer.text;
    case 'chosen':
      return answer.title;
    case 'several':
      return answer.titles.join(', ');
    case 'day':
      return dayWords(answer.day);
  }
}

const isOne = (answer: SaidAnswer): answer is OneAnswer => answer.is !== 'each';

/** What an answer is called, before it in its line: "How often: ", "Is the support helping? ". */
const before = (called: string) => (called ? `${called}${called.endsWith('?') ? ' ' : ': '}` : '');

/** A short answer in one line with what it is called: "Was the support given as planned? Partly". */
const short = (called: string, answer: Run): Run[] => (called ? [subtle(before(called)), answer] : [answer]);

function linesOf(called: string, answer: OneAnswer): Run[][] {
  const text = answerText(answer);
  if (answer.is === 'text') return called ? [[bold(called)], ...typed(text)] : typed(text);
  return [short(called, answer.is === 'chosen' ? bold(text) : plain(text))];
}

const withAll = ({ called, answer, with: also }: SaidUnder): Run[][] => [
  ...(isOne(answer) ? linesOf(called, answer) : []),
  ...also.filter(isOne).flatMap((one) => linesOf('', one)),
];

function itemPart({ about, said }: SaidItem): Part {
  const [first = [], ...rest] = typed(about.text);
  return part([[subtle(`${about.label}: `), ...first], ...rest, ...said.flatMap(withAll)]);
}

/** What was said to questions, as lines of one part: what each is called, and the answer. */
export const readLines = (said: readonly SaidUnder[]): Run[][] => said.flatMap(withAll);

/** What was said to questions, a section each: headed by what it is called, the answer below. */
export const readSections = (said: readonly SaidUnder[]): Section[] =>
  said.map((one) => section(one.called, [part(withAll({ ...one, called: '' }))]));

/** What was said to questions, a part each: what it is called, and the answer; of several things, a part each thing. */
export function readOut(said: readonly SaidUnder[]): Part[] {
  return said.flatMap((one) =>
    one.answer.is === 'each' ? one.answer.items.map(itemPart) : [part(withAll(one))],
  );
}

/** A text in the line of what it is called, its other paragraphs below; a choice stands out where others are beside it. */
function briefly({ called, answer, with: also }: SaidUnder): Run[][] {
  if (!isOne(answer)) return [];
  const text = answerText(answer);
  if (answer.is === 'text') {
    const [first, ...rest] = typed(text);
    return first ? [[...(called ? [subtle(before(called))] : []), ...first], ...rest] : [];
  }
  const beside = also.filter(isOne).map((one) => plain(` · ${answerText(one)}`));
  return [[...short(called, beside.length ? bold(text) : plain(text)), ...beside]];
}

/** What was said to questions, as lines of one part, each short answer in one line with what it is called. */
export const inBrief = (said: readonly SaidUnder[]): Run[][] => said.flatMap(briefly);

/** The same of something that is named by the first answer: that one stands at the head in bold, after `number`. */
export function headedBrief([head, ...rest]: readonly SaidUnder[], number = ''): Run[][] {
  return [...(head && isOne(head.answer) ? headed(number, answerText(head.answer)) : []), ...inBrief(rest)];
}

/** "How they gave them: A drawing": what was said to one question, as a note. */
export const noteOf = ({ called, answer }: SaidUnder): Run =>
  subtle(`${before(called)}${isOne(answer) ? answerText(answer) : ''}`);

/** Several that were chosen, a line each below what the question is called. */
export const listPart = ({ called, answer }: SaidUnder): Part =>
  part([[subtle(called)], ...(answer.is === 'several' ? answer.titles.map((title) => [plain(title)]) : [])]);
