import type { Inbound, Reply } from '../channels/channel.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Deps } from './deps.ts';
import { listSent } from './imports.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { below } from './turn.ts';

type Files = Extract<Inbound['said'], { readonly kind: 'files' }>;

/** What is answered to files that are not taken: nothing of them is opened, kept or logged. */
function aboutFiles({ files, privately }: Files): CardMessage {
  const one = files.length === 1;
  if (!privately)
    return noticeScreen(
      one ? 'I haven’t opened that file' : 'I haven’t opened those files',
      SAY.filePrivately,
    );
  return noticeScreen(one ? 'I haven’t taken that file' : 'I haven’t taken those files', SAY.filesNotTaken);
}

/** Answers files: a SENCO's list of pupils by a look at it; else that they are not taken, below the answer to what was typed beside them. */
export async function filesSent(
  deps: Deps,
  person: Person,
  said: Files,
  answerTyped: (text: string) => Promise<Reply>,
): Promise<Reply> {
  const list = said.privately ? await listSent(deps, person, said.files) : undefined;
  if (list) return below(list);
  const about = aboutFiles(said);
  if (said.text.trim() === '') return below(about);
  const reply = await answerTyped(said.text);
  // No form is sent by typing.
  return reply.kind === 'invalid' ? reply : { ...reply, more: [...(reply.more ?? []), about] };
}
