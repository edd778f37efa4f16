import { api } from './api.js';
import { dayWords, timeWords } from './words.js';

const face = document.getElementById('clock-face');
const buttons = [...document.querySelectorAll('[data-move]')];

export const clockWords = (now) => `${dayWords(now)}, ${timeWords(now)}`;

/** Shows the time it is in the sandbox. */
export function showClock(now) {
  const words = clockWords(now);
  if (face.dataset.words === words) return;
  face.dataset.words = words;
  const day = document.createElement('strong');
  day.textContent = dayWords(now);
  const zone = document.createElement('span');
  zone.textContent = ' (school time)';
  face.replaceChildren(day, `, ${timeWords(now)}`, zone);
}

function busy(on) {
  // Not `disabled`: that would throw the focus off the button that was just pressed.
  for (const button of buttons) button.setAttribute('aria-disabled', String(on));
  face.classList.toggle('busy', on);
}

/** Makes the clock's buttons work. `moves` is called as one is pressed, `moved` with the new time, `failed` with a sentence. */
export function bindClock({ moves, moved, failed }) {
  for (const button of buttons) {
    button.addEventListener('click', async () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      busy(true);
      moves();
      try {
        const { now } = await api.moveClock(button.dataset.move);
        showClock(now);
        moved(now);
      } catch (error) {
        failed(error.message);
      } finally {
        busy(false);
      }
    });
  }
}
