/** Numbers from 0 up to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Json = unknown;
type Holder = Record<string, Json> | Json[];

const nested = (depth: number): Json =>
  Array.from({ length: depth }).reduce<Json>((inside) => ({ a: [inside] }), 'x');

/** What stands where something else was expected. */
const STRANGE: readonly Json[] = [
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 60, '', ' ', '0', 'NaN', 'null', 'undefined'],
  ...[[], {}, [[]], [null], { length: 3 }, { toString: 'x' }, nested(50), nested(1_000)],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
    '../../../etc/passwd',
    '%00',
    'a\u0000b',
  ],
  ...[
    '\u202Eabc',
    '\uD800',
    '𝒳'.repeat(500),
    '<at>x</at> due',
    '<@U1>',
    '$'.concat('{1+1}'),
    '{{x}}',
    'javascript:alert(1)',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-13',
    'due'.repeat(2_000),
    `not mine a${' '.repeat(3_000)}x`,
  ],
  ...['https://evil.example/', 'http://169.254.169.254/latest', 'file:///etc/passwd'],
];

/** Every place in a value that holds something. */
function placesIn(
  value: Json,
  all: (readonly [Holder, string])[] = [],
): readonly (readonly [Holder, string])[] {
  if (value === null || typeof value !== 'object') return all;
  for (const key of Object.keys(value)) {
    all.push([value as Holder, key]);
    placesIn((value as Record<string, Json>)[key], all);
  }
  return all;
}

/**
 * The value with one to four of its parts replaced by something strange or by one of `known` (ids that are somebody's), taken away,
 * or given a name that objects have from birth. It is changed in place.
 */
export function mutated<T>(value: T, random: () => number, known: readonly string[]): T {
  const pick = <One>(all: readonly One[]): One | undefined => all[Math.floor(random() * all.length)];
  const times = 1 + Math.floor(random() * 4);
  for (let n = 0; n < times; n += 1) {
    const [holder, key] = pick(placesIn(value)) ?? [];
    if (!holder || key === undefined) break;
    const into = holder as Record<string, Json>;
    const way = random();
    if (way < 0.6) into[key] = structuredClone(pick(STRANGE));
    else if (way < 0.8) into[key] = pick(known);
    else if (way < 0.9) delete into[key];
    else
      Object.defineProperty(into, pick(['__proto__', 'constructor']) ?? 'x', {
        value: { do: 'due' },
        ...OWN,
      });
  }
  return value;
}

const OWN = { enumerable: true, configurable: true, writable: true };
