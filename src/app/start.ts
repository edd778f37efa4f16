import { basename, dirname, resolve } from 'node:path';
import type { SchoolServed } from '../channels/definition.ts';
import { Pace } from '../conversation/too-much.ts';
import { chatImports } from '../data-in/chat-import.ts';
import { importCommand } from '../data-in/import-command.ts';
import { staffCommand } from '../data-in/staff-command.ts';
import { auditedStores } from '../records/audit/audited-store.ts';
import { auditCommand } from '../records/audit/command.ts';
import { BOT } from '../records/audit/entry.ts';
import { eraseCommand } from '../records/erase/command.ts';
import { eraseAtStart, keepEnding } from '../records/erase/keep-ending.ts';
import { markingIn } from '../records/erase/key.ts';
import { erasedIn } from '../records/erase/was-erased.ts';
import { exportCommand } from '../records/export/command.ts';
import { retentionCommand } from '../records/retention/command.ts';
import { keepTidy } from '../records/retention/daily.ts';
import { rekeyCommand } from '../store/cli/rekey.ts';
import { isThere } from '../store/lowdb/files.ts';
import { importBackups } from '../store/lowdb/import-backups.ts';
import type { BroughtUp } from '../store/lowdb/options.ts';
import { openLowdbStore } from '../store/lowdb/store.ts';
import type { Store } from '../store/store.ts';
import { type App, AT_ONCE, startApp } from './app.ts';
import { openDataAudit } from './audit.ts';
import { configuredChannels } from './chats.ts';
import { openingTime, shiftedClock, systemClock } from './clocks.ts';
import type { Config } from './config.ts';
import type { Marking } from './contacts.ts';
import type { Log } from './log.ts';
import { MADE_UP_SCHOOL, openMadeUpSchool, startSandbox } from './sandbox.ts';
import { NoFolder, RealSchool } from './start-faults.ts';

/** The store of a data folder, and the upgrade that opening it was, where it was one. */
interface Opened {
  readonly store: Store;
  readonly upgraded: BroughtUp | undefined;
}

/** Opens the data folder; that it was upgraded, what was missing and what had to be set aside is logged, document by document. */
async function openData({ dataDir, keys }: Config, log: Log): Promise<Opened> {
  let upgraded: BroughtUp | undefined;
  const store = await openLowdbStore(dataDir, {
    keys,
    onSetAside: (documents) => {
      for (const { collection, id, file, fields } of documents) {
        const why = fields[0] ? { kind: 'wrong-fields', field: fields[0] } : { kind: 'unreadable' };
        const folder = basename(dirname(dirname(file)));
        log.warn('unreadable document set aside', { collection, document: id, ...why, folder });
      }
    },
    onMissing: (collections) => {
      for (const collection of collections) log.warn('missing folder begun anew', { collection });
    },
    onPlain: (documents) => {
      for (const { collection, id } of documents)
        log.error('document not encrypted among encrypted ones', { collection, document: id });
    },
    onUpgraded: (one) => {
      upgraded = one;
      const { from, to, backup } = one;
      log.info('stored data brought up to a later format', { from, to, folder: basename(backup) });
    },
  });
  return { store, upgraded };
}

/** The playground keeps its data, and has the made-up school where there is none yet. */
async function startPlayground(config: Config, log: Log): Promise<App> {
  const { store, upgraded } = await openData(config, log);
  const now = config.sandboxNow ?? systemClock.now();
  const known = await store.schools();
  if (known.some((one) => one.id !== MADE_UP_SCHOOL)) {
    await store.close();
    throw new RealSchool(config.dataDir);
  }
  const school = known[0] ?? (await openMadeUpSchool(store, now));
  const clock = shiftedClock(config.sandboxNow ?? openingTime(school, now));
  const audit = await openDataAudit(store, { ...config, clock, log, upgraded });
  return startApp({
    config,
    store,
    audit,
    clock,
    log,
    timing: AT_ONCE,
    channels: configuredChannels(config),
  });
}

const NO_SCHOOL =
  'no school is stored in DATA_DIR: bring one in (npm run import -- FOLDER, or npm run import -- --new to be asked); if there should be one, check that DATA_DIR is the right folder, and that its disk is there';

// A mistyped or unmounted folder looks like a new one: it must not look as if all were well.
const withoutSchool = async (store: Store) =>
  (await store.schools()).some(({ staff }) => staff.length > 0) ? undefined : NO_SCHOOL;

/** The bot, and what it waits for where it is not ready yet. */
interface Started extends App {
  readonly waitsFor?: string;
}

const together = (all: readonly { readonly stop: () => Promise<void> }[]) => ({
  stop: async () => void (await Promise.all(all.map((one) => one.stop()))),
});

/** Marks by the key of those who were erased, made when it is first needed; none where it can't be kept. */
function markingOf(dataDir: string, log: Log): Marking {
  let key: ReturnType<typeof markingIn> | undefined;
  return async (text) => {
    try {
      key ??= markingIn(dataDir);
      return (await key)(text);
    } catch (error) {
      key = undefined;
      log.warn('no key for marks', { error });
      return undefined;
    }
  };
}

async function startForReal(config: Config, log: Log): Promise<Started> {
  const { dataDir, keys, copiesKeptDays } = config;
  if (!(await isThere(dataDir))) throw new NoFolder(resolve(dataDir));
  const { store, upgraded } = await openData(config, log);
  const audit = await openDataAudit(store, { ...config, clock: systemClock, log, upgraded });
  const erasing = auditedStores(store, audit, systemClock)({ who: BOT, by: 'erase' });
  const erased = await eraseAtStart({ store: erasing, audit, dataDir, keys, clock: systemClock });
  if (erased > 0) log.info('erasing ended', { count: erased });
  const waitsFor = await withoutSchool(store);
  if (waitsFor) log.warn('no school is stored');
  const app = await startApp({
    ...{ config, store, audit, clock: systemClock, log, channels: configuredChannels(config) },
    health: { school: () => withoutSchool(store) },
    pace: new Pace(),
    marking: markingOf(dataDir, log),
    imports: (given) =>
      chatImports({
        ...given,
        backups: importBackups(dataDir, { keys }),
        erased: () => erasedIn(dataDir),
      }),
    commands: {
      served: [
        ...[importCommand, staffCommand, exportCommand, eraseCommand, retentionCommand],
        ...[rekeyCommand, auditCommand],
      ],
      alongside: ({ storeFor, ...at }) => {
        const by = (what: string) => ({ ...at, store: storeFor({ who: BOT, by: what }) });
        return together([
          keepEnding(by('erase'), log),
          keepTidy(by('retention'), config.retention === 'daily', log),
        ]);
      },
      dataDir,
      keys,
      copiesKeptDays,
    },
  });
  return { ...app, ...(waitsFor && { waitsFor }) };
}

const START: Readonly<Record<SchoolServed, (config: Config, log: Log) => Promise<Started>>> = {
  real: startForReal,
  'made-up': startPlayground,
  'made-up-anew': startSandbox,
};

/**
 * Starts the bot that is configured: the sandbox, the playground, or a real school's.
 * @throws what stops it; `wordsFor` says it to whoever started it.
 */
export const startBot = (config: Config, log: Log): Promise<Started> => START[config.school](config, log);

/** The one line on stdout, once the bot listens. */
export function readyLine(config: Config, { server, waitsFor }: Started): string {
  if (config.school === 'made-up-anew') return `The sandbox is ready: open ${server.url} in a browser.`;
  const chats = config.chats.map(({ title }) => title).join(' and ');
  if (waitsFor) {
    const inFolder = waitsFor.replace('DATA_DIR', `DATA_DIR (${config.dataDir})`);
    return `send-review-bot is not ready yet, and listens on ${server.url} for ${chats}: ${inFolder}`;
  }
  return `send-review-bot is ready for ${chats}, listening on ${server.url}`;
}
