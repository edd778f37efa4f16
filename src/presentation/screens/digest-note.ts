import type { Button } from '../buttons.ts';

/** What a SENCO is told of in a digest besides what anybody owes: a line, and where it is seen to. */
export interface Note {
  readonly text: string;
  readonly open: Button;
}
