import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkHome, checkMessage, checkModal } from './slack-block-kit.ts';

/** What a call of a Web API method says: form fields, some of them JSON, or JSON. */
export function parseArgs(body: string, type: string): Record<string, unknown> {
  if (type.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>;
  const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'view', 'metadata']) {
    if (typeof args[name] === 'string') args[name] = JSON.parse(args[name]);
  }
  return args;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export function answerJson(response: ServerResponse, answer: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}

/** Why Slack would refuse what is in `args`; undefined when it would not. */
export function refusal(method: string, args: Record<string, unknown>): string | undefined {
  try {
    if (/^chat\.(postMessage|postEphemeral|update)$/.test(method)) {
      checkMessage({ text: args.text, blocks: args.blocks });
    }
    if (method === 'views.publish') checkHome(args.view);
    if (/^views\.(open|push|update)$/.test(method)) checkModal(args.view);
    return undefined;
  } catch (error) {
    return `${method}: ${String(error)}`;
  }
}
