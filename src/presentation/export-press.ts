import type { ActionData } from './message.ts';

/** What was said of passages: those to leave out, by their marks, and the mark of the page on which somebody looked at the others. */
export interface SaidOfPassages {
  readonly without?: string | undefined;
  readonly looked?: string | undefined;
}

/** Takes out all that is held about a pupil: for whom, once that is said, and what was said of passages. */
export const exportPress = (
  pupil: string,
  purpose?: string,
  { without, looked }: SaidOfPassages = {},
): ActionData => ({
  do: 'export',
  pupil,
  ...(purpose !== undefined && { for: purpose }),
  ...(without !== undefined && { without }),
  ...(looked !== undefined && { looked }),
});
