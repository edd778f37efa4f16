import { partsOf } from './labels.js';

const words = (element) => element.textContent.trim();

// The form comes back with each sentence above its input; here it belongs below, where the renderer puts its own.
function takeOutOfText(root, input, sentence) {
  const texts = [...root.querySelectorAll('.ac-textBlock')].filter((text) => words(text) === sentence.trim());
  const { outer } = partsOf(input);
  const above = texts.filter(
    (text) => text.compareDocumentPosition(outer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const text = above.at(-1);
  if (text?.previousElementSibling?.getAttribute('aria-hidden') === 'true')
    text.previousElementSibling.remove();
  text?.remove();
}

function mark(root, input, sentence) {
  takeOutOfText(root, input, sentence);
  const own = input.errorMessage;
  input.errorMessage = sentence;
  input.renderedInputControlElement.classList.add('ac-input-validation-failed');
  input.showValidationErrorMessage();
  input.errorMessage = own;
}

/** Marks each input at fault with its sentence, and says which sentences belong to no input of this card. */
export function markErrors(card, root, errors) {
  const inputs = new Map(card.getAllInputs().map((input) => [input.id, input]));
  const homeless = [];
  for (const [id, sentence] of Object.entries(errors)) {
    const input = inputs.get(id);
    if (input?.renderedInputControlElement) mark(root, input, sentence);
    else homeless.push(sentence);
  }
  return homeless;
}

/** Puts the focus on the first input at fault, and brings it into sight; says whether there was one. */
export function focusFirstError(root) {
  const control = root.querySelector('.ac-input-validation-failed');
  const target = control?.matches('input, textarea, select') ? control : control?.querySelector('input');
  target?.focus({ preventScroll: true });
  // Also where it has the focus already: the form may have been shown from its top since.
  target?.scrollIntoView({ block: 'center' });
  // Below many choices their sentence would be out of sight.
  control?.parentElement.nextElementSibling?.scrollIntoView({ block: 'nearest' });
  return target !== undefined && target !== null;
}
