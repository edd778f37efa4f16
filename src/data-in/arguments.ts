import { parseArgs } from 'node:util';
import { didYouMean } from '../domain/language/nearest.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Decision } from '../domain/pupil/who/who.ts';
import { settingKeySchema } from '../domain/school/set-of-school.ts';
import type { ImportRequest } from './request.ts';
import { COLUMNS, type Column } from './shapes/shape.ts';

/** How the command is used. */
const USAGE: readonly string[] = [
  'Usage: npm run import -- FILE-OR-FOLDER    a list of pupils as your records system exports it, a school’s folder, or its staff.csv',
  '         --school ID                       the school the list is for, where several are stored',
  '         --school-in-list NAME             whose pupils, where the list has those of several schools',
  '         --yes                             write without asking',
  '         --skip-bad                        leave out rows with faults, and take the others',
  '         --column "Heading=name"           what a heading stands for, or =skip; may be given several times',
  '         --same REF, --another REF         who a row is that can’t be told; may be given several times',
  '         --take-erased                     take pupils who were erased here all the same',
  '         --take-list                       overwrite what was changed here in forms, too, where the list differs',
  '         --from-file KEY                   take school.json’s terms, nudges, … though they were changed here; may be given several times',
  '       npm run import -- --new             begin with a school, asked here line by line',
  '       npm run import -- --undo            take back the last import, as far as nobody has touched it since',
];

/** What the command line asks for, and the file or folder it names; or what is wrong with it. */
type Arguments =
  | {
      readonly is: 'right';
      readonly request: Omit<ImportRequest, 'files'>;
      readonly path: string | undefined;
    }
  | { readonly is: 'wrong'; readonly lines: readonly string[] };

const OPTIONS = {
  school: { type: 'string' },
  'school-in-list': { type: 'string' },
  yes: { type: 'boolean' },
  'skip-bad': { type: 'boolean' },
  column: { type: 'string', multiple: true },
  same: { type: 'string', multiple: true },
  another: { type: 'string', multiple: true },
  'take-list': { type: 'boolean' },
  'take-erased': { type: 'boolean' },
  'from-file': { type: 'string', multiple: true },
  new: { type: 'boolean' },
  undo: { type: 'boolean' },
} as const;

/** Reads the arguments of `npm run import --`. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const lines: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.entries(OPTIONS).find(([name]) => name === token.name)?.[1];
    if (!known) lines.push(`${token.rawName} is not known here.${didYouMean(token.rawName, NAMES)}`);
    else if (known.type === 'string' && !token.value) lines.push(`${token.rawName} needs a value after it.`);
    else if (known.type === 'boolean' && token.value !== undefined)
      lines.push(`${token.rawName} takes no value.`);
  }
  const columns = (values.column ?? []).flatMap((said) => {
    const column = typeof said === 'string' ? columnSaid(said) : undefined;
    if (typeof column === 'string') lines.push(column);
    return typeof column === 'object' ? [column] : [];
  });
  const said = (decision: Decision) =>
    (values[decision] ?? []).flatMap((ref) =>
      typeof ref === 'string' ? [[refKey(ref), decision] as const] : [],
    );
  const decisions = [...said('same'), ...said('another')];
  if (new Map(decisions).size < decisions.length)
    lines.push('Of one reference something is said twice: say --same or --another, once.');
  const fromFile = (values['from-file'] ?? []).flatMap((key) => {
    const known = settingKeySchema.options.find((one) => one === key);
    if (!known)
      lines.push(
        `--from-file names nothing known here.${didYouMean(String(key), settingKeySchema.options)} Write one of ${settingKeySchema.options.join(', ')}.`,
      );
    return known ? [known] : [];
  });
  const [begin, undo] = [values.new === true, values.undo === true];
  const [path, ...more] = positionals;
  if (more.length > 0)
    lines.push('Name one file or folder; put a name with spaces in it in quotation marks.');
  if ((begin || undo) && path !== undefined)
    lines.push(`${begin ? '--new' : '--undo'} needs no file: leave it out.`);
  if (begin && undo) lines.push('Say --new or --undo, not both.');
  if (lines.length > 0) return { is: 'wrong', lines: [...lines, ...USAGE] };
  if (!begin && !undo && path === undefined) return { is: 'wrong', lines: USAGE };
  const { school } = values;
  const schoolInList = values['school-in-list'];
  return {
    is: 'right',
    path,
    request: {
      ...(typeof school === 'string' && { school }),
      ...(typeof schoolInList === 'string' && { schoolInList }),
      yes: values.yes === true,
      skipBad: values['skip-bad'] === true,
      columns,
      decisions,
      takeList: values['take-list'] === true,
      takeErased: values['take-erased'] === true,
      fromFile,
      begin,
      undo,
    },
  };
}

const NAMES = Object.keys(OPTIONS).map((name) => `--${name}`);
const FIELDS: readonly (Column | 'skip')[] = [...COLUMNS, 'skip'];

/** "Heading=name"; or what is wrong with it. A heading may have a = itself. */
function columnSaid(said: string): { heading: string; field: Column | 'skip' } | string {
  const at = said.lastIndexOf('=');
  const [heading, word] = [said.slice(0, Math.max(at, 0)).trim(), said.slice(at + 1).trim()];
  const field = FIELDS.find((one) => one === word.toLowerCase());
  if (heading === '') return '--column is written "Heading=name", with the heading as it stands in the list.';
  if (field) return { heading, field };
  return `--column "${heading}=…" names nothing known here.${didYouMean(word, FIELDS)} Write one of ${FIELDS.join(', ')}.`;
}
