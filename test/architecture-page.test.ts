import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import {
  FOLDERS,
  mapOf,
  PAGES,
  type Page,
  pageNamed,
  rowsOf,
  SOURCES,
  staleFiles,
  staleLinks,
  stalePaths,
  staleScripts,
} from './support/pages.ts';

const { scripts, dependencies, devDependencies } = packageJson;

/** All that a page names and that is not there. */
const stale = (page: Page) => [
  ...stalePaths(page),
  ...staleFiles(page),
  ...staleLinks(page),
  ...staleScripts(page, scripts),
];

/** The folder of a recipe, and what is in it: it stands for a place in a copy of the program. */
const isOfARecipe = (folder: string) => folder.startsWith('tools/recipes/');

/** A folder of tests that has its counterpart's name needs no line of its own; nor has each format of fixtures. */
const isMirror = (folder: string) =>
  existsSync(folder.replace(/^test\//, 'src/')) ||
  existsSync(folder.replace(/^test\//, '')) ||
  folder.startsWith('test/store/fixtures/');

describe('the pages', () => {
  it.each(PAGES)('$path names only files, folders, scripts, pages and headings that are there', (page) => {
    expect(stale(page)).toEqual([]);
  });

  it('and so do the comments of the code', () => {
    const named = SOURCES.map(({ path, text }) => [path, stalePaths({ path, text })] as const);
    expect(named.filter(([, paths]) => paths.length > 0)).toEqual([]);
    expect(SOURCES.length).toBeGreaterThan(300);
  });

  it('would say so of a page that was overtaken', () => {
    const text = [
      'See `src/domain/answers.ts`, `cards/screen-<name>.json`, tools/gone/ and `presses-of-old.ts`.',
      'Read [flow](flow.md), [the glossary](glossary.md#no-such-word) and [this](gone.md); then `npm run gone`.',
      'There are `src/domain/`, `cards/question-<kind>.json`, `decide.ts` and [the map](architecture.md#where-things-are).',
    ].join('\n');
    expect(stale({ path: 'docs/made-up.md', text })).toEqual([
      'src/domain/answers.ts',
      'cards/screen-<name>.json',
      'tools/gone/',
      'presses-of-old.ts',
      'glossary.md#no-such-word',
      'gone.md',
      'gone',
    ]);
  });
});

describe('the map in docs/architecture.md', () => {
  const map = mapOf(pageNamed('docs/architecture.md'));

  it('has a line for every folder of source, tools, cards and manifests, and for every folder of tests of its own', () => {
    const wanted = FOLDERS.filter((folder) => /^(src|tools|cards|manifests|test)(\/|$)/.test(folder)).filter(
      (folder) =>
        !isOfARecipe(folder) && (folder === 'test' || !folder.startsWith('test/') || !isMirror(folder)),
    );
    const lines = map.map(({ folder }) => folder);
    expect(wanted.filter((folder) => !lines.includes(folder))).toEqual([]);
    expect(lines.filter((folder, at) => lines.indexOf(folder) !== at)).toEqual([]);
  });

  it('names beside a folder only files that are in it', () => {
    const named = map.flatMap(({ folder, files }) => files.map((file) => `${folder}/${file}`));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('the glossary', () => {
  /** As letters only, so that "read-out", "readOut" and "read out" are one word. */
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  const entries = rowsOf(pageNamed('docs/glossary.md')).map(([word = '', means = '', where = '']) => ({
    word: word.replaceAll('*', ''),
    means,
    where: [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  }));

  it('is in alphabetical order, each word once and with its meaning', () => {
    const words = entries.map(({ word }) => word);
    expect(words.length).toBeGreaterThan(60);
    expect(words).toEqual([...new Set(words)].sort((a, b) => a.localeCompare(b, 'en-GB')));
    expect(entries.filter(({ means }) => means === '')).toEqual([]);
  });

  it('names with each word a file in which it stands', () => {
    const missing = entries.filter(({ word, where }) => {
      const texts = where.map((path) => letters(`${path} ${readFileSync(path, 'utf8')}`));
      const names = word.split(/[`()]+/).map(letters);
      return !names.some((name) => name !== '' && texts.some((text) => text.includes(name)));
    });
    expect(missing.map(({ word }) => word)).toEqual([]);
  });
});

it('docs/dependencies.md says of every dependency why it is there, and of no other', () => {
  const listed = rowsOf(pageNamed('docs/dependencies.md')).flatMap(([first = '']) =>
    [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(listed.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});
