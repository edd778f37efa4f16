import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Expression, Site } from './find.ts';

/** Files that do their work when they are loaded. */
const STARTS = /(?:^|\/)(?:main|cli|[a-z]+-cli|child)\.ts$/;

/** `file:///…/src/a.ts:12:3)`: the innermost frame that is of the project. */
function siteOf(stack: string, top: string): Site | undefined {
  const own = pathToFileURL(`${top}/src/`).href;
  for (const frame of stack.split('\n')) {
    const at = frame.indexOf(own);
    if (at < 0) continue;
    const [path = '', line = ''] = frame.slice(at + own.length).split(':');
    return { file: `src/${path}`, line: Number(line) };
  }
  return undefined;
}

/**
 * Loads every file of `src/` and returns the regular expressions that are put together meanwhile. What is put together
 * only later is not among them.
 */
export async function expressionsMade(top: string, files: readonly string[]): Promise<readonly Expression[]> {
  const made: Expression[] = [];
  const Real = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const site = siteOf(new Error('here').stack ?? '', top);
    if (site) made.push({ ...site, source: expression.source, flags: expression.flags });
    return expression;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, [source, flags]) => note(new target(source, flags)),
    apply: (target, _, [source, flags]) => note(target(source, flags)),
  });
  try {
    for (const file of files)
      if (file.startsWith('src/') && file.endsWith('.ts') && !STARTS.test(file))
        await import(pathToFileURL(join(top, file)).href);
  } finally {
    globalThis.RegExp = Real;
  }
  return made;
}
