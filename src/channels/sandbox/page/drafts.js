/*
 * What is typed in a form and not sent is kept here, in the page, by whose form it is and what it is about: opened anew, the form has
 * it. It is forgotten once the form is sent, or left without saving.
 */

const kept = new Map();

/** What of a button's data only says how one came there, or which card it stood on. */
const ASIDE = new Set([
  'do',
  'once',
  'shown',
  'back',
  'on',
  'leaves',
  'words',
  'pointedOut',
  'proposed',
  'folded',
  'revision',
]);

/** Of whom and of what a form is, by what opens or sends it; undefined for what is no form. */
function keyOf(person, data) {
  if (!data?.form) return undefined;
  const own = Object.entries(data).filter(([name]) => !ASIDE.has(name) && !name.startsWith('said_'));
  return JSON.stringify([person, own.sort()]);
}

/** Keeps what stands in a form's inputs otherwise than it was shown. */
export function keepTyped(person, show, inputs, shown) {
  const key = keyOf(person, show.form?.data);
  if (!key) return;
  const typed = inputs
    .map(({ id, value }) => [id, value ?? ''])
    .filter(([id, value]) => value !== shown.get(id));
  if (typed.length > 0) kept.set(key, { ...kept.get(key), ...Object.fromEntries(typed) });
  else kept.delete(key);
}

/** The form was sent, or left without saving. */
export function forgetTyped(person, show) {
  const key = keyOf(person, show.form?.data);
  if (key) kept.delete(key);
}

const filled = (element, typed) => {
  if (Array.isArray(element)) return element.map((one) => filled(one, typed));
  if (typeof element !== 'object' || element === null) return element;
  const inside = Object.fromEntries(
    Object.entries(element).map(([name, part]) => [
      name,
      ['body', 'items', 'columns'].includes(name) ? filled(part, typed) : part,
    ]),
  );
  const isTyped = String(element.type).startsWith('Input.') && Object.hasOwn(typed, element.id);
  return isTyped ? { ...inside, value: typed[element.id] } : inside;
};

/** A form that is shown anew, with what was typed in it before; undefined where nothing was. */
export function withTyped(person, show) {
  const key = keyOf(person, show.form?.data);
  const typed = key && kept.get(key);
  return typed ? { ...show, card: filled(show.card, typed) } : undefined;
}
