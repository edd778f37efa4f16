import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A page of the documentation: where it is, from the top of the repository, and what it says. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A line of the map of folders: the folder, and the files named beside it, each within that folder. */
export interface MapLine {
  readonly folder: string;
  readonly files: readonly string[];
}

const TOP = ['src', 'tools', 'test', 'cards', 'manifests', 'docs', 'sandbox-school'];

const entries = TOP.flatMap((top) =>
  readdirSync(top, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'),
    isFolder: entry.isDirectory(),
  })),
);

/** Every folder there is of those that pages name, from the top of the repository. */
export const FOLDERS: readonly string[] = [
  ...TOP,
  ...entries.filter(({ isFolder }) => isFolder).map(({ path }) => path),
];

const AT_THE_TOP = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);
const ALL = new Set([...FOLDERS, ...entries.map(({ path }) => path), ...AT_THE_TOP]);

/** The README, and every page in `docs/`. */
export const PAGES: readonly Page[] = ['README.md', ...[...ALL].filter((path) => /^docs\/.*\.md$/.test(path))]
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The program's own files and its tools, as pages: what a comment of theirs names is to be there too. */
export const SOURCES: readonly Page[] = [...ALL]
  .filter((path) => /^(src|tools)\/.*\.(ts|js)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The page of this name. @throws {Error} where there is none */
export function pageNamed(path: string): Page {
  const found = PAGES.find((page) => page.path === path);
  if (!found) throw new Error(`there is no page ${path}`);
  return found;
}

const PATH = new RegExp(String.raw`(?<![\w./@-])(?:${TOP.join('|')})/(?:[\w./<>*-]*[\w>*/])?`, 'g');
const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const FILE = /^[\w./-]+\.(ts|js|html|md)$/;
const SCRIPT = /\bnpm run ([\w:-]+)/g;
const HEADING = /^#+ (.+)$/gm;

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The files named in code without saying where they are from the top. */
const filesNamed = (text: string) =>
  matches(text, CODE).filter((code) => FILE.test(code) && !TOP.some((top) => code.startsWith(`${top}/`)));

/** Whether something is there under `path`; `<name>` and `*` stand for any one name, or a part of it. */
function isThere(path: string): boolean {
  const bare = path.replace(/\/$/, '');
  if (!/[<*]/.test(bare)) return ALL.has(bare);
  const parts = bare.split(/<[^>]*>|\*/).map((part) => RegExp.escape(part));
  const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
  return [...ALL].some((one) => pattern.test(one));
}

/** The paths from the top of the repository that a page names and that are not there. */
export function stalePaths({ text }: Page): readonly string[] {
  return [...text.matchAll(PATH)].map(([path]) => path).filter((path) => !isThere(path));
}

/** The files that a page names in code without saying where they are, and of which there is none of that name. */
export function staleFiles({ text }: Page): readonly string[] {
  return filesNamed(text).filter(
    (file) => ![...ALL].some((path) => path === file || path.endsWith(`/${file}`)),
  );
}

/** A heading as links go by it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

function leadsSomewhere(target: string, page: Page): boolean {
  const [path = '', anchor] = target.split('#');
  const to = path ? posix.join(posix.dirname(page.path), path) : page.path;
  if (!isThere(to)) return false;
  if (anchor === undefined) return true;
  const there = to === page.path ? page.text : readFileSync(to, 'utf8');
  return matches(there, HEADING).map(anchorOf).includes(anchor);
}

/** The links of a page to other pages, files or headings that lead nowhere. */
export function staleLinks(page: Page): readonly string[] {
  return matches(page.text, LINK)
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => !leadsSomewhere(target, page));
}

/** The npm scripts that a page names and that are not among `scripts`. */
export function staleScripts({ text }: Page, scripts: object): readonly string[] {
  return matches(text, SCRIPT).filter((script) => !Object.hasOwn(scripts, script));
}

/** The lines of a page's map: tables whose first cell is a folder. */
export function mapOf({ text }: Page): readonly MapLine[] {
  return [...text.matchAll(/^\| `([\w./-]+)\/` \|(.*)\|$/gm)].map(([, folder = '', says = '']) => ({
    folder,
    files: filesNamed(says),
  }));
}

/** The rows of a page's tables, cell by cell, without the rows that head them. */
export function rowsOf({ text }: Page): readonly (readonly string[])[] {
  return [...text.matchAll(/^\|(.*)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter((_, at, rows) => !isRule(rows[at]) && !isRule(rows[at + 1]));
}

const isRule = (row: readonly string[] | undefined) => row?.every((cell) => /^:?-+:?$/.test(cell)) ?? false;
