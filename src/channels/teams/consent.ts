import { randomUUID } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { type PrivateFile, WaitingFiles } from '../private-file.ts';
import { LOOPBACK_HOSTS } from '../sent-file.ts';
import { answered } from './faults.ts';
import type { TeamsLog } from './options.ts';
import { textActivity } from './render.ts';

const ASKS = 'application/vnd.microsoft.teams.card.file.consent';
const TELLS = 'application/vnd.microsoft.teams.card.file.info';
/** Where OneDrive keeps what is sent in a chat. */
const UPLOAD_HOSTS = ['.sharepoint.com'];

const GONE = 'That file is no longer here: please ask for it once more.';
const NOT_TAKEN = 'OneDrive did not take the file. Please ask for it once more.';
const DECLINED = 'All right, the file was not sent. Nothing of it is kept.';

const text = z.string().min(1);
const consentSchema = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context: z.looseObject({ file: text }),
  uploadInfo: z
    .looseObject({
      uploadUrl: text,
      contentUrl: text,
      uniqueId: text,
      name: text,
      fileType: z.string().nullish(),
    })
    .nullish(),
});

/** Whether an activity is somebody's answer to whether they want a file. */
export const isConsent = ({ type, name }: Pick<Activity, 'type' | 'name'>): boolean =>
  type === 'invoke' && name === 'fileConsent/invoke';

/**
 * Gives people files, as Teams has it: a bot asks first, by its consent card, and once somebody says yes puts the file into their own OneDrive, at an
 * address that Teams gives. Until then it waits here.
 */
export class Consents {
  readonly #waiting = new WaitingFiles();
  readonly #hosts: readonly string[];
  readonly #timeoutMs: number;
  /** Forgets the files that nobody has said yes to. */
  readonly forget = (): void => this.#waiting.clear();
  readonly #log: TeamsLog;

  /** @param hosts where files may be put; one that begins with a dot stands for all below it. */
  constructor(hosts: readonly string[] | undefined, timeoutMs: number, log: TeamsLog) {
    this.#hosts = hosts ?? UPLOAD_HOSTS;
    this.#timeoutMs = timeoutMs;
    this.#log = log;
  }

  /** The question whether `userId` wants the file, as an activity. */
  asking(userId: string, file: PrivateFile): Partial<Activity> {
    const key = randomUUID();
    this.#waiting.put(key, userId, file);
    const content = {
      description: 'The bot puts it into your OneDrive. Only you can see it there.',
      sizeInBytes: file.bytes.length,
      acceptContext: { file: key },
      declineContext: { file: key },
    };
    return {
      type: 'message',
      summary: 'A file for you',
      attachments: [{ contentType: ASKS, name: file.name, content }],
    };
  }

  /** Does what somebody answered; the question is taken out of the chat, so that it is not answered twice. */
  async answer(context: TurnContext): Promise<void> {
    const { value, from, replyToId } = context.activity;
    const said = consentSchema.safeParse(value);
    const file = said.success ? this.#waiting.take(said.data.context.file, from.id) : undefined;
    if (!said.success || !file) return this.#say(context, GONE);
    const { action, uploadInfo } = said.data;
    if (replyToId) await this.#takeAway(context, replyToId);
    if (action === 'decline') return this.#say(context, DECLINED);
    if (!uploadInfo || !(await this.#put(uploadInfo.uploadUrl, file))) return this.#say(context, NOT_TAKEN);
    const { contentUrl, uniqueId, name, fileType } = uploadInfo;
    const told = await context.sendActivity({
      type: 'message',
      summary: 'Your file',
      attachments: [
        { contentType: TELLS, name, contentUrl, content: { uniqueId, fileType: fileType ?? 'html' } },
      ],
    });
    const { serviceUrl, conversation } = context.activity;
    if (told?.id) await file.stands?.({ serviceUrl, conversation: conversation.id, activity: told.id });
  }

  async #say(context: TurnContext, sentence: string): Promise<void> {
    await context.sendActivity(textActivity(sentence));
  }

  async #takeAway(context: TurnContext, id: string): Promise<void> {
    try {
      await context.deleteActivity(id);
    } catch (error) {
      this.#log('warn', 'question not taken away', answered(error));
    }
  }

  // No token of the bot's goes there: the address itself is good for this one file.
  async #put(url: string, { bytes, type }: PrivateFile): Promise<boolean> {
    if (!mayPut(url, this.#hosts)) {
      this.#log('error', 'upload address refused', { code: URL.canParse(url) ? new URL(url).host : 'none' });
      return false;
    }
    try {
      const response = await fetch(url, {
        method: 'PUT',
        headers: { 'content-type': type, 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
        body: Buffer.from(bytes),
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      await response.body?.cancel();
      if (!response.ok) this.#log('warn', 'file not taken', { status: response.status });
      return response.ok;
    } catch (error) {
      this.#log('warn', 'file not taken', { error });
      return false;
    }
  }
}

function mayPut(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  const listed = hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  if (username !== '' || password !== '' || !listed) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname));
}
