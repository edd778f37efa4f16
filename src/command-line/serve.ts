import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Log } from '../app/log.ts';
import { readTerminalWho } from '../records/audit/terminal-who.ts';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '../store/lowdb/files.ts';
import { BadInput, type DataCommand, type Terminal, type Workplaces, workplaceFor } from './command.ts';
import { answerSchema, BadFrame, framesOf, requestSchema, sendFrame } from './frames.ts';
import { socketPath } from './socket-path.ts';

/** Files travel in a request. */
const LARGEST_REQUEST = 64 * 1024 * 1024;

/** What one that says nothing, or comes in great numbers, may take up. */
interface Patience {
  /** A line that has not said what it wants is dropped after so long of silence, in milliseconds. */
  readonly silence: number;
  /** And so long after it came, however it drips: a file of some megabytes comes in a second. */
  readonly saying: number;
  /** Whoever is asked has so long to answer; then it goes on as where nobody is there. */
  readonly answer: number;
  /** So many lines at once. */
  readonly lines: number;
}
const PATIENCE: Patience = { silence: 10_000, saying: 60_000, answer: 600_000, lines: 20 };

/** The running bot's ear for commands. */
export interface ServedCommands {
  /** Takes no more, and resolves once those in hand are done. */
  stop(): Promise<void>;
}

/**
 * Takes commands from scripts on this machine while the bot runs, by a socket in the data folder that only its owner may use.
 * The bot has the data folder's lock, so a socket that is there already is a dead bot's.
 * @throws when the data folder can't be written.
 */
export async function serveCommands(
  commands: readonly DataCommand[],
  at: Workplaces,
  log: Log,
  given: Partial<Patience> = {},
): Promise<ServedCommands> {
  const patience = { ...PATIENCE, ...given };
  const path = socketPath(at.dataDir);
  if (path === undefined) {
    log.warn('commands need the bot stopped here: no socket can be made in the data folder');
    return { stop: async () => undefined };
  }
  const stopping = Promise.withResolvers<undefined>();
  const inHand = new Set<Promise<void>>();
  const unsaid = new Set<Socket>();
  const server = createServer((socket) => {
    // Whoever hangs up early is no fault.
    socket.on('error', () => undefined);
    if (inHand.size >= patience.lines) return hangUp(socket, TOO_MANY);
    unsaid.add(socket);
    socket.setTimeout(patience.silence, () => hangUp(socket, TOO_SLOW));
    const late = setTimeout(() => hangUp(socket, TOO_SLOW), patience.saying);
    const line = {
      socket,
      stopping: stopping.promise,
      patience: patience.answer,
      hasSaid() {
        unsaid.delete(socket);
        clearTimeout(late);
        // A command may take its time, and so may whoever is asked.
        socket.setTimeout(0);
      },
    };
    const work = converse(line, commands, at, log).finally(() => {
      unsaid.delete(socket);
      clearTimeout(late);
      socket.end(() => socket.destroy());
      inHand.delete(work);
    });
    inHand.add(work);
  });
  await listenForOwner(server, path);
  return {
    async stop() {
      server.close();
      stopping.resolve(undefined);
      for (const socket of unsaid) socket.destroy();
      await Promise.all(inHand);
      await rm(path, { force: true });
    },
  };
}

const TOO_MANY = 'The running bot has too many commands in hand. Try again in a minute.';
const TOO_SLOW = 'The running bot was not told in time what to do, so nothing was done. Run it again.';

function hangUp(socket: Socket, why: string): void {
  sendFrame(socket, { complain: why });
  sendFrame(socket, { end: 1 });
  socket.end(() => socket.destroy());
}

// In a folder of its own: from the socket's first moment nobody but the owner can come to it.
async function listenForOwner(server: Server, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  await chmod(dirname(path), OWNER_ONLY_FOLDER);
  await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, OWNER_ONLY_FILE);
}

/** A script on the line; nothing is asked of it any more once the bot is stopping. */
interface Line {
  readonly socket: Socket;
  readonly stopping: Promise<undefined>;
  /** How long whoever is asked may take, in milliseconds. */
  readonly patience: number;
  /** What it wants is known. */
  hasSaid(): void;
}

async function converse(
  line: Line,
  commands: readonly DataCommand[],
  at: Workplaces,
  log: Log,
): Promise<void> {
  const { socket } = line;
  const end = (code: number) => sendFrame(socket, { end: code });
  const complain = (line: string) => sendFrame(socket, { complain: line });
  try {
    const said = framesOf(socket, LARGEST_REQUEST);
    const first = await said.next();
    if (first.done) return;
    line.hasSaid();
    const request = requestSchema.safeParse(first.value);
    const command = commands.find(({ name }) => name === request.data?.command);
    if (!request.success || !command) {
      complain('The running bot does not know this command. Was it started before an upgrade? Restart it.');
      return end(1);
    }
    log.info('command begun', { kind: command.name });
    const code = await command.run(
      request.data.input,
      terminalOver(line, said),
      workplaceFor(command.name, { ...at, who: readTerminalWho(request.data.who) }),
    );
    log.info('command ended', { kind: command.name, status: code });
    end(code);
  } catch (error) {
    // Whoever hung up has heard enough.
    if (!socket.writable) return;
    log.error('command failed', { error });
    complain(
      error instanceof BadFrame || error instanceof BadInput
        ? 'The running bot did not understand.'
        : 'The command failed; see the log.',
    );
    end(1);
  }
}

const UNANSWERED = 'Nobody has answered for some minutes: it goes on as if nobody were there.';

function terminalOver({ socket, stopping, patience }: Line, said: AsyncGenerator<unknown>): Terminal {
  async function answerTo(frame: object): Promise<string | undefined> {
    sendFrame(socket, frame);
    // Whoever hangs up answers nothing.
    const answer = said.next().catch(() => undefined);
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => {
      sendFrame(socket, { complain: UNANSWERED });
      late.resolve(undefined);
    }, patience);
    const heard = await Promise.race([answer, stopping, late.promise]).finally(() => clearTimeout(timer));
    return answerSchema.safeParse(heard?.value).data?.answer ?? undefined;
  }
  return {
    say: (text) => sendFrame(socket, { say: text }),
    complain: (text) => sendFrame(socket, { complain: text }),
    progress: (done, of) => sendFrame(socket, { progress: [done, of] }),
    ask: (question) => answerTo({ ask: question }),
    hand: async (file) => (await answerTo({ hand: file })) !== undefined,
  };
}
