/** The bot could not be reached, or said no; the message is for the person. */
class Trouble extends Error {}

const NOT_TAKEN = 'That did not go through. What you typed is still here: please try again.';
const UNREACHED = 'The bot could not be reached. What you typed is still here: please try again.';

async function ask(path, options) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, options);
  } catch {
    return undefined;
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Trouble(body.error ?? NOT_TAKEN);
  return body;
}

async function post(path, body) {
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  // A broken line says nothing about whether it arrived: once more, and the delivery's name makes it the same one.
  const answer = (await ask(path, options)) ?? (await ask(path, options));
  if (!answer) throw new Trouble(UNREACHED);
  return answer;
}

async function get(path) {
  const answer = await ask(path);
  if (!answer) throw new Trouble(UNREACHED);
  return answer;
}

async function base64Of(file) {
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(new Trouble('That file could not be read from this computer.'));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

const delivery = () => crypto.randomUUID();

export const api = {
  state: () => get('state'),
  messages: (person, since) => get(`messages?${new URLSearchParams({ person, since: String(since) })}`),
  say: (person, text) => post('say', { delivery: delivery(), person, text }),
  sendFile: async (person, file, text) =>
    post('file', { delivery: delivery(), person, name: file.name, content: await base64Of(file), text }),
  press: (person, message, data, values) =>
    post('press', { delivery: delivery(), person, message, data, values }),
  find: async (person, asks, typed) => (await post('find', { person, asks, typed })).found,
  look: (person, data) => post('look', { person, data }),
  read: (person, revision) => post('read', { person, revision }),
  begin: (school) => post('begin', { delivery: delivery(), ...school }),
  moveClock: (move) => post('clock', { delivery: delivery(), move }),

  /** Calls `changed` whenever there may be something new, and `connected` with whether the line is up. */
  listen(changed, connected) {
    const events = new EventSource('/sandbox/events');
    events.addEventListener('changed', changed);
    events.addEventListener('open', () => connected(true));
    events.addEventListener('error', () => connected(false));
  },
};
