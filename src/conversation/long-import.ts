import { asMain, button, press } from '../presentation/buttons.ts';
import type { LookAt } from '../presentation/import-answer.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { TakeableLook, Taken, Taking } from './import-port.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';

/** A list of more pupils than this is brought in while the person goes on: no chat waits for long, and nobody likes to. */
const LONG = 300;

/** Whether bringing it in takes so long that it is not waited for. */
export const isLong = ({ changes = 0 }: TakeableLook): boolean => changes > LONG;

/** Begins to bring a list in, without waiting for it; `ended` is told what came of it. */
export function beginTaking(
  take: NonNullable<TakeableLook['take']>,
  of: number,
  ended: (outcome: Taken) => void,
): Taking {
  const taking: Taking = { done: 0, of };
  take((done) => {
    taking.done = done;
  })
    .catch((): Taken => ({ ok: false, say: SAY.listCutShort }))
    .then((outcome) => {
      taking.outcome = outcome;
      ended(outcome);
    });
  return taking;
}

/** What came of a list; `missing` is how much is to be said that no list has said. */
export function takenScreen({ ok, say }: Taken, missing: number): CardMessage {
  if (!ok) return noticeScreen('Not brought in', say);
  const gaps = missing ? [asMain(button(`Say what is missing (${missing})`, press.missing()))] : [];
  return noticeScreen('Brought in', say, [...gaps, button('See what is due', press.due(1))]);
}

/** How far a list is that is being brought in; or what came of it. */
export function takingScreen({ done, of, outcome }: Taking, at: LookAt, missing = 0): CardMessage {
  if (outcome) return takenScreen(outcome, missing);
  const say = `${done} of ${of} pupils so far. It goes on by itself: you can do something else meanwhile.`;
  return noticeScreen('Bringing the list in', say, [
    button('How far is it?', press.importList(at, 'progress')),
  ]);
}
