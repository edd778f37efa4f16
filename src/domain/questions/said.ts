import type { Filling } from '../language/terms.ts';
import { worded } from './one-input.ts';
import type { Question, Questions, SaidAnswer, SaidUnder } from './question.ts';

/** What the answer to a question is called where it is read out. */
export function calledOf<S>(question: Question<unknown, S>, subject: S, words: Filling): string {
  return worded(question.called ?? question.label, subject, words);
}

/** What was said but to these questions: what is left to read out where a screen shows those its own way. */
export const except = (said: readonly SaidUnder[], ...questions: readonly string[]): readonly SaidUnder[] =>
  said.filter(({ question }) => !questions.includes(question));

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
        called: calledOf(question, subject, words),
        answer,
        with: also,
      }));
    });
}
