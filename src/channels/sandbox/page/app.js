import { api } from './api.js';
import { bindBegin, showWhose } from './begin.js';
import {
  apply,
  bringIntoView,
  clearNew,
  fillEmpty,
  goToNews,
  panelOf,
  showCardTrouble,
  showPanel,
} from './chat.js';
import { bindClock, clockWords, showClock } from './clock.js';
import { forgetTyped } from './drafts.js';
import { focusFirstError } from './errors.js';
import { showPeople } from './people.js';
import { firstWords, roleWords } from './words.js';

const byId = (id) => document.getElementById(id);
const composerText = byId('composer-text');
let people = [];
let current;
let session;
let own = false;

/** Says something to who can't see it, without moving them. */
function announce(text) {
  byId('announcer').textContent = text;
}

function trouble(sentence) {
  byId('trouble').hidden = !sentence;
  byId('trouble').textContent = sentence ?? '';
}

function composerTrouble(sentence) {
  byId('composer-trouble').hidden = !sentence;
  byId('composer-trouble').textContent = sentence ?? '';
}

// One look at a time; what happens during one is seen by the next.
let looking;
let lookAgain = false;
function refresh() {
  if (looking) {
    lookAgain = true;
    return looking;
  }
  looking = (async () => {
    do {
      lookAgain = false;
      await look();
    } while (lookAgain);
  })().finally(() => {
    looking = undefined;
  });
  return looking;
}

async function look() {
  const state = await api.state();
  if (session !== undefined && session !== state.session) return startAgain();
  session = state.session;
  own = state.own;
  showWhose(own);
  const before = people;
  people = state.people;
  showClock(state.now);
  if (!current) choose(wanted() ?? people[0]?.email);
  if (current) await lookAt(current);
  paint();
  announceOthers(before);
}

async function lookAt(panel) {
  const arrived = apply(panel, await api.messages(panel.person.email, panel.revision), press);
  const unread = arrived.filter(({ message }) => message.unread);
  if (panel !== current) return;
  if (arrived.length > 0)
    announce(arrived.map(({ message }) => `New message: ${message.show.notification}`).join(' '));
  const mine = people.find((person) => person.email === panel.person.email);
  if ((unread.length > 0 || mine?.unread > 0) && !document.hidden) {
    if (mine) mine.unread = 0;
    await api.read(panel.person.email, panel.revision);
  }
}

function announceOthers(before) {
  const had = new Map(before.map((person) => [person.email, person.unread]));
  const isNews = ({ email, unread }) =>
    email !== current?.person.email && unread > (had.get(email) ?? unread);
  const names = people.filter(isNews).map(({ name }) => name);
  if (names.length > 0) announce(`New messages for ${names.join(', ')}.`);
}

let over = false;
function startAgain() {
  if (over) return;
  over = true;
  trouble('The bot has been started again, with a school that begins anew. Load this page again to see it.');
}

const wanted = () => {
  const email = decodeURIComponent(location.hash.slice(1));
  return people.find((person) => person.email === email)?.email;
};

function choose(email) {
  const person = people.find((one) => one.email === email);
  if (!person) return;
  if (current) {
    current.draft = composerText.value;
    if (current.person.email !== email) clearNew(current);
  }
  current = panelOf(person);
  if (current.revision === 0) fillEmpty(current, send, own);
  history.replaceState(null, '', `#${encodeURIComponent(email)}`);
  composerText.value = current.draft;
  composerText.placeholder = firstWords(person.role)[0];
  composerTrouble();
  byId('chat-name').textContent = person.name;
  byId('chat-role').textContent = `${roleWords(person.role)}, ${person.school}`;
  showPanel(current);
  paint();
}

function change(email) {
  choose(email);
  refreshQuietly();
}

function paint() {
  showPeople(people, current?.person.email, change);
  const unread = people.reduce((sum, person) => sum + person.unread, 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${current?.person.name ?? ''} · Review bot sandbox`;
}

const send = (text) => sendBy(text, (person) => api.say(person, text));

const LARGEST_FILE = 10 * 1024 * 1024;
function sendFile(file) {
  if (!file || !current) return;
  if (file.size > LARGEST_FILE) return composerTrouble('Files of up to 10 MB are taken here.');
  const text = composerText.value.trim();
  sendBy(text, (person) => api.sendFile(person, file, text));
}

/** Sends what is typed, by `by`; it is typed still where that did not go through. */
async function sendBy(text, by) {
  const panel = current;
  panel.draft = '';
  composerText.value = '';
  composerTrouble();
  busy(1);
  try {
    const { message } = await by(panel.person.email);
    await refresh();
    const article = panel.shown.get(message);
    if (article && panel === current) bringIntoView(article);
  } catch (error) {
    if (panel === current && composerText.value === '') composerText.value = text;
    else panel.draft ||= text;
    composerTrouble(error.message);
  } finally {
    busy(-1);
  }
}

// A long list takes a while to read: that is said once it is no longer at once.
const AT_ONCE_MS = 1500;
let waiting = 0;
let saying;
function busy(more) {
  waiting += more;
  clearTimeout(saying);
  if (waiting === 0) byId('working').hidden = true;
  else
    saying = setTimeout(() => {
      byId('working').hidden = false;
    }, AT_ONCE_MS);
  byId('composer').setAttribute('aria-busy', String(waiting > 0));
}

async function press(panel, message, article, data, values, button) {
  // A second click while the first is on its way is the same wish.
  if (article.getAttribute('aria-busy') === 'true') return;
  article.setAttribute('aria-busy', 'true');
  showCardTrouble(article);
  try {
    const outcome = await api.press(panel.person.email, message.id, data, values);
    // Sent, or left without saving.
    if (data.leaves === 'form' || (data.do === 'submit' && outcome.reply !== 'invalid'))
      forgetTyped(panel.person.email, message.show);
    await refresh();
    if (panel === current) follow(panel, outcome, article, button);
  } catch (error) {
    showCardTrouble(article, error.message);
  } finally {
    article.removeAttribute('aria-busy');
  }
}

// What a press led to is where the person goes on, unless they have gone elsewhere meanwhile.
function follow(panel, { message, reply }, pressed, button) {
  const article = panel.shown.get(message);
  if (!article) return;
  const focused = document.activeElement;
  const stayed = focused === document.body || focused === button || pressed.contains(focused);
  if (reply === 'invalid') return void focusFirstError(article);
  if (stayed || article.contains(focused)) article.focus({ preventScroll: true });
  bringIntoView(article);
}

// A look nobody asked for: what goes wrong with it is said until one goes well again.
let unseen = false;
function refreshQuietly() {
  refresh().then(
    () => {
      if (unseen && !over) trouble();
      unseen = false;
    },
    (error) => {
      unseen = true;
      if (!over) trouble(error.message);
    },
  );
}

byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = composerText.value.trim();
  if (text && current) send(text);
});
byId('composer-attach').addEventListener('click', () => byId('composer-file').click());
byId('composer-file').addEventListener('change', ({ target }) => {
  sendFile(target.files[0]);
  // So that the same file can be chosen again.
  target.value = '';
});
const chat = byId('scroll');
chat.addEventListener('dragover', (event) => event.preventDefault());
chat.addEventListener('drop', (event) => {
  event.preventDefault();
  sendFile(event.dataTransfer.files[0]);
});
bindClock({
  moves: goToNews,
  moved(now) {
    announce(`It is now ${clockWords(now)}.`);
    refreshQuietly();
  },
  failed: trouble,
});
byId('about').hidden = sessionStorage.getItem('about') === 'read';
byId('about-close').addEventListener('click', () => {
  sessionStorage.setItem('about', 'read');
  byId('about').hidden = true;
  composerText.focus();
});
document.addEventListener('visibilitychange', refreshQuietly);
api.listen(refreshQuietly, (up) => {
  if (!over) trouble(up ? undefined : 'Not connected to the bot at the moment. Trying again…');
});
bindBegin(() => {
  over = true;
  return session;
});
setInterval(refreshQuietly, 30_000);
