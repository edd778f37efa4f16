import type { Question } from './question.ts';

/**
 * The question, asked only since answers to the others of its form were stored without it. Those stay as they are, and are
 * read out without it: nothing was said to it. Whoever answers from now on is asked it as any other.
 */
export const askedLater = <T, S>(question: Question<T, S>): Question<T, S, true> => ({
  ...question,
  later: true,
});

/** The question, asked only of what `asked` says so; of anything else there is no answer to it, and none is kept. */
export const askedWhere = <T, S>(
  asked: (subject: S) => boolean,
  question: Question<T, S>,
): Question<T, S, true> => ({ ...askedLater(question), asked });
