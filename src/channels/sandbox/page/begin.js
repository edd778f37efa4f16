import { api } from './api.js';

const byId = (id) => document.getElementById(id);
const dialog = byId('begin');
const form = byId('begin-form');
const submit = byId('begin-submit');
const LOOK_AGAIN_MS = 200;
const PATIENCE_MS = 30_000;

const said = () => ({
  school: form.elements.school.value,
  senco: form.elements.senco.value,
  colleagues: form.elements.colleagues.value.split('\n').filter((line) => line.trim() !== ''),
});

/** Shows each field's sentence below it, and goes to the first at fault. */
function showFaults(faults) {
  for (const place of form.querySelectorAll('[data-fault]')) {
    const sentence = faults[place.dataset.fault] ?? '';
    place.textContent = sentence;
    form.elements[place.dataset.fault].setAttribute('aria-invalid', String(sentence !== ''));
  }
  form.querySelector('[aria-invalid="true"]')?.focus();
}

function busy(on) {
  submit.setAttribute('aria-disabled', String(on));
  submit.textContent = on ? 'Beginning…' : 'Begin';
}

/** Resolves when the bot that answers is another than the one of this session. */
async function startedAnew(session) {
  for (const late = Date.now() + PATIENCE_MS; Date.now() < late; ) {
    const state = await api.state().catch(() => undefined);
    if (state && state.session !== session) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error('That takes longer than it should. Look at the window in which the bot was started.');
}

/**
 * Makes the way to a school of one's own work. `begun` is called once the bot is about to be started with it, and gives
 * the session that ends; then the page is loaded anew.
 */
export function bindBegin(begun) {
  for (const open of document.querySelectorAll('[data-begin]'))
    open.addEventListener('click', () => dialog.showModal());
  byId('begin-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('input', ({ target }) => {
    form.querySelector(`[data-fault="${target.name}"]`).textContent = '';
    target.setAttribute('aria-invalid', 'false');
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') === 'true') return;
    byId('begin-trouble').textContent = '';
    busy(true);
    try {
      const { faults } = await api.begin(said());
      showFaults(faults);
      if (Object.keys(faults).length > 0) return busy(false);
      await startedAnew(begun());
      sessionStorage.removeItem('about');
      location.replace(location.pathname);
    } catch (error) {
      byId('begin-trouble').textContent = error.message;
      busy(false);
    }
  });
}

/** Says of the school that is here whether it is made up, or one that somebody began with. */
export function showWhose(own) {
  byId('about-own').hidden = !own;
  byId('about-made-up').hidden = own;
}
