import type { Filling } from '../language/terms.ts';
import { worded } from './one-input.ts';
import type { Question, Questions, SaidAnswer, SaidUnder } from './question.ts';

/** What the answer to a question is called where it is read out. */
export function calledOf<S>(question: Question<unknown, S>, subject: S, words: Filling): string {
  return worded(question.called ?? question.label, subject, words);
}

/** How much somebody is shown: everything, or what all see who are shown the record. */
export type Seeing = 'all' | 'shared';

/** Whether somebody who sees so much is shown the answer to a question. */
export const isShown = ({ shownTo }: Pick<Question<unknown, never>, 'shownTo'>, seeing: Seeing): boolean =>
  seeing === 'all' || shownTo === undefined;

/** Whether they are shown the answer to any of these. */
export const showsAny = (questions: Questions<never>, seeing: Seeing): boolean =>
  Object.values(questions).some((question) => isShown(question, seeing));

/** These questions, whose answers only those are shown who oversee reviews. */
export function forOverseers<Q extends Questions<never>>(questions: Q): Q {
  const marked = Object.entries(questions).map(([id, one]) => [id, { ...one, shownTo: 'overseers' }]);
  // Each question is as it was, but for whom its answer is shown.
  return Object.fromEntries(marked) as Q;
}

/** What was said but to these questions: what is left to read out where a screen shows those its own way. */
export const except = (said: readonly SaidUnder[], ...questions: readonly string[]): readonly SaidUnder[] =>
  said.filter(({ question }) => !questions.includes(question));

/**
 * What was said to the questions, in their order, each under what it is called; nothing for what was left out, nor for
 * what somebody who sees as much as `seeing` is not shown. What is read out `under` another question stands with that
 * one's answer.
 */
export function saidTo<S>(
  questions: Questions<S>,
  answers: Readonly<Record<string, unknown>>,
  subject: S,
  words: Filling,
  seeing: Seeing = 'shared',
): readonly SaidUnder[] {
  const said = (id: string): SaidAnswer[] => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const one = answer === undefined ? undefined : questions[id]?.said(answer, subject, words);
    return one ? [one] : [];
  };
  const entries = Object.entries(questions).filter(([, question]) => isShown(question, seeing));
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
