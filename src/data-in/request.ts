import { z } from 'zod';
import { BadInput } from '../command-line/command.ts';
import type { Decision } from '../domain/pupil/who/who.ts';
import { type SettingKey, settingKeySchema } from '../domain/school/set-of-school.ts';
import { MOST_FILES_IN } from './limits.ts';
import type { OutsideFile } from './read/table.ts';
import type { ColumnSaid } from './shapes/find-shape.ts';
import { COLUMNS } from './shapes/shape.ts';

/** What an import is asked to do, by whoever asks: the command line, also over a socket. */
const OPTIONS = {
  /** The school's id, where several are stored. */
  school: z.string().max(100).exactOptional(),
  /** Whose pupils are meant, where a list has those of several schools. */
  schoolInList: z.string().max(200).exactOptional(),
  /** Write without asking. */
  yes: z.boolean(),
  /** Leave out the rows with faults, and take the others. */
  skipBad: z.boolean(),
  columns: z.array(z.strictObject({ heading: z.string().max(200), field: z.enum([...COLUMNS, 'skip']) })),
  /** What a person says of rows that can't be told, by their reference: whether it is the child stored under it. */
  decisions: z.array(z.tuple([z.string().max(100), z.enum(['same', 'another'])])),
  /** Overwrite what was changed here in forms, too. */
  takeList: z.boolean(),
  /** Take children who were erased here all the same. */
  takeErased: z.boolean().default(false),
  /** Settings of which school.json's are taken, though they were changed here. */
  fromFile: z.array(settingKeySchema),
  /** Begin with a school, asked for line by line. */
  begin: z.boolean(),
  /** Take back the last import. */
  undo: z.boolean(),
};

const inputSchema = z.strictObject({
  ...OPTIONS,
  files: z.array(z.strictObject({ name: z.string().max(1000), base64: z.base64() })).max(MOST_FILES_IN),
});

/** An import as it is asked for. Files are what is in them, with a name for messages: never a path. */
export interface ImportRequest {
  readonly files: readonly OutsideFile[];
  readonly school?: string | undefined;
  readonly schoolInList?: string | undefined;
  readonly yes: boolean;
  readonly skipBad: boolean;
  readonly columns: readonly ColumnSaid[];
  readonly decisions: readonly (readonly [ref: string, decision: Decision])[];
  readonly takeList: boolean;
  readonly takeErased: boolean;
  readonly fromFile: readonly SettingKey[];
  readonly begin: boolean;
  readonly undo: boolean;
}

/** A request as JSON can say it, for another process. */
export function requestToJson({ files, ...options }: ImportRequest): z.input<typeof inputSchema> {
  const { school, schoolInList, columns, decisions, fromFile, ...flags } = options;
  return {
    ...flags,
    decisions: decisions.map(([ref, decision]) => [ref, decision]),
    ...(school !== undefined && { school }),
    ...(schoolInList !== undefined && { schoolInList }),
    columns: [...columns],
    fromFile: [...fromFile],
    files: files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  };
}

/** A request as another process said it. @throws {BadInput} it is none. */
export function requestFromJson(json: unknown): ImportRequest {
  const input = inputSchema.safeParse(json);
  if (!input.success) throw new BadInput();
  const { files, ...options } = input.data;
  return {
    ...options,
    files: files.map(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })),
  };
}
