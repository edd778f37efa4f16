import type { Escalated, Owing } from '../domain/nudges/escalation.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';

/**
 * Those of `escalations` that have not reached their person yet. The digest that told them is itself the memory of it,
 * so that neither a restart nor a digest that failed makes it twice or never. One of a day after `today` is of a clock that was
 * wrong: it told what was not so yet, and does not count.
 */
export async function untold<One extends Owing>(
  escalations: readonly Escalated<One>[],
  today: LocalDate,
  store: Store,
): Promise<readonly Escalated<One>[]> {
  const left: Escalated<One>[] = [];
  for (const escalated of escalations) if (!(await wasTold(escalated, today, store))) left.push(escalated);
  return left;
}

async function wasTold(
  { to, step, obligationId }: Escalated<Owing>,
  today: LocalDate,
  store: Store,
): Promise<boolean> {
  const digests = await store.digestsEscalating(obligationId);
  return digests.some(
    (digest) =>
      digest.day <= today &&
      digest.to === to &&
      digest.state.is === 'sent' &&
      digest.escalations?.some((each) => each.obligationId === obligationId && each.step === step),
  );
}
