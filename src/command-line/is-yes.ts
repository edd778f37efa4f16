/** Whether an answer to a question that a command asked says yes. */
export const isYes = (answer: string): boolean => ['y', 'yes'].includes(answer.trim().toLowerCase());
