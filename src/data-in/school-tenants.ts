import { z } from 'zod';
import { CHANNELS } from '../channels/index.ts';
import type { School, TenantKey } from '../domain/school/school.ts';

const TENANTS = CHANNELS.flatMap(({ tenant }) => (tenant ? [tenant] : []));

/** The keys of school.json that say which tenant's or workspace's people alone are the school's staff, one a chat. */
export const TENANT_KEYS: readonly TenantKey[] = TENANTS.map(({ key }) => key);

/** What is wrong with one of these keys. */
interface TenantFault {
  readonly key: TenantKey;
  readonly message: string;
}

/**
 * Takes these keys out of what school.json holds, each as its chat checks it. `rest` is all else.
 */
export function readTenants(json: unknown): {
  readonly rest: unknown;
  readonly tenants: Pick<School, TenantKey>;
  readonly faults: readonly TenantFault[];
} {
  const facts = z.record(z.string(), z.unknown()).safeParse(json);
  if (!facts.success) return { rest: json, tenants: {}, faults: [] };
  const rest = { ...facts.data };
  const tenants: { [Key in TenantKey]?: string } = {};
  const faults: TenantFault[] = [];
  for (const { key, schema } of TENANTS) {
    if (!(key in rest)) continue;
    const read = schema.safeParse(rest[key]);
    if (read.success) tenants[key] = read.data;
    else faults.push(...read.error.issues.map(({ message }) => ({ key, message })));
    delete rest[key];
  }
  return { rest, tenants, faults };
}
