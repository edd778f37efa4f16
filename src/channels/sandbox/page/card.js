import { focusFirstError, markErrors } from './errors.js';
import { HOST_CONFIG } from './host-config.js';
import { tieLabels } from './labels.js';
import './search-input.js';

const { AdaptiveCard, HostConfig, GlobalSettings } = globalThis.AdaptiveCards;
const hostConfig = new HostConfig(HOST_CONFIG);
GlobalSettings.setTabIndexAtCardRoot = false;

// Left unset, the renderer says so on the console for each text; what people typed is never read as Markdown.
AdaptiveCard.onProcessMarkdown = undefined;

const valuesOf = (action) =>
  Object.fromEntries(
    Object.entries(action.getReferencedInputs()).map(([id, input]) => [id, input.value ?? '']),
  );

// The renderer writes its spacing on each element, where no style sheet reaches it.
function useOwnSpacing(drawn) {
  const own = (element, name, ...properties) => {
    element.classList.add(name);
    for (const property of properties) element.style.removeProperty(property);
  };
  own(drawn, 'card-body', 'padding');
  const [first] = drawn.children;
  if (first?.classList.contains('ac-container')) own(first, 'card-head', 'padding', 'margin');
  for (const part of drawn.querySelectorAll('.ac-container')) if (part !== first) own(part, 'card-part');
  for (const line of drawn.querySelectorAll('.ac-horizontal-separator')) {
    if (line.style.borderBottom) own(line, 'card-line', 'padding-top', 'margin-bottom');
  }
  for (const cell of drawn.querySelectorAll('.ac-factset td')) own(cell, 'card-cell', 'padding');
}

// The same ids stand in many cards, so what a button brings into sight is not named by its id.
const unname = (drawn) => {
  for (const button of drawn?.querySelectorAll('button[aria-controls]') ?? [])
    button.removeAttribute('aria-controls');
};

// The button is gone with what it brings into sight, so the first of that is where one goes on.
function goOn(card, targets) {
  const opened = targets.map((id) => card.getElementById(id)).filter((one) => one?.isVisible);
  opened.at(-1)?.renderedElement?.querySelector('input, textarea, select')?.focus();
}

/**
 * Draws a card. `press` is called with a button's data and what stands in the inputs that go with it, by input id;
 * `find` with what a search carries and what is typed into it; `typed` with all inputs, and what they were shown with, as one is changed.
 * Returned in a form of its own: the same input ids stand in many cards, and a choice in one must not undo another's.
 */
export function drawCard(show, errors, press, find, typed) {
  const card = new AdaptiveCard();
  card.find = find;
  card.hostConfig = hostConfig;
  card.parse(show.card);
  let isDone = false;
  card.onExecuteAction = (action) => {
    isDone = true;
    if (action.data?.send) press(action.data.send, valuesOf(action), action.renderedElement);
    // It is turned, and its spacing written anew, once this is over.
    else
      queueMicrotask(() => {
        if (card.renderedElement) useOwnSpacing(card.renderedElement);
        goOn(card, Object.keys(action.targetElements));
      });
  };

  const form = document.createElement('form');
  form.className = 'card';
  form.noValidate = true;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', ({ target }) => {
    // The renderer holds back what is not complete, and marks it.
    if (target.closest('button') && !isDone) focusFirstError(form);
    isDone = false;
  });
  const drawn = card.render();
  const shown = new Map(card.getAllInputs().map(({ id, value }) => [id, value ?? '']));
  const changed = () => typed(card.getAllInputs(), shown);
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  if (drawn) form.append(drawn);
  if (drawn) useOwnSpacing(drawn);
  drawn?.removeAttribute('aria-label');
  // What a button says more than its title is read out for it, and shown while the pointer is on it.
  for (const button of form.querySelectorAll('button[title]'))
    button.setAttribute('aria-label', button.title);
  unname(drawn);
  tieLabels(card);
  form.prepend(...markErrors(card, form, errors).map(sentenceAtTop));
  return form;
}

function sentenceAtTop(sentence) {
  const element = document.createElement('p');
  element.className = 'card-trouble';
  element.textContent = sentence;
  return element;
}
