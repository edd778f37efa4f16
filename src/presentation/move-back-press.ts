import type { ActionData } from './message.ts';

/** Puts everybody back who was moved up into the school year of `year`; asked first, unless they are `sure`. */
export const moveBackPress = (school: string, year: number, sure = false): ActionData => ({
  do: 'move-back',
  school,
  year: String(year),
  ...(sure && { sure: 'yes' }),
});
