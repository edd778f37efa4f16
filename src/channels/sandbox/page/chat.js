import { api } from './api.js';
import { drawCard } from './card.js';
import { keepTyped, withTyped } from './drafts.js';
import { focusFirstError } from './errors.js';
import { canPrintWhole, printWhole } from './print.js';
import { dayWords, firstWords, timeWords } from './words.js';

const panels = document.getElementById('panels');
const scroller = document.getElementById('scroll');
const newer = document.getElementById('newer');
const known = new Map();

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A person's chat. Each keeps its own part of the page, so that what is half typed stays when another is shown. */
export function panelOf(person) {
  const before = known.get(person.email);
  if (before) return before;
  const list = make('ol', 'messages');
  const empty = make('div', 'empty');
  const element = make('div', 'panel');
  element.hidden = true;
  element.append(empty, list);
  panels.append(element);
  const panel = { person, element, empty, list, revision: 0, shown: new Map(), lastDay: '', draft: '' };
  known.set(person.email, panel);
  return panel;
}

/** Shows one person's chat and hides the others. */
export function showPanel(panel) {
  for (const other of known.values()) other.element.hidden = other !== panel;
  newer.hidden = true;
  scroller.scrollTop = scroller.scrollHeight;
}

const BRING_IN =
  'Drop the list of pupils from your records system here, or send it with the paperclip below.';
const TYPE = 'Type to the bot as you would in Teams or Slack, or begin with:';

const TYPED_BEFORE = 'Not sent yet: what you typed before stands here.';

/** What an empty chat says: who one is, and what to type. `say` sends what is pressed; a school of one's `own` begins without pupils. */
export function fillEmpty(panel, say, own) {
  const hello = make('p', 'empty-hello', `You are ${panel.person.name}.`);
  const bringIn = own && panel.person.role === 'senco' ? [make('p', 'empty-hint', BRING_IN)] : [];
  const hint = make('p', 'empty-hint', TYPE);
  const starts = make('div', 'empty-starts');
  for (const text of firstWords(panel.person.role)) {
    const button = make('button', 'button', text);
    button.type = 'button';
    button.addEventListener('click', () => say(text));
    starts.append(button);
  }
  panel.empty.replaceChildren(hello, ...bringIn, hint, starts);
}

function drawTyped(message) {
  const bubble = make('div', 'bubble', message.text);
  return message.failed ? [bubble, make('p', 'failed', 'Not taken')] : [bubble];
}

/** A link to a file that was given: it can be fetched once, and goes to wherever the browser saves files. */
function fileLink(panel, { file }) {
  if (!file) return [];
  const link = make('a', 'button file-given', `Save ${file.name}`);
  link.href = `/sandbox/given-file?${new URLSearchParams({ person: panel.person.email, key: file.key })}`;
  link.download = file.name;
  return [link];
}

function draw(panel, message, press, isNew) {
  const fromBot = message.from === 'bot';
  const article = make('article', fromBot ? 'message from-bot' : 'message from-person');
  article.tabIndex = -1;
  article.dataset.message = message.id;
  const who = fromBot ? `Review bot: ${message.show.notification}` : `You: ${message.text}`;
  article.setAttribute('aria-label', `${timeWords(message.at)}, ${who}`);
  const meta = make('p', 'meta', fromBot ? 'Review bot ' : '');
  const time = make('time', '', timeWords(message.at));
  time.dateTime = message.at;
  meta.append(time);
  if (fromBot && message.unread) meta.append(make('span', 'new', 'New'));
  if (fromBot && canPrintWhole(message.show)) {
    const print = make('button', 'button button-quiet print-card', 'Print');
    print.type = 'button';
    print.addEventListener('click', () =>
      printWhole(panel.person.email, message.show, (said) => showCardTrouble(article, said)),
    );
    meta.append(print);
  }
  // A form that comes back in its place has what was typed from the bot.
  const before = fromBot && isNew ? withTyped(panel.person.email, message.show) : undefined;
  const content = fromBot
    ? [
        ...(before ? [make('p', 'card-trouble', TYPED_BEFORE)] : []),
        drawCard(
          before ?? message.show,
          message.errors,
          (...pressed) => press(panel, message, article, ...pressed),
          (asks, typed) => api.find(panel.person.email, asks, typed),
          (inputs, shown) => keepTyped(panel.person.email, message.show, inputs, shown),
        ),
      ]
    : drawTyped(message);
  article.append(meta, ...content, ...fileLink(panel, message));
  return article;
}

function append(panel, message, article) {
  const day = dayWords(message.at);
  if (day !== panel.lastDay) {
    panel.lastDay = day;
    panel.list.append(make('li', 'day', day));
  }
  const item = make('li', 'row');
  item.append(article);
  panel.list.append(item);
}

// A card that is replaced takes the focus that was in it along, to what is wrong with it or to its head.
function exchange(old, article, isForm) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(article);
  if (!hadFocus || (isForm && focusFirstError(article))) return;
  article.focus({ preventScroll: true });
  bringIntoView(article);
}

let wantsNews = false;
/** They have moved the clock: what comes next is what they want to read, wherever they are in the chat. */
export function goToNews() {
  wantsNews = true;
}

/** Brings a chat up to date. Returns the bot's messages that are new in it. */
export function apply(panel, { messages, revision }, press) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const first = panel.revision === 0;
  const added = [];
  for (const message of messages) {
    const old = panel.shown.get(message.id);
    const article = draw(panel, message, press, !old);
    panel.shown.set(message.id, article);
    if (old) {
      exchange(old, article, Object.keys(message.errors ?? {}).length > 0);
    } else {
      append(panel, message, article);
      added.push({ message, article });
    }
  }
  panel.revision = Math.max(panel.revision, revision);
  panel.empty.hidden = panel.shown.size > 0;
  if (added.length > 0 && !panel.element.hidden) {
    const unread = added.find(({ message }) => message.unread);
    // What is new is read from its beginning, however much of it there is.
    if (unread && (first || atEnd || wantsNews)) {
      wantsNews = false;
      unread.article.scrollIntoView({ block: 'start' });
      newer.hidden = true;
    } else if (first) scroller.scrollTop = scroller.scrollHeight;
    else if (atEnd) bringIntoView(added[0].article);
    else newer.hidden = false;
  }
  return added.filter(({ message }) => message.from === 'bot');
}

/** Scrolls so that a message can be read from its beginning. */
export function bringIntoView(article) {
  const tall = article.offsetHeight > scroller.clientHeight * 0.8;
  article.scrollIntoView({ block: tall ? 'start' : 'nearest' });
  newer.hidden = true;
}

/** Takes the "New" marks off a chat that has been looked at. */
export function clearNew(panel) {
  for (const mark of panel.list.querySelectorAll('.new')) mark.remove();
}

/** Shows, or with no sentence takes away, what went wrong with a card's last press. */
export function showCardTrouble(article, sentence) {
  article.querySelector(':scope > .card-trouble')?.remove();
  if (!sentence) return;
  const trouble = make('p', 'card-trouble', sentence);
  trouble.setAttribute('role', 'alert');
  article.append(trouble);
}

newer.addEventListener('click', () => {
  scroller.scrollTo({ top: scroller.scrollHeight });
  newer.hidden = true;
});
scroller.addEventListener('scroll', () => {
  if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40) newer.hidden = true;
});
