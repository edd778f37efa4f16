// What Microsoft's renderer leaves out for people who hear a page rather than see it: which label belongs to a group
// of choices, that a long answer is required, and which sentence says what is wrong.

let made = 0;

function idOf(element) {
  if (!element.id) {
    made += 1;
    element.id = `sandbox-${made}`;
  }
  return element.id;
}

const set = (element, name, value) =>
  value ? element.setAttribute(name, value) : element.removeAttribute(name);

/** The parts of a rendered input: what is focused and named (a control, or a group of choices), label and error. */
export function partsOf(input) {
  const outer = input.renderedElement;
  const whole = input.renderedInputControlElement;
  const control = whole.querySelector('[role=combobox]') ?? whole;
  const container = whole.parentElement;
  const choices = [...control.querySelectorAll('input[type=radio], input[type=checkbox]')];
  const label = container.previousElementSibling ?? undefined;
  const error = container.nextElementSibling ?? undefined;
  return { outer, whole, control, choices, label, error };
}

function associate(input) {
  const { control, choices, label, error } = partsOf(input);
  set(control, 'aria-labelledby', label && idOf(label));
  set(control, 'aria-describedby', error && idOf(error));
  set(control, 'aria-invalid', error && 'true');
  if (input.isRequired && control.getAttribute('role') !== 'group')
    control.setAttribute('aria-required', 'true');
  for (const choice of choices) {
    // Each is named by its own words; the group around them says what they are about.
    choice.removeAttribute('aria-labelledby');
    choice.removeAttribute('aria-required');
    set(choice, 'aria-describedby', error && choice === choices[0] && idOf(error));
  }
}

function prepare(input) {
  const { whole, control, choices, label } = partsOf(input);
  if (whole !== control) {
    // The label's `for` is to lead to what is typed into.
    control.id = idOf(whole);
    whole.removeAttribute('id');
  }
  if (choices.length > 0) {
    control.setAttribute('role', choices[0].type === 'radio' ? 'radiogroup' : 'group');
    // A label's `for` names only a control; the group has its name by aria-labelledby.
    label?.removeAttribute('for');
    if (input.isRequired && label && choices[0].type === 'checkbox') addHidden(label, ' (required)');
  }
  if (control instanceof HTMLSelectElement && !input.isRequired) allowNoChoice(control);
}

function addHidden(label, words) {
  const span = document.createElement('span');
  span.className = 'visually-hidden';
  span.textContent = words;
  label.append(span);
}

// The renderer hides the empty choice, so that a choice once made could never be taken back.
function allowNoChoice(select) {
  const none = select.options[0];
  if (none?.value !== '') return;
  none.disabled = false;
  none.hidden = false;
}

/** Ties labels, marks and error sentences to every input of a rendered card, now and after each change. */
export function tieLabels(card) {
  for (const input of card.getAllInputs()) {
    if (!input.renderedInputControlElement) continue;
    prepare(input);
    // The renderer calls this whenever an error sentence comes or goes.
    input.updateInputControlAriaLabelledBy = () => queueMicrotask(() => associate(input));
    associate(input);
  }
}
