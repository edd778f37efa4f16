import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallExpression, type NewExpression, parseSync, Visitor } from 'oxc-parser';

/** A regular expression, and where it stands. */
export interface Expression {
  /** From the top of the project. */
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** Where one is put together while the program runs. */
export interface Site {
  readonly file: string;
  readonly line: number;
}

/** What a file has of them. */
export interface Found {
  readonly literals: readonly Expression[];
  /** `RegExp(…)`, with `new` or without. */
  readonly made: readonly Site[];
}

/** Every file of code in these folders, from the top of the project. */
export function filesIn(top: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[cm]?[jt]s$/.test(path) && !path.includes('node_modules'))
      .map((path) => `${folder}/${path}`)
      .sort(),
  );
}

const isRegExp = ({ callee }: NewExpression | CallExpression) =>
  callee.type === 'Identifier' && callee.name === 'RegExp';

/** The regular expressions in a file. @throws {Error} when it can't be read as code. */
export function expressionsIn(file: string, text: string): Found {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const literals: Expression[] = [];
  const made: Site[] = [];
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      literals.push({
        file,
        line: lineOf(node.start),
        source: node.regex.pattern,
        flags: node.regex.flags ?? '',
      });
    },
    NewExpression(node) {
      if (isRegExp(node)) made.push({ file, line: lineOf(node.start) });
    },
    CallExpression(node) {
      if (isRegExp(node)) made.push({ file, line: lineOf(node.start) });
    },
  }).visit(program);
  return { literals, made };
}

/** All there are in these folders. */
export function findExpressions(top: string, folders: readonly string[]): Found {
  const all = filesIn(top, folders).map((file) => expressionsIn(file, readFileSync(join(top, file), 'utf8')));
  return {
    literals: all.flatMap(({ literals }) => literals),
    made: all.flatMap(({ made }) => made),
  };
}
