import { markErrors } from './errors.js';
import { HOST_CONFIG } from './host-config.js';
import { tieLabels } from './labels.js';

const { AdaptiveCard, HostConfig, GlobalSettings } = globalThis.AdaptiveCards;
const hostConfig = new HostConfig(HOST_CONFIG);
GlobalSettings.setTabIndexAtCardRoot = false;

// Left unset, the renderer says so on the console for each text; what people typed is never read as Markdown.
AdaptiveCard.onProcessMarkdown = undefined;

const valuesOf = (action) =>
  Object.fromEntries(
    Object.entries(action.getReferencedInputs()).map(([id, input]) => [id, input.value ?? '']),
  );

/**
 * Draws a card. `press` is called with a button's data and what stands in the inputs that go with it, by input id.
 * Returned in a form of its own: the same input ids stand in many cards, and a choice in one must not undo another's.
 */
export function drawCard(show, errors, press) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(show.card);
  card.onExecuteAction = (action) => press(action.data.send, valuesOf(action), action.renderedElement);

  const form = document.createElement('form');
  form.className = 'card';
  form.noValidate = true;
  form.addEventListener('submit', (event) => event.preventDefault());
  const drawn = card.render();
  if (drawn) form.append(drawn);
  drawn?.removeAttribute('aria-label');
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
