import { EQUIVALENT, type Equivalent } from './equivalent.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What of Stryker's report is read: https://github.com/stryker-mutator/mutation-testing-elements */
export interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

/** A change of the code that no test has noticed. */
interface Survivor extends Omit<Equivalent, 'why'> {
  readonly line: number;
  /** Why no test can notice it, where that is known. */
  readonly why?: string;
}

/** How the mutants of one file have fared. */
export interface FileResult {
  readonly file: string;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
}

const NOTICED = ['Killed', 'Timeout'];
/** They were never run: they do not compile, say. */
const NONE = ['CompileError', 'RuntimeError', 'Ignored'];

/** What stands between two places of a text, its spaces and line ends as one space. */
function between(source: string, { start, end }: { readonly start: Place; readonly end: Place }): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((line, at) =>
    line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined),
  );
  return oneLine(cut.join('\n'));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** How each file of the report has fared; of each change that survived, why it can't be noticed, where that is listed. */
export function resultsOf({ files }: Report): readonly FileResult[] {
  return Object.entries(files).map(([file, { source, mutants }]) => {
    const counted = mutants.filter(({ status }) => !NONE.includes(status));
    const survivors = counted
      .filter(({ status }) => !NOTICED.includes(status))
      .map(({ location, replacement = '' }): Survivor => {
        const line = oneLine(source.split('\n')[location.start.line - 1] ?? '');
        const change = { file, was: between(source, location), became: oneLine(replacement) };
        const known = EQUIVALENT.find((one) => isThis(one, change) && line.includes(one.within ?? ''));
        return { ...change, line: location.start.line, ...(known && { why: known.why }) };
      });
    return { file, mutants: counted.length, killed: counted.length - survivors.length, survivors };
  });
}

const isThis = (one: Equivalent, { file, was, became }: Omit<Equivalent, 'why'>) =>
  one.file === file && one.was === was && one.became === became;

/** The changes listed as equivalent that are in none of these results: their code is gone, or a test notices them now. */
export function outOfDate(results: readonly FileResult[]): readonly Equivalent[] {
  return EQUIVALENT.filter(({ file }) => results.some((one) => one.file === file)).filter(
    (one) => !results.some(({ survivors }) => survivors.some((survivor) => isThis(one, survivor))),
  );
}
