import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../src/channels/index.ts';
import { PLAN_KINDS } from '../src/domain/plans/index.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
  /** Loaded only when it is come to. */
  readonly dynamic: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /import\('([^']+)'\)/g;

function importsOf(path: string): Import[] {
  const text = readFileSync(join(SRC, path), 'utf8');
  const target = (to: string) =>
    to.startsWith('.') ? normalize(join(dirname(path), to)).replaceAll('\\', '/') : to;
  return [
    ...[...text.matchAll(IMPORT)].map(([, type, to = '']) => ({
      from: path,
      to: target(to),
      typesOnly: Boolean(type),
      dynamic: false,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, to = '']) => ({
      from: path,
      to: target(to),
      typesOnly: false,
      dynamic: true,
    })),
  ];
}

const imports = files.flatMap(importsOf);
const ours = imports.filter(({ to }) => to.endsWith('.ts'));

/** The part of the house a file is in: its folder, and for channels and stores the folder within. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (!path.includes('/')) return first;
  if (path === 'channels/index.ts') return 'list of channels';
  const inside = second.endsWith('.ts') ? undefined : `${first}/${second}`;
  if (inside === 'records/audit') return inside;
  if (['channels', 'store'].includes(first)) return inside ?? `${first} port`;
  return first === 'presentation' ? (inside ?? first) : first;
}

/** Light enough to be read by all: the SDKs are loaded when a channel is made. */
const definitionOf = ({ name }: { readonly name: string }) => `channels/${name}/definition.ts`;

const CHANNEL_ARROWS = [
  'channels port',
  'presentation',
  'domain',
  'app/http.ts',
  'app/environment.ts',
  'app/turns.ts',
  'types of app/ports.ts',
];

/** What each room may import; 'types of' where only types may cross. The rooms without a line wire things together. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  presentation: ['domain'],
  'presentation/forms': ['presentation', 'domain'],
  'presentation/screens': ['presentation', 'domain'],
  conversation: [
    'presentation',
    'presentation/forms',
    'presentation/screens',
    'domain',
    'store port',
    'list of channels',
    'types of channels port',
    'channels/sent-file.ts',
    'app/ports.ts',
    'records/audit',
  ],
  worker: [
    'presentation',
    'domain',
    'store port',
    'list of channels',
    'channels port',
    'types of app/log.ts',
    'app/ports.ts',
  ],
  'channels port': [
    'types of presentation',
    'types of domain',
    'types of app/environment.ts',
    'types of app/http.ts',
    'types of app/ports.ts',
  ],
  'list of channels': ['types of channels port', 'types of domain', ...CHANNELS.map(definitionOf)],
  ...Object.fromEntries(CHANNELS.map(({ name }) => [`channels/${name}`, CHANNEL_ARROWS])),
  'store port': ['domain'],
  'store/upgrades': ['store port', 'types of domain'],
  'store/lowdb': ['store port', 'store/upgrades', 'domain', 'app/turns.ts'],
  'store/cli': [
    'store port',
    'store/lowdb',
    'records/audit',
    'domain',
    'list of channels',
    'app/clocks.ts',
    'app/config.ts',
    'command-line',
  ],
  'made-up': ['domain', 'store port'],
  'records/audit': [
    'domain',
    'store port',
    'store/lowdb',
    'app/turns.ts',
    'app/ports.ts',
    'command-line',
    'app/config.ts',
    'records/erase/was-erased.ts',
  ],
  'command-line': [
    'store port',
    'store/lowdb',
    'records/audit',
    'app/clocks.ts',
    'app/config.ts',
    'app/ids.ts',
    'types of app/ports.ts',
    'types of app/log.ts',
  ],
  records: [
    'records/audit',
    'domain',
    'store port',
    'store/lowdb',
    'list of channels',
    'command-line',
    'app/config.ts',
    'types of app/ports.ts',
    'types of app/log.ts',
  ],
  'data-in': [
    'domain',
    'store port',
    'store/lowdb',
    'list of channels',
    'command-line',
    'records/erase/was-erased.ts',
    'types of records/audit',
    'app/config.ts',
    'types of app/ports.ts',
  ],
};

function allowed({ from, to, typesOnly }: Import): boolean {
  const room = roomOf(from);
  const other = roomOf(to);
  const may = ARROWS[room];
  if (!may || room === other || may.includes(other) || may.includes(to)) return true;
  return typesOnly && (may.includes(`types of ${other}`) || may.includes(`types of ${to}`));
}

/**
 * The layers of the domain, each of which imports only from itself and those before it: so a row never looks itself up.
 * What is in none of them is the engine, which may ask all.
 */
const LAYERS: readonly { readonly layer: string; readonly files: RegExp }[] = [
  {
    layer: 'base: days, words, how things are kept',
    files:
      /^(stored|time|language\/(terms|words|days|name-words|name-fits|names-like|year-words|nearest|tidy))\.ts$/,
  },
  {
    layer: 'questions, their rows, and what is kept of their answers',
    files:
      /^(questions\/.*|language\/people|nudges\/message|school\/(addressee|history-entry|adulthood|bank-holidays|birthday|calendar|easter|half-terms|holidays|legal-hold|retention|membership|namesakes|no-school-day|people|place|profile|pupil-meetings|pupil-values|fit-text|school|family-says|set-of-school|school-year|working-day|year-by-birth|young-person|questions\/(?!bulk-reassign).*)|plans\/agenda|review\/(questions\/.*|addressee|annual|annual-part|decision|from-families|guest-boxes|guests|held|invited|invitees|meeting-notes|open-actions|outcome|outcome-choice|people-around|requests|review-content|screen-name|staff-said|support-days|vague-wording|guards\/missing))\.ts$/,
  },
  { layer: 'rows: rules of law', files: /^statute\/rules\// },
  {
    layer: 'registry: the law',
    files: /^statute\/(by-law|put-off|statute-table|statute|date-reasons|late-meeting)\.ts$/,
  },
  {
    layer: 'rows: kinds of plan',
    files:
      /^(statute\/(amendment-said|appeal|clock|clock-words|decision-said|meeting-in-data|next-transfer|request-clock|transfer|transfer-meeting|transfer-settled)|review\/guards\/(annual|requests|shared)|plans\/(?!index|agenda).*)\.ts$/,
  },
  { layer: 'registry: kinds of plan', files: /^plans\/index\.ts$/ },
  {
    layer: 'a review of one of them',
    files:
      /^(school\/(changed-here|pupil)|statute\/(decided|due|next-review|parents-met|parents-to-meet|waiting-in-data)|review\/(as-of-pupil|annual-of|carry-over|changes-plan|held-early|other-meetings|outcomes|recorded-at-meeting|review|checks|concerned|days|terms-of|unreached|untold-outside))\.ts$/,
  },
  {
    layer: 'rows: what can be done to a review, what is owed in it, and the facts',
    files: /^review\/((steps|obligations)\/(?!index).*|review-started|review-closed)\.ts$/,
  },
  {
    layer: 'registries: steps and obligations',
    files: /^review\/((steps|obligations)\/index|facts|forms)\.ts$/,
  },
];

/** The name of a kind of plan, as it is stored. */
const NAMES = PLAN_KINDS.join('|');
const KIND = new RegExp(`(['"\`])(?:${NAMES})\\1|\\b(?:${NAMES})\\??:`);

function layerOf(path: string): number {
  const found = LAYERS.findIndex(({ files }) => files.test(path.replace(/^domain\//, '')));
  return found < 0 ? LAYERS.length : found;
}

const say = ({ from, to }: Import) => `${from} → ${to}`;

describe('the house', () => {
  it('has rooms that all have a line in the table, or wire things together at the top', () => {
    const rooms = new Set(files.map(roomOf));
    const unknown = [...rooms].filter((room) => !room.endsWith('.ts') && room !== 'app' && !ARROWS[room]);
    expect(unknown).toEqual([]);
    expect(ours.length).toBeGreaterThan(100);
  });

  it('has imports that point one way', () => {
    expect(ours.filter((one) => !allowed(one)).map(say)).toEqual([]);
  });

  it('knows a chat by its name in its own folder only', () => {
    for (const { name } of CHANNELS) {
      const said = new RegExp(`['"\`]${name}['"\`]`);
      const elsewhere = files
        .filter((path) => roomOf(path) !== `channels/${name}`)
        .filter((path) => said.test(readFileSync(join(SRC, path), 'utf8')));
      expect(elsewhere, name).toEqual([]);
    }
  });

  it('reads the list of chats without loading their SDKs', () => {
    const next = Map.groupBy(
      imports.filter(({ typesOnly, dynamic }) => !typesOnly && !dynamic),
      ({ from }) => from,
    );
    const reached = new Set(['channels/index.ts']);
    for (const path of reached) for (const { to } of next.get(path) ?? []) reached.add(to);
    expect([...reached].filter((to) => !to.endsWith('.ts'))).toEqual(['zod', 'node:net']);
  });

  it('keeps each SDK in its own room', () => {
    const homes: readonly [RegExp, string][] = [
      [/^bot(?:builder|framework)/, 'channels/teams'],
      [/^@slack\//, 'channels/slack'],
      [/^lowdb/, 'store/lowdb'],
      [/^csv-parse/, 'data-in'],
      [/^pino/, 'app'],
      [/^adaptivecards-templating/, 'presentation'],
    ];
    for (const [name, home] of homes) {
      const users = imports.filter(({ to }) => name.test(to)).map(({ from }) => roomOf(from));
      expect(new Set(users), String(name)).toEqual(new Set([home]));
    }
  });

  it('has a domain that does no I/O and asks nobody the time', () => {
    const outside = imports.filter(({ from, to }) => roomOf(from) === 'domain' && !to.endsWith('.ts'));
    // node:util compares values, zod checks them, one compares words; the rest reckons with days.
    const pure = /^(zod|@date-fns\/tz|date-fns(\/\w+)?|fastest-levenshtein|node:util)$/;
    expect(outside.map(({ to }) => to).filter((to) => !pure.test(to))).toEqual([]);
    const clocks = files
      .filter((path) => roomOf(path) === 'domain')
      .filter((path) => /Date\.now\(|new Date\(\)|Math\.random/.test(readFileSync(join(SRC, path), 'utf8')));
    expect(clocks).toEqual([]);
  });

  it('has a domain in layers: rows know what is below them, never the registry they stand in', () => {
    const inside = ours.filter(({ from, to }) => roomOf(from) === 'domain' && roomOf(to) === 'domain');
    for (const { layer, files: some } of LAYERS)
      expect(
        inside.some(({ to }) => some.test(to.replace(/^domain\//, ''))),
        layer,
      ).toBe(true);
    expect(inside.filter(({ from, to }) => layerOf(to) > layerOf(from)).map(say)).toEqual([]);
  });

  it('asks a plan’s row what its kind can do: no kind is named outside the rows, nor told by what a review holds', () => {
    const naming = files
      .filter((path) => !path.startsWith('domain/plans/'))
      .filter((path) => KIND.test(readFileSync(join(SRC, path), 'utf8')));
    expect(naming).toEqual([]);
    const asking = files
      .filter((path) => !/^domain\/review\/annual-part\.ts$/.test(path))
      .filter((path) =>
        /\breview\.annual\b|\bannual\b[^}]*\}: Review\b/.test(readFileSync(join(SRC, path), 'utf8')),
      );
    expect(asking).toEqual([]);
    expect(KIND.test(readFileSync(join(SRC, 'domain/plans/index.ts'), 'utf8'))).toBe(true);
  });

  it('has no cycles, within the domain not of types either', () => {
    const counts = ({ from, typesOnly }: Import) => !typesOnly || roomOf(from) === 'domain';
    const next = Map.groupBy(ours.filter(counts), ({ from }) => from);
    const done = new Set<string>();
    const walk = (path: string, trail: readonly string[]): string[] => {
      if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' → ')];
      if (done.has(path)) return [];
      done.add(path);
      return (next.get(path) ?? []).flatMap(({ to }) => walk(to, [...trail, path]));
    };
    expect(files.flatMap((path) => walk(path, []))).toEqual([]);
  });

  it('has small rooms: no file of more than 250 lines, and half of them of 80 at most', () => {
    const lengths = files.map((path) => readFileSync(join(SRC, path), 'utf8').split('\n').length - 1);
    expect(lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
    const long = files.filter((path) => readFileSync(join(SRC, path), 'utf8').split('\n').length > 251);
    expect(long.map((path) => relative('.', path))).toEqual([]);
  });
});
