import type { Filling } from '../language/terms.ts';
import { worded } from './one-input.ts';
import type { Questions, SaidAnswer, SaidUnder } from './question.ts';

/**
 * What was said to the questions, in their order, each under what it is called; nothing for what was left out. What is
 * read out `under` another question stands with that one's answer.
 */
export function saidTo<S>(
  questions: Questions<S>,
  answers: Readonly<Record<string, unknown>>,
  subject: S,
  words: Filling,
): readonly SaidUnder[] {
  const said = (id: string): SaidAnswer[] => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const one = answer === undefined ? undefined : questions[id]?.said(answer, subject, words);
    return one ? [one] : [];
  };
  const entries = Object.entries(questions);
  return entries
    .filter(([, { under }]) => under === undefined)
    .flatMap(([id, question]) => {
      const also = entries.filter(([, { under }]) => under === id).flatMap(([other]) => said(other));
      return said(id).map((answer) => ({
        question: id,
        called: worded(question.called ?? question.label, subject, words),
        answer,
        with: also,
      }));
    });
}
