import type { Terminal } from '../command-line/command.ts';
import { isYes } from '../command-line/is-yes.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Decision } from '../domain/pupil/who/who.ts';
import type { SettingKey } from '../domain/school/set-of-school.ts';
import { DONE, type ImportDeps, NOT_WRITTEN, REFUSED } from './asked.ts';
import { describeFault, describeFaults, type Fault } from './fault.ts';
import { erasedLines } from './list/erased-words.ts';
import { listLines } from './list/preview-words.ts';
import { askForSchool } from './new-school.ts';
import { type ImportInput, type Preview, previewImport } from './preview.ts';
import type { RefusedPreview } from './refused.ts';
import { describeReport, type ImportReport } from './report.ts';
import type { ImportRequest } from './request.ts';
import { askSamePeople } from './same-people.ts';
import { documentsIn, type Taken, takeImport } from './take.ts';
import { runUndo } from './undo-command.ts';

/**
 * Imports: shows what would be done, asks, and writes just that. Without anybody to ask it writes only where the request
 * says yes.
 * @returns the exit code: 0 done (or nothing to do), 1 refused, 3 shown and not written.
 */
export async function runImport(request: ImportRequest, asker: Terminal, deps: ImportDeps): Promise<number> {
  if (request.undo) return runUndo(request.yes, asker, deps);
  const files = request.begin ? await askForSchool(asker, deps) : request.files;
  if (!files) return nothingWritten(asker, 'Run this in a terminal, and answer to the last question.');
  const code = await lookedAndTaken({ ...request, files }, asker, deps);
  if (request.begin && code === DONE) asker.say(NEXT);
  return code;
}

/** Others change things all the time; what is changed so often between a look and its yes is not tried any more. */
const LOOKS = 5;

/** Looks and asks, then writes; where somebody changed something in between, it looks anew and asks again. */
async function lookedAndTaken(
  request: ImportRequest,
  asker: Terminal,
  deps: ImportDeps,
  left = LOOKS,
): Promise<number> {
  const preview = await previewed(request, asker, deps);
  if (preview.is === 'refused') return refuse(preview, asker);
  for (const line of linesOf(preview, request.begin)) asker.say(line);
  const { planned } = preview;
  if (documentsIn(planned) === 0) {
    asker.say(
      isKept(preview)
        ? 'There is nothing to write: what was changed here stays.'
        : 'All of this is stored already: there is nothing to write.',
    );
    return DONE;
  }
  const answer = request.yes ? 'yes' : await asker.ask('Write this? (yes or no)');
  if (answer === undefined)
    return nothingWritten(asker, 'Run it with --yes to write this, or in a terminal to be asked.');
  if (!isYes(answer)) return nothingWritten(asker);
  const taken = await takeImport(planned, deps, asker.progress);
  if (taken.is !== 'changed-meanwhile') return tell(taken, asker);
  const what = [...(taken.school ? ['the school'] : []), ...taken.refs].join(', ');
  if (left > 1) {
    asker.say(`Somebody has changed this here meanwhile, so nothing was written yet: ${what}. As it is now:`);
    return lookedAndTaken(request, asker, deps, left - 1);
  }
  asker.complain(`Nothing was written: this is being changed here just now: ${what}. Run it again later.`);
  return REFUSED;
}

const NEXT =
  'Next: npm run import -- FILE, with the list of pupils that your records system exports. docs/try-in-teams.md and docs/try-in-slack.md have the way into your chat.';

/** The preview, once a person, where one is there, has said what to do with rows that have faults or can't be told. */
async function previewed(request: ImportRequest, asker: Terminal, deps: ImportDeps): Promise<Preview> {
  const { files, school, schoolInList, columns, skipBad, takeList, fromFile } = request;
  let takeErased = request.takeErased;
  const decisions = new Map(request.decisions);
  const wasErased = await deps.erased?.();
  const with_ = {
    wasErased,
    today: deps.today,
    at: deps.clock.now(),
    newId: deps.ids.unique,
    reader: deps.reader,
  };
  const look = (input: Partial<ImportInput> = {}) =>
    previewImport(
      deps.store,
      { files, school, schoolInList, columns, skipBad, takeList, takeErased, fromFile, decisions, ...input },
      with_,
    );
  let leftOut = skipBad;
  let preview = await look();
  if (preview.is === 'refused' && (await wantsTheRest(preview, request, asker))) {
    leftOut = true;
    preview = await look({ skipBad: true });
  }
  if (preview.is !== 'refused' && (await wantsErased(preview, request, asker))) {
    takeErased = true;
    preview = await look({ skipBad: leftOut });
  }
  if (preview.is === 'folder') {
    const { report } = preview.planned;
    const keys = await takenFromFile(report, request, asker);
    const people = request.yes ? [] : await askSamePeople(report.maybeSame, asker);
    const said = keys.length + people.length > 0;
    return said ? look({ fromFile: [...fromFile, ...keys], people }) : preview;
  }
  if (preview.is !== 'refused' || !preview.looks || request.yes) return preview;
  for (const { ref, fault, look: toSay } of preview.looks) {
    const decision = await sayWho(fault, toSay.canBeSame, asker);
    if (!decision) return preview;
    decisions.set(refKey(ref), decision);
  }
  return look({ skipBad: leftOut });
}

/** The settings of which the file's are to be taken, as a person says where one is there: they were changed here since. */
async function takenFromFile(
  { settingsKept }: ImportReport,
  { yes }: ImportRequest,
  asker: Terminal,
): Promise<readonly SettingKey[]> {
  const taken: SettingKey[] = [];
  for (const { key, said } of yes ? [] : settingsKept) {
    const answer = await asker.ask(
      `${key} was ${said}. Take what school.json says in its place? (yes or no)`,
    );
    if (answer !== undefined && isYes(answer)) taken.push(key);
  }
  return taken;
}

/** Who the child of a row is, as a person says; undefined where they don't. */
async function sayWho(
  { orSay: _, ...fault }: Fault,
  canBeSame: boolean,
  asker: Terminal,
): Promise<Decision | undefined> {
  const question = canBeSame
    ? 'Is it the same child, or another? (same, another, or stop)'
    : 'Is the list right, and it is another child? (another, or stop)';
  const answer = await asker.ask(`${describeFault(fault)}\n${question}`);
  const word = answer?.trim().toLowerCase() ?? '';
  const choices: readonly Decision[] = canBeSame ? ['same', 'another'] : ['another'];
  return choices.find((one) => word !== '' && one.startsWith(word));
}

const isKept = (preview: Exclude<Preview, RefusedPreview>) =>
  preview.is === 'folder'
    ? preview.planned.report.kept.length + preview.planned.report.staffKept.length > 0
    : preview.kept.length > 0;

const linesOf = (preview: Exclude<Preview, RefusedPreview>, begun: boolean) =>
  preview.is === 'folder' ? describeReport(preview.planned.report, begun) : listLines(preview);

/** Whether children who were erased here are to be taken all the same, where a person is there to say so. */
async function wantsErased(
  preview: Exclude<Preview, RefusedPreview>,
  { yes, takeErased }: ImportRequest,
  asker: Terminal,
): Promise<boolean> {
  const erased = preview.is === 'folder' ? preview.planned.plan.erased : preview.erased;
  if (erased.length === 0 || yes || takeErased) return false;
  const answer = await asker.ask(
    `${erasedLines(erased.length).join('')} Take them all the same? (yes or no)`,
  );
  return answer !== undefined && isYes(answer);
}

/** Whether the rows without faults are to be taken, where a person is there to say so. */
async function wantsTheRest(
  { rest, faults }: RefusedPreview,
  { yes }: ImportRequest,
  asker: Terminal,
): Promise<boolean> {
  if (!rest || yes) return false;
  const question = `${rest.bad} of ${rest.rows} rows have faults. Leave them out, and look at the others? (yes, or no to see the faults first)`;
  const answer = await asker.ask(question);
  return answer !== undefined && faults.length > 0 && isYes(answer);
}

function refuse({ faults, rest }: RefusedPreview, asker: Terminal): number {
  for (const line of describeFaults(faults)) asker.complain(line);
  const right = `put right what is listed above (${faults.length}), then run it again`;
  const orRest = rest ? `, or run it with --skip-bad to take the other ${rest.pupils.length}` : '';
  asker.complain(`Nothing was imported: ${right}${orRest}.`);
  return REFUSED;
}

function nothingWritten(asker: Terminal, what = ''): number {
  asker.complain(`Nothing was written.${what && ` ${what}`}`);
  return NOT_WRITTEN;
}

function tell(taken: Exclude<Taken, { is: 'changed-meanwhile' }>, asker: Terminal): number {
  if (taken.is === 'nothing-to-do') return DONE;
  const kept = `What was there before is kept in ${taken.backup}.`;
  if (taken.is === 'cut-short') {
    asker.complain(
      `The data folder could not be written to the end (is the disk full?). Run the same import again to complete it. ${kept}`,
    );
    return REFUSED;
  }
  asker.say(`Written. ${kept}`);
  return DONE;
}
