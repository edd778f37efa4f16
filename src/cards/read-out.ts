import type { SaidAnswer, SaidItem, SaidUnder } from '../domain/questions/question.ts';
import { bold, type Part, part, plain, type Run, subtle, typed } from './parts.ts';
import { dayWords } from './words.ts';

/** A short answer in one line with what it is called: "Was the support given as planned? Partly". */
function short(called: string, answer: Run): Run[] {
  return called ? [subtle(`${called}${called.endsWith('?') ? ' ' : ': '}`), answer] : [answer];
}

function linesOf(called: string, answer: Exclude<SaidAnswer, { is: 'each' }>): Run[][] {
  switch (answer.is) {
    case 'text':
      return called ? [[bold(called)], ...typed(answer.text)] : typed(answer.text);
    case 'chosen':
      return [short(called, bold(answer.title))];
    case 'several':
      return [short(called, plain(answer.titles.join(', ')))];
    case 'day':
      return [short(called, plain(dayWords(answer.day)))];
  }
}

const withAll = ({ called, answer, with: also }: SaidUnder): Run[][] => [
  ...(answer.is === 'each' ? [] : linesOf(called, answer)),
  ...also.flatMap((one) => (one.is === 'each' ? [] : linesOf('', one))),
];

function itemPart({ about, said }: SaidItem): Part {
  const [first = [], ...rest] = typed(about.text);
  return part([[subtle(`${about.label}: `), ...first], ...rest, ...said.flatMap(withAll)]);
}

/** What was said to questions, a part each: what it is called, and the answer; of several things, a part each thing. */
export function readOut(said: readonly SaidUnder[]): Part[] {
  return said.flatMap((one) =>
    one.answer.is === 'each' ? one.answer.items.map(itemPart) : [part(withAll(one))],
  );
}
