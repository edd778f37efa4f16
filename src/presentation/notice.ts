import type { Button } from './buttons.ts';
import type { CardMessage } from './message.ts';
import { type Notice, noticed, sheetCard } from './parts.ts';

/**
 * A sentence of ours, and what to press next: a refusal with what to do instead, a stranger's answer, a word nobody
 * knows. `say` holds nothing a person typed and no pupil's name; it is also what a locked phone shows.
 */
export function noticeCard(given: {
  readonly title: string;
  readonly say: string;
  readonly buttons?: readonly Button[] | undefined;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { title, say, buttons = [] } = given;
  const card = sheetCard({ frame: { title, ask: say, ...noticed(given.notice) }, sections: [], buttons });
  return { card, notification: say };
}
