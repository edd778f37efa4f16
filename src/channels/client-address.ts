import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The proxies in front whose word is taken for whom a request is from. */
export type TrustedProxies = Pick<BlockList, 'check'>;

/** Nobody's word is taken. */
export const NO_PROXIES: TrustedProxies = new BlockList();

const FAMILY = { 4: 'ipv4', 6: 'ipv6' } as const;
const familyOf = (address: string) => FAMILY[isIP(address) as 4 | 6] as 'ipv4' | 'ipv6' | undefined;

/** Proxies as they are written: addresses and networks (10.0.0.0/8), with commas between. Undefined where one is neither. */
export function readProxies(text: string): TrustedProxies | undefined {
  const list = new BlockList();
  for (const one of text.split(',').map((each) => each.trim())) {
    const [address = '', bits, ...rest] = one.split('/');
    const family = familyOf(address);
    if (!family || rest.length > 0) return undefined;
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128))
      list.addSubnet(address, Number(bits), family);
    else return undefined;
  }
  return list;
}

const isTrusted = (address: string, proxies: TrustedProxies): boolean => {
  const family = familyOf(address);
  return family !== undefined && proxies.check(address, family);
};

// As a socket says it where it takes both kinds; and as some proxies say it, with the port.
const plain = (address: string): string => {
  const bare = address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '');
  return bare.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
};

/**
 * The address a request is from: the socket's; where that is a trusted proxy's, the last in X-Forwarded-For that is none. What stands
 * before that anybody may have written.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  proxies: TrustedProxies,
): string {
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  let address = plain(socket.remoteAddress ?? '');
  while (isTrusted(address, proxies)) {
    const before = plain(said.pop() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** What is one place on the network: an address; of the newer kind the half that a provider gives to a single customer. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0));
  const groups = [...(before ?? []), ...Array.from({ length: zeros }, () => '0'), ...(after ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`;
}
