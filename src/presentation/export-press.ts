import type { ActionData } from './message.ts';

/** Takes out all that is held about a pupil: for whom, once that is said, and without which passages. */
export const exportPress = (pupil: string, purpose?: string, without?: string): ActionData => ({
  do: 'export',
  pupil,
  ...(purpose !== undefined && { for: purpose }),
  ...(without !== undefined && { without }),
});
