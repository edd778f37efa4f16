import type { Inbound, Reply } from '../channels/channel.ts';
import { speaksOfHarm } from '../domain/language/harm-words.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Deps } from './deps.ts';
import { listSent } from './imports.ts';
import { type Person, schoolsRun } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { below, shownIn } from './turn.ts';
import { answerTyped, wantsAnswer } from './typed.ts';
import { readTyped } from './typed-words.ts';

type Files = Extract<Inbound['said'], { readonly kind: 'files' }>;

/** "that file", "those pictures". */
function calledOf(files: Files['files']): string {
  const pictures = files.every(({ picture }) => picture);
  if (files.length === 1) return pictures ? 'that picture' : 'that file';
  return pictures ? 'those pictures' : 'those files';
}

/** What is answered to files that are not taken: nothing of them is opened, kept or logged. */
function aboutFiles({ files, privately }: Files, person: Person): CardMessage {
  const called = calledOf(files);
  if (!privately) return noticeScreen(`I haven’t opened ${called}`, SAY.filePrivately);
  const pictures = files.every(({ picture }) => picture);
  const list = schoolsRun(person).length ? ` ${SAY.listsTaken}` : '';
  return noticeScreen(
    `I haven’t taken ${called}`,
    `${pictures ? SAY.picturesNotTaken : SAY.filesNotTaken}${list}`,
  );
}

/**
 * Answers files: a SENCO's list of pupils by a look at it; else first that they are not taken, and then what was typed beside
 * them where that wants an answer. Whom to tell about a child's safety stands before both.
 */
export async function filesSent(deps: Deps, person: Person, said: Files): Promise<Reply> {
  const list = said.privately ? await listSent(deps, person, said.files) : undefined;
  if (list) return below(list);
  const about = aboutFiles(said, person);
  if (!wantsAnswer(said.text)) return below(about);
  const reply = await answerTyped(deps, person, { text: said.text, openly: !said.privately });
  const [show, ...more] = shownIn(reply);
  if (speaksOfHarm(said.text) || readTyped(said.text).is === 'unknown')
    return { kind: 'new', show, more: [...more, about] };
  return { kind: 'new', show: about, more: [show, ...more] };
}
