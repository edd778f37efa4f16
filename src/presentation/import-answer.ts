/** A look at a list that waits for an answer: which list, and how many looks at it there have been, this one among them. */
export interface LookAt {
  readonly token: string;
  readonly look: number;
}

/**
 * What is said of a list: yes or no to it, what is to be done with its rows, for which school, whose pupils of several schools
 * on it, and which column is what (`look` goes back from there).
 */
export type ImportAnswer =
  | 'take'
  | 'skip'
  | 'take-list'
  | 'take-erased'
  | 'drop'
  | 'progress'
  | 'same'
  | 'another'
  | 'school'
  | 'list-school'
  | 'columns'
  | 'set-columns'
  | 'look';
