import { lstat } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { systemClock } from '../app/clocks.ts';
import { ConfigFault, readDataFolder } from '../app/config.ts';
import { randomIds } from '../app/ids.ts';
import { NotKept } from '../records/audit/audit.ts';
import { auditedStores } from '../records/audit/audited-store.ts';
import { beginAudit, byHandInWords } from '../records/audit/begin.ts';
import { faultInWords } from '../records/audit/fault.ts';
import { AuditKeyFault } from '../records/audit/key.ts';
import { terminalWho } from '../records/audit/terminal-who.ts';
import { failedWords } from '../store/failed.ts';
import type { BroughtUp } from '../store/lowdb/options.ts';
import { Refused } from '../store/lowdb/refused.ts';
import { Damaged, InUse, KeyNeeded, NewerFormat, openLowdbStore } from '../store/lowdb/store.ts';
import { type DataCommand, type Terminal, workplaceFor } from './command.ts';
import { mayUse } from './data-folder.ts';
import { BadFrame, type FromBot, framesOf, fromBotSchema, sendFrame } from './frames.ts';
import { socketPath } from './socket-path.ts';

/** What the bot says is short, but for long lists, and files that it hands over. */
const LARGEST_LINE = 64 * 1024 * 1024;

/**
 * Has a command done: by the bot that runs on this data folder, or here when none does.
 * @param input what the command is given, as JSON can say it.
 * @param env says which folder, and the keys to it.
 * @returns the exit code.
 */
export async function runCommand(
  command: DataCommand,
  input: unknown,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  try {
    const data = readDataFolder(env);
    const bot = await connectToBot(data.dataDir);
    return await (bot
      ? doneByBot(bot, command.name, input, terminal)
      : doneHere(command, input, data, terminal));
  } catch (error) {
    terminal.complain(wordsFor(error));
    return 1;
  }
}

type DataFolder = ReturnType<typeof readDataFolder>;

/** The running bot is there, and this user may not speak to it. */
class NotForThisUser extends Error {
  constructor() {
    super('The bot is running as another user. Run this as the user that the bot runs as.');
  }
}

/** Somebody else's socket stands where the bot's would: what is sent there is theirs to read. */
class Strange extends Error {
  constructor() {
    super(
      'The socket for commands in the data folder is another user’s, so nothing was sent. Run this as the user that the bot runs as.',
    );
  }
}

/** The bot hung up before the end. */
class Broken extends Error {
  constructor() {
    super('The running bot stopped before this was done. Run it again to see what is left to do.');
  }
}

// Undefined where no bot runs: no socket, or one that a killed bot left behind.
async function connectToBot(dataDir: string): Promise<Socket | undefined> {
  const path = socketPath(dataDir);
  if (path === undefined) return undefined;
  if (!(await isTrusted(path))) throw new Strange();
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') reject(new NotForThisUser());
      else resolve(undefined);
    });
  });
}

// What is not there, or may not be looked at, is for connecting to find out.
async function isTrusted(path: string): Promise<boolean> {
  const owners = await Promise.all(
    [dirname(path), path].map((one) =>
      lstat(one).then(
        ({ uid }) => uid,
        () => undefined,
      ),
    ),
  );
  return owners.every((uid) => uid === undefined || mayBeTold(uid, process.getuid?.()));
}

/** Whether what this user sends may go to that one: it is the same, or root, who could read it anyway. */
export const mayBeTold = (owner: number, self: number | undefined): boolean =>
  self === undefined || owner === self || owner === 0;

async function doneByBot(
  socket: Socket,
  command: string,
  input: unknown,
  terminal: Terminal,
): Promise<number> {
  try {
    sendFrame(socket, { command, input, who: terminalWho() });
    for await (const frame of framesOf(socket, LARGEST_LINE)) {
      const said = fromBotSchema.parse(frame);
      if ('end' in said) return said.end;
      await pass(said, socket, terminal);
    }
    throw new Broken();
  } finally {
    socket.destroy();
  }
}

async function pass(
  said: Exclude<FromBot, { end: number }>,
  socket: Socket,
  terminal: Terminal,
): Promise<void> {
  if ('say' in said) terminal.say(said.say);
  else if ('complain' in said) terminal.complain(said.complain);
  else if ('progress' in said) terminal.progress(...said.progress);
  else if ('hand' in said) sendFrame(socket, { answer: (await terminal.hand(said.hand)) ? 'taken' : null });
  else sendFrame(socket, { answer: (await terminal.ask(said.ask)) ?? null });
}

async function doneHere(
  command: DataCommand,
  input: unknown,
  { dataDir, keys, auditKey, copiesKeptDays }: DataFolder,
  terminal: Terminal,
): Promise<number> {
  if (!(await mayUse(dataDir, command, input, terminal))) return 1;
  let upgraded: BroughtUp | undefined;
  const store = await openLowdbStore(dataDir, {
    keys,
    onUpgraded: (one) => {
      upgraded = one;
    },
    onSetAside: (documents) => {
      for (const { file } of documents) terminal.complain(`It could not be read, and is set aside: ${file}`);
    },
  });
  try {
    const { audit, ...found } = await beginAudit(store, {
      dataDir,
      key: auditKey,
      clock: systemClock,
      upgraded,
    });
    for (const fault of found.faults) terminal.complain(`The audit: ${faultInWords(fault)}`);
    for (const one of found.byHand) terminal.complain(byHandInWords(one));
    const storeFor = auditedStores(store, audit, systemClock);
    const at = { storeFor, audit, dataDir, keys, copiesKeptDays, clock: systemClock, ids: randomIds };
    try {
      return await command.run(input, terminal, workplaceFor(command.name, { ...at, who: terminalWho() }));
    } finally {
      await audit.close();
    }
  } finally {
    await store.close();
  }
}

// These errors' own words are for an IT manager to read; any other's may quote somebody.
const IN_WORDS = [
  AuditKeyFault,
  NotKept,
  ConfigFault,
  InUse,
  Damaged,
  KeyNeeded,
  NewerFormat,
  Refused,
  NotForThisUser,
  Strange,
  Broken,
];

function wordsFor(error: unknown): string {
  if (error instanceof BadFrame)
    return 'The running bot answered in a way this version does not know. Restart it.';
  return failedWords(error, IN_WORDS);
}
