import { hue, initials, roleWords, toDoWords, unreadWords } from './words.js';

const list = document.getElementById('people-list');
const select = document.getElementById('person-select');
const elsewhere = document.getElementById('elsewhere');
const rows = new Map();

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A round picture of somebody's initials. */
function avatar(person) {
  const picture = make('span', `avatar hue-${hue(person.email)}`, initials(person.name));
  picture.setAttribute('aria-hidden', 'true');
  return picture;
}

function makeRow(person, choose) {
  const button = make('button', 'person');
  button.type = 'button';
  button.dataset.person = person.email;
  button.addEventListener('click', () => choose(person.email));
  const words = make('span', 'person-words');
  const turn = make('span', 'person-role');
  words.append(make('span', 'person-name', person.name), turn);
  const badge = make('span', 'badge');
  const spoken = make('span', 'visually-hidden');
  badge.setAttribute('aria-hidden', 'true');
  button.append(avatar(person), words, badge, spoken);
  const item = make('li', '');
  item.append(button);
  const option = document.createElement('option');
  option.value = person.email;
  return { item, button, turn, badge, spoken, option };
}

function update({ button, turn, badge, spoken, option }, person, current) {
  const unread = person.unread > 0;
  if (person.email === current) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
  turn.textContent = [roleWords(person.role), ...(person.toDo > 0 ? [toDoWords(person)] : [])].join(' · ');
  turn.classList.toggle('has-turn', person.toDo > 0);
  badge.hidden = !unread;
  badge.textContent = String(person.unread);
  spoken.textContent = unread ? `, ${unreadWords(person.unread)}` : '';
  // On a phone there is little room: whose turn it is says more than what they are.
  const turnOrRole = person.toDo > 0 ? ` · ${toDoWords(person)}` : `, ${roleWords(person.role)}`;
  const words = `${person.name}${turnOrRole}${unread ? ` (${person.unread} unread)` : ''}`;
  if (option.textContent !== words) option.textContent = words;
}

function place(people) {
  const schools = [...new Set(people.map((person) => person.school))];
  const grouped = schools.flatMap((school) => {
    const items = people
      .filter((person) => person.school === school)
      .map((person) => rows.get(person.email).item);
    return schools.length > 1 ? [make('li', 'people-school', school), ...items] : items;
  });
  list.replaceChildren(...grouped);
  select.replaceChildren(...people.map((person) => rows.get(person.email).option));
}

/** Shows everybody, who is chosen, and how much each has not read. Rows stay what they are, so focus stays too. */
export function showPeople(people, current, choose) {
  const fresh = people.filter((person) => !rows.has(person.email));
  for (const person of fresh) rows.set(person.email, makeRow(person, choose));
  if (fresh.length > 0) place(people);
  for (const person of people) update(rows.get(person.email), person, current);
  if (select.value !== current) select.value = current;
  select.onchange = () => choose(select.value);
  showElsewhere(people.filter((person) => person.email !== current));
}

function showElsewhere(others) {
  const unread = others.reduce((sum, person) => sum + person.unread, 0);
  elsewhere.hidden = unread === 0;
  elsewhere.textContent = `${unread} elsewhere`;
  elsewhere.setAttribute('aria-label', `${unreadWords(unread)} for other people`);
}
