import { once } from 'node:events';
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/app/clocks.ts';
import { randomIds } from '../../src/app/ids.ts';
import { makeLog } from '../../src/app/log.ts';
import { BadInput, type DataCommand, type Terminal } from '../../src/command-line/command.ts';
import { mayBeTold, runCommand } from '../../src/command-line/run.ts';
import { type ServedCommands, serveCommands } from '../../src/command-line/serve.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { NO_KEYS } from '../../src/store/lowdb/data-keys.ts';
import { aSchool } from '../support/builders.ts';
import { quickFolder, storeIn } from '../support/store.ts';

/** A terminal at which somebody answers in turn; nobody any more when the answers are used up. */
function aTerminal(...answers: readonly string[]): Terminal & { readonly heard: string[] } {
  const heard: string[] = [];
  const left = [...answers];
  return {
    heard,
    say: (line) => void heard.push(line),
    complain: (line) => void heard.push(`! ${line}`),
    progress: (done, of) => void heard.push(`${done}/${of}`),
    hand: async ({ name, text }) => {
      heard.push(`${name}: ${text}`);
      return left.shift() !== 'no room';
    },
    ask: async (question) => {
      heard.push(question);
      return left.shift();
    },
  };
}

/** Renames a school once it is told the new name. */
const rename: DataCommand = {
  name: 'rename',
  async run(input, terminal, { store }) {
    const [school] = await store.schools();
    if (!school) return 1;
    terminal.progress(1, 2);
    const name = await terminal.ask(`${school.name} (${JSON.stringify(input)}): which name?`);
    if (name === undefined) return 3;
    await store.put('schools', { ...school, name });
    terminal.say(`It is ${name} now.`);
    return 0;
  },
};

const breaks: DataCommand = {
  name: 'breaks',
  run: () => Promise.reject(new Error('Mia Hughes could not be found')),
};

async function aDataFolder(): Promise<string> {
  const dataDir = await quickFolder();
  const store = await storeIn(dataDir);
  await store.put('schools', aSchool({ name: 'Old Hill' }));
  await store.close();
  return dataDir;
}

/** A bot running on the folder, with its ear for commands. */
async function aRunningBot(
  dataDir: string,
  commands: readonly DataCommand[] = [rename, breaks],
  patience: Parameters<typeof serveCommands>[3] = { silence: 60_000, lines: 20 },
) {
  const store = await storeIn(dataDir);
  const logged: string[] = [];
  const log = makeLog('info', { write: (line) => void logged.push(line) });
  const at = {
    storeFor: () => store,
    audit: NO_AUDIT,
    dataDir,
    keys: NO_KEYS,
    clock: systemClock,
    ids: randomIds,
  };
  const serving: ServedCommands = await serveCommands(commands, at, log, patience);
  onTestFinished(async () => {
    await serving.stop();
    await store.close();
  });
  return { store, serving, logged, socket: join(dataDir, 'commands', 'socket') };
}

/** Hands over a file, and says whether it was taken. */
const hands: DataCommand = {
  name: 'hands',
  async run(_input, terminal) {
    const taken = await terminal.hand({ name: 'a.html', text: 'x'.repeat(200_000) });
    terminal.say(taken ? 'taken' : 'not taken');
    return taken ? 0 : 1;
  },
};

describe('a file that a command makes', () => {
  it.each([
    ['goes to the script, whole, from a running bot', [], 0, 'taken'],
    ['is told of where the script could not keep it', ['no room'], 1, 'not taken'],
  ])('%s', async (_, answers, code, said) => {
    const dataDir = await aDataFolder();
    await aRunningBot(dataDir, [hands]);
    const terminal = aTerminal(...answers);
    expect(await runCommand(hands, null, { DATA_DIR: dataDir }, terminal)).toBe(code);
    expect(terminal.heard).toEqual([`a.html: ${'x'.repeat(200_000)}`, said]);
  });
});

describe('a command on the data folder', () => {
  it('is done at once where no bot runs', async () => {
    const dataDir = await aDataFolder();
    const terminal = aTerminal('New Hill');
    expect(await runCommand(rename, { loud: true }, { DATA_DIR: dataDir }, terminal)).toBe(0);
    expect(terminal.heard).toEqual(['1/2', 'Old Hill ({"loud":true}): which name?', 'It is New Hill now.']);
    const { store } = await aRunningBot(dataDir);
    expect((await store.schools())[0]?.name).toBe('New Hill');
  });

  it('is done by the bot where one runs, word for word as without it', async () => {
    const dataDir = await aDataFolder();
    const { store } = await aRunningBot(dataDir);
    const terminal = aTerminal('New Hill');
    expect(await runCommand(rename, { loud: true }, { DATA_DIR: dataDir }, terminal)).toBe(0);
    expect(terminal.heard).toEqual(['1/2', 'Old Hill ({"loud":true}): which name?', 'It is New Hill now.']);
    expect((await store.schools())[0]?.name).toBe('New Hill');
  });

  it('hears that nobody is there to answer', async () => {
    const dataDir = await aDataFolder();
    const { store } = await aRunningBot(dataDir);
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, aTerminal())).toBe(3);
    expect((await store.schools())[0]?.name).toBe('Old Hill');
  });

  it('takes a request as large as a file of ten megabytes', async () => {
    const dataDir = await aDataFolder();
    const size: DataCommand = {
      name: 'size',
      run: async (input) => ((input as { file: string }).file.length === 14_000_000 ? 0 : 1),
    };
    await aRunningBot(dataDir, [size]);
    expect(await runCommand(size, { file: 'a'.repeat(14_000_000) }, { DATA_DIR: dataDir }, aTerminal())).toBe(
      0,
    );
  });

  it('is done by the bot whoever else has one in hand', async () => {
    const dataDir = await aDataFolder();
    await aRunningBot(dataDir);
    const answer = Promise.withResolvers<string>();
    const slow = runCommand(
      rename,
      null,
      { DATA_DIR: dataDir },
      { ...aTerminal(), ask: () => answer.promise },
    );
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, aTerminal('Second Hill'))).toBe(0);
    answer.resolve('Third Hill');
    // What it was to change has changed meanwhile, and the store says so.
    expect(await slow).toBe(1);
  });

  it('quotes nobody when it fails', async () => {
    const dataDir = await aDataFolder();
    const { logged } = await aRunningBot(dataDir);
    const terminal = aTerminal();
    expect(await runCommand(breaks, null, { DATA_DIR: dataDir }, terminal)).toBe(1);
    expect(terminal.heard).toEqual(['! The command failed; see the log.']);
    expect(logged.join()).toContain('command failed');
    expect(logged.join()).not.toContain('Mia');
  });

  it('is not known to a bot of an older version', async () => {
    const dataDir = await aDataFolder();
    await aRunningBot(dataDir, [breaks]);
    const terminal = aTerminal();
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, terminal)).toBe(1);
    expect(terminal.heard).toEqual([
      '! The running bot does not know this command. Was it started before an upgrade? Restart it.',
    ]);
  });

  it('says that it was broken off when the bot stops, which does not wait for an answer', async () => {
    const dataDir = await aDataFolder();
    const { serving, store } = await aRunningBot(dataDir);
    const asked = Promise.withResolvers<void>();
    const terminal = {
      ...aTerminal(),
      ask: () => {
        asked.resolve();
        return new Promise<undefined>(() => undefined);
      },
    };
    void runCommand(rename, null, { DATA_DIR: dataDir }, terminal);
    await asked.promise;
    await serving.stop();
    expect((await store.schools())[0]?.name).toBe('Old Hill');
  });

  it('is done here when a killed bot has left its socket behind', async () => {
    const dataDir = await aDataFolder();
    await mkdir(join(dataDir, 'commands'));
    await writeFile(join(dataDir, 'commands', 'socket'), '');
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, aTerminal('New Hill'))).toBe(0);
    const { socket } = await aRunningBot(dataDir);
    expect((await stat(socket)).isSocket()).toBe(true);
  });

  it('is refused where something else holds the data folder', async () => {
    const dataDir = await aDataFolder();
    const store = await storeIn(dataDir);
    onTestFinished(() => store.close());
    const terminal = aTerminal('New Hill');
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, terminal)).toBe(1);
    expect(terminal.heard.join()).toContain('another send-review-bot is using');
  });

  it('is refused where the folder has too long a name for a socket, and the bot runs all the same', async () => {
    const long = join(await quickFolder(), 'a'.repeat(120));
    await symlink(await aDataFolder(), long);
    const { logged } = await aRunningBot(long);
    expect(logged.join()).toContain('commands need the bot stopped');
    expect(await runCommand(rename, null, { DATA_DIR: long }, aTerminal('New Hill'))).toBe(1);
  });
});

describe('the socket of a running bot', () => {
  it("is the owner's alone", async () => {
    const { socket } = await aRunningBot(await aDataFolder());
    expect(((await stat(socket)).mode & 0o777).toString(8)).toBe('600');
  });

  it.each([
    ['no JSON', 'hello\n'],
    ['JSON that is no request', '{"run":"rename"}\n'],
    ['a request for what is inherited', '{"command":"toString","input":{}}\n'],
    ['nothing', ''],
    ['half a line', '{"command":'],
    ['bytes that are no text', '\u0000\u00ff\n'],
  ])('ends the line kindly after %s, and takes the next', async (_what, sent) => {
    const dataDir = await aDataFolder();
    const { socket } = await aRunningBot(dataDir);
    const line = createConnection(socket);
    line.end(sent);
    line.resume();
    await once(line, 'close');
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, aTerminal('New Hill'))).toBe(0);
  });

  it('drops a line that says nothing', async () => {
    const { socket } = await aRunningBot(await aDataFolder(), [rename], { silence: 1, lines: 20 });
    const line = createConnection(socket);
    line.resume();
    await once(line, 'close');
  });

  it('lets whoever is asked take their time', async () => {
    const dataDir = await aDataFolder();
    const silence = 20;
    const { store } = await aRunningBot(dataDir, [rename], { silence, lines: 20 });
    const slow = {
      ...aTerminal(),
      ask: () => new Promise<string>((done) => setTimeout(() => done('New Hill'), 5 * silence)),
    };
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, slow)).toBe(0);
    expect((await store.schools())[0]?.name).toBe('New Hill');
  });

  it('drops a line that says a letter now and then, and tells it why', async () => {
    const { socket } = await aRunningBot(await aDataFolder(), [rename], { silence: 60_000, saying: 30 });
    const line = createConnection(socket);
    let heard = '';
    line.on('data', (bytes) => {
      heard += bytes;
    });
    // Dripping on, it may write to a line that is dropped already.
    line.on('error', () => undefined);
    const drips = setInterval(() => line.write(' '), 5);
    await new Promise((resolve) => line.once('close', resolve));
    clearInterval(drips);
    expect(heard).toContain('was not told in time what to do');
  });

  it('goes on without an answer that does not come', async () => {
    const dataDir = await aDataFolder();
    const { socket } = await aRunningBot(dataDir, [rename], { answer: 5 });
    const line = createConnection(socket);
    let heard = '';
    line.on('data', (bytes) => {
      heard += bytes;
    });
    line.write(`${JSON.stringify({ command: 'rename', input: null })}\n`);
    await once(line, 'close');
    expect(heard).toContain('Nobody has answered');
    expect(heard).toContain('{"end":3}');
  });

  it('tells a line that is no JSON that it was not understood', async () => {
    const { socket } = await aRunningBot(await aDataFolder());
    const line = createConnection(socket);
    let heard = '';
    line.on('data', (bytes) => {
      heard += bytes;
    });
    line.write('import the list\n');
    await once(line, 'close');
    expect(heard).toContain('did not understand');
  });

  it('takes no more lines at once than it may, and says so', async () => {
    const dataDir = await aDataFolder();
    const { socket } = await aRunningBot(dataDir, [rename], { silence: 60_000, lines: 1 });
    const first = createConnection(socket);
    await once(first, 'connect');
    const terminal = aTerminal('New Hill');
    expect(await runCommand(rename, null, { DATA_DIR: dataDir }, terminal)).toBe(1);
    expect(terminal.heard).toEqual([
      '! The running bot has too many commands in hand. Try again in a minute.',
    ]);
    first.destroy();
  });

  it('does not wait for a line that is half said when the bot stops', async () => {
    const { socket, serving } = await aRunningBot(await aDataFolder());
    const line = createConnection(socket);
    line.resume();
    // It is hung up on in the middle of a word, which is an error to it.
    line.on('error', () => undefined);
    const closed = new Promise<void>((done) => line.once('close', () => done()));
    await once(line, 'connect');
    line.write('{"comm');
    await Promise.all([closed, serving.stop()]);
  });

  it('says that it did not understand what a command was given', async () => {
    const dataDir = await aDataFolder();
    const picky: DataCommand = { name: 'picky', run: () => Promise.reject(new BadInput()) };
    await aRunningBot(dataDir, [picky]);
    const terminal = aTerminal();
    expect(await runCommand(picky, { files: 'x' }, { DATA_DIR: dataDir }, terminal)).toBe(1);
    expect(terminal.heard).toEqual(['! The running bot did not understand.']);
  });

  it("is told nothing where it is another user's, who is not root", () => {
    expect(mayBeTold(1001, 1000)).toBe(false);
    expect(mayBeTold(1001, 0)).toBe(false);
    expect(mayBeTold(1000, 1000)).toBe(true);
    expect(mayBeTold(0, 1000)).toBe(true);
  });
});
