import type { Escalated } from '../domain/nudges/escalation.ts';
import type { Store } from '../store/store.ts';

/**
 * Those of `escalations` that have not reached their person yet. The digest that told them is itself the memory of it,
 * so that neither a restart nor a digest that failed makes it twice or never.
 */
export async function untold(escalations: readonly Escalated[], store: Store): Promise<readonly Escalated[]> {
  const left: Escalated[] = [];
  for (const escalated of escalations) if (!(await wasTold(escalated, store))) left.push(escalated);
  return left;
}

async function wasTold({ to, step, obligationId }: Escalated, store: Store): Promise<boolean> {
  const digests = await store.digestsEscalating(obligationId);
  return digests.some(
    (digest) =>
      digest.to === to &&
      digest.state.is === 'sent' &&
      digest.escalations?.some((each) => each.obligationId === obligationId && each.step === step),
  );
}
