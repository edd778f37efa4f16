const ROLES = { senco: 'SENCO', leader: 'Senior leader', staff: 'Staff' };

/** What a role of the staff list is called on screen. */
export const roleWords = (role) => ROLES[role] ?? role;

/** What somebody of a role would type first. */
export const firstWords = (role) =>
  role === 'staff' ? ['review mine', 'review help'] : ['review due', 'review mine', 'review help'];

const school = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });
const DAY = school({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TIME = school({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "Monday 23 November 2026", at school. */
export const dayWords = (instant) => DAY.format(new Date(instant)).replace(',', '');

/** "08:30", at school. */
export const timeWords = (instant) => TIME.format(new Date(instant));

/** "2 to do": whose turn it is. */
export const toDoWords = ({ toDo }) => `${toDo} to do`;

export const unreadWords = (count) => `${count} unread ${count === 1 ? 'message' : 'messages'}`;

/** "PS" for Priya Shah. */
export function initials(name) {
  const words = name.replace(/^(Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+/i, '').split(/\s+/);
  return [words.at(0), words.length > 1 ? words.at(-1) : '']
    .map((word) => (word ?? '').charAt(0))
    .join('')
    .toUpperCase();
}

/** One of six hues, the same for a person each time. */
export const hue = (text) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % 6;
