import { EQUIVALENT, type Equivalent } from './equivalent.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

/** How each change has fared, in Stryker's words: https://github.com/stryker-mutator/mutation-testing-elements */
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
interface Survivor {
  readonly file: string;
  readonly line: number;
  /** All that stands in that line. */
  readonly text: string;
  readonly was: string;
  readonly became: string;
  /** Why no test can notice it, where that is known. */
  readonly why?: string;
}

/** How the mutants of one file have fared. */
export interface FileResult {
  readonly file: string;
  readonly mutants: number;
  /** Those that a test noticed, with those that did not come to an end. */
  readonly killed: number;
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
}

const TIMED_OUT = 'Timeout';
const NOTICED = ['Killed', TIMED_OUT];
/** No test was run with them: with them none can even be listed. They count for nothing. */
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
export function resultsOf(
  { files }: Report,
  equivalent: readonly Equivalent[] = EQUIVALENT,
): readonly FileResult[] {
  return Object.entries(files).map(([file, { source, mutants }]) => {
    const counted = mutants.filter(({ status }) => !NONE.includes(status));
    const survivors = counted
      .filter(({ status }) => !NOTICED.includes(status))
      .map(({ location, replacement = '' }): Survivor => {
        const { line } = location.start;
        const text = oneLine(source.split('\n')[line - 1] ?? '');
        const change = { file, line, text, was: between(source, location), became: oneLine(replacement) };
        const known = equivalent.find((one) => isThis(one, change));
        return { ...change, ...(known && { why: known.why }) };
      });
    const timedOut = counted.filter(({ status }) => status === TIMED_OUT).length;
    return { file, mutants: counted.length, killed: counted.length - survivors.length, timedOut, survivors };
  });
}

const isThis = ({ file, was, became, within = '' }: Equivalent, survivor: Survivor) =>
  file === survivor.file &&
  was === survivor.was &&
  became === survivor.became &&
  survivor.text.includes(within);

/** An entry of the list that is not of one survivor: of none, or of several that each want a look of their own. */
interface Misfit extends Equivalent {
  readonly survivors: number;
}

/**
 * The entries of the list that do not stand for just one survivor, of the files in these results (all of them looked at whole).
 * With none, the code is gone, or a test notices the change now; with more, `within` is to say which is meant.
 */
export function misfits(
  results: readonly FileResult[],
  equivalent: readonly Equivalent[] = EQUIVALENT,
): readonly Misfit[] {
  const files = new Map(results.map(({ file, survivors }) => [file, survivors]));
  return equivalent.flatMap((one) => {
    const survivors = files.get(one.file)?.filter((survivor) => isThis(one, survivor)).length;
    return survivors === undefined || survivors === 1 ? [] : [{ ...one, survivors }];
  });
}
