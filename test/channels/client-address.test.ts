import { describe, expect, it } from 'vitest';
import { clientAddress, NO_PROXIES, networkOf, readProxies } from '../../src/channels/client-address.ts';

const OURS = readProxies('127.0.0.1, 10.0.0.0/8, ::1, fd00::/8') ?? NO_PROXIES;
const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

describe('where a request is from', () => {
  it.each([
    [
      'the socket says, where no proxy is trusted',
      NO_PROXIES,
      from('127.0.0.1', '198.51.100.7'),
      '127.0.0.1',
    ],
    [
      'the socket says, where that is no proxy of ours',
      OURS,
      from('203.0.113.9', '198.51.100.7'),
      '203.0.113.9',
    ],
    ['a trusted proxy says', OURS, from('127.0.0.1', '198.51.100.7'), '198.51.100.7'],
    [
      'a trusted proxy says, of a socket that takes both kinds',
      OURS,
      from('::ffff:10.1.2.3', '198.51.100.7'),
      '198.51.100.7',
    ],
    [
      'the last one says that is no proxy',
      OURS,
      from('127.0.0.1', '192.0.2.1, 198.51.100.7, 10.0.0.4'),
      '198.51.100.7',
    ],
    ['a proxy says with the port', OURS, from('127.0.0.1', '198.51.100.7:51234'), '198.51.100.7'],
    ['a proxy says with the port, of the newer kind', OURS, from('::1', '[2001:db8::7]:443'), '2001:db8::7'],
    ['the proxy is, where it says nothing', OURS, from('127.0.0.1'), '127.0.0.1'],
    ['the proxy is, where it says nonsense', OURS, from('127.0.0.1', '198.51.100.7, <script>'), '127.0.0.1'],
    ['nowhere, once the line is cut', OURS, from(undefined), ''],
  ])('is what %s', (_, proxies, request, address) => {
    expect(clientAddress(request, proxies)).toBe(address);
  });

  it.each(['', 'proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '127.0.0.1,', '::1/129'])(
    'is no proxy’s to say that is written %j',
    (text) => {
      expect(readProxies(text)).toBeUndefined();
    },
  );
});

it('a customer’s half of a newer address is one place, and an older address is itself', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
  expect(networkOf('2001:DB8:1:2::9')).toBe('2001:db8:1:2::');
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0::');
  expect(networkOf('::1')).toBe('0:0:0:0::');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::');
  expect(networkOf('198.51.100.7')).toBe('198.51.100.7');
});
