// A box that offers who fits while one types: the combobox of the ARIA Authoring Practices, with a list that opens below it.
// Of several, those who are chosen stand above it, each with a button to take them out again.

const WAIT_MS = 150;
let made = 0;
const newId = () => {
  made += 1;
  return `combobox-${made}`;
};

function make(tag, className, more = {}) {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(more)) element.setAttribute(name, value);
  return element;
}

const NOBODY = 'No colleague of that name. Please check how it is spelt.';
const NOT_NOW = 'That could not be looked up just now. You can type the whole name instead.';
const countWords = (count) => (count === 1 ? '1 colleague fits' : `${count} colleagues fit`);

/**
 * A combobox. `chosen` stand in it at first, and `text` where that is nobody's name yet; `find(text)` resolves to who fits; `changed` is
 * called whenever what stands in it has changed. `value()` is what is chosen, and what is typed beside it, joined by commas.
 */
export function combobox({ several, chosen, text, placeholder, find, changed }) {
  let picked = [...chosen];
  let options = [];
  let active = -1;
  let asked = 0;
  let timer;

  const element = make('div', 'combobox');
  const listId = newId();
  const chips = make('ul', 'combobox-chosen', { 'aria-label': 'Chosen' });
  const box = make('input', 'ac-input combobox-box', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  });
  box.placeholder = placeholder ?? '';
  const list = make('ul', 'combobox-list', { id: listId, role: 'listbox', 'aria-label': 'Who fits' });
  const said = make('p', 'combobox-said', { role: 'status' });
  element.append(chips, box, list, said);

  const say = (words, seen = false) => {
    said.textContent = words;
    said.classList.toggle('visually-hidden', !seen);
  };

  function close() {
    options = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function goTo(at) {
    active = at;
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(index === at));
      if (index !== at) continue;
      box.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) box.removeAttribute('aria-activedescendant');
  }

  function open(found) {
    close();
    options = found.filter(({ value }) => !several || picked.every((one) => one.value !== value));
    if (options.length === 0) return say(found.length > 0 ? 'Already chosen.' : NOBODY, true);
    list.replaceChildren(
      ...options.map((option) => {
        const item = make('li', 'combobox-option', { id: newId(), role: 'option', 'aria-selected': 'false' });
        item.textContent = option.title;
        // The box keeps the focus.
        item.addEventListener('pointerdown', (event) => event.preventDefault());
        item.addEventListener('click', () => choose(option));
        return item;
      }),
    );
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    say(countWords(options.length));
  }

  function drawChosen() {
    chips.hidden = !several || picked.length === 0;
    chips.replaceChildren(
      ...(several ? picked : []).map((one) => {
        const item = make('li', '');
        const button = make('button', 'combobox-chip', {
          type: 'button',
          'aria-label': `Take out ${one.title}`,
        });
        button.append(one.title, make('span', 'combobox-cross', { 'aria-hidden': 'true' }));
        button.addEventListener('click', () => takeOut(one));
        item.append(button);
        return item;
      }),
    );
  }

  function choose(option) {
    stopLooking();
    picked = several ? [...picked, option] : [option];
    box.value = several ? '' : option.title;
    close();
    drawChosen();
    say(several ? `${option.title} added` : `${option.title} chosen`);
    changed();
  }

  function takeOut(one) {
    picked = picked.filter(({ value }) => value !== one.value);
    drawChosen();
    say(`${one.title} taken out`);
    box.focus();
    changed();
  }

  function stopLooking() {
    clearTimeout(timer);
    // What is still on its way is for what stood there before.
    asked += 1;
  }

  async function look() {
    const typed = box.value.trim();
    const mine = asked;
    if (typed === '') return;
    try {
      const found = await find(typed);
      if (mine === asked) open(found);
    } catch {
      if (mine === asked) say(NOT_NOW, true);
    }
  }

  box.addEventListener('input', () => {
    stopLooking();
    if (!several) picked = [];
    close();
    say('');
    if (box.value.trim() !== '') timer = setTimeout(look, WAIT_MS);
    changed();
  });
  box.addEventListener('blur', () => {
    stopLooking();
    close();
  });
  box.addEventListener('keydown', (event) => {
    const isOpen = options.length > 0;
    const keys = {
      ArrowDown: () => (isOpen ? goTo((active + 1) % options.length) : look()),
      ArrowUp: () => isOpen && goTo(active <= 0 ? options.length - 1 : active - 1),
      Enter: () => isOpen && choose(options[active] ?? options[0]),
      Escape: () => {
        if (isOpen) return close();
        box.value = '';
        box.dispatchEvent(new Event('input'));
      },
    };
    const does = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!does || event.isComposing) return;
    event.preventDefault();
    does();
  });

  box.value = several ? text : (picked[0]?.title ?? text);
  close();
  drawChosen();
  say('');
  return {
    element,
    focus: () => box.focus(),
    value() {
      const typed = several || picked.length === 0 ? box.value.trim() : '';
      return [...picked.map((one) => one.value), ...(typed ? [typed] : [])].join(',');
    },
  };
}
