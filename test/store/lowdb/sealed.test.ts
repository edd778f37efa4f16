import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DataKey, type DataKeys, readKey } from '../../../src/store/lowdb/data-keys.ts';
import { KeyMissing, opened, sealed } from '../../../src/store/lowdb/sealed.ts';
import { writtenAnew } from '../../../src/store/lowdb/sealed-anew.ts';
import { Unreadable } from '../../../src/store/lowdb/unreadable.ts';

/** A key of 32 times that byte. */
function aKey(byte: number): DataKey {
  const key = readKey(Buffer.alloc(32, byte).toString('base64'));
  if (!key) throw new Error('32 bytes are a key');
  return key;
}
const [FIRST, SECOND] = [aKey(1), aKey(2)];
const KEYS: DataKeys = { current: FIRST, older: [] };
const text = (content: Uint8Array | undefined) => Buffer.from(content ?? []).toString();
const json = (content: string | Uint8Array) => JSON.parse(content.toString()) as Record<string, string>;

describe('a key', () => {
  test.each(['', 'a password', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(43)}==`, `${'A'.repeat(42)} =`])(
    'is 32 bytes in base64, and “%s” is none',
    (given) => expect(readKey(given)).toBeUndefined(),
  );

  test('is called by an id that is its own, and does not hold any of it', () => {
    expect(FIRST.id).toMatch(/^[0-9a-f]{8}$/);
    expect(FIRST.id).not.toBe(SECOND.id);
    expect(aKey(1).id).toBe(FIRST.id);
    expect(Buffer.from(FIRST.secret).toString('hex')).not.toContain(FIRST.id);
  });
});

describe('an encrypted file', () => {
  test('whatever is in it, comes back to the byte, and says which key it takes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (content) => {
        const file = json(sealed(content, 'pupils/p1', KEYS));
        expect(file).toMatchObject({ encrypted: 'AES-256-GCM', key: FIRST.id, name: 'pupils/p1' });
        expect(opened(file, KEYS)).toEqual({ name: 'pupils/p1', content: Buffer.from(content) });
      }),
    );
  });

  test('of the same content is another each time', () => {
    expect(sealed('Ada', 'pupils/p1', KEYS)).not.toEqual(sealed('Ada', 'pupils/p1', KEYS));
  });

  test('is opened by an older key, and by no other', () => {
    const file = json(sealed('Ada', 'pupils/p1', KEYS));
    expect(text(opened(file, { current: SECOND, older: [FIRST] })?.content)).toBe('Ada');
    for (const keys of [{ current: SECOND, older: [] }, { older: [] }])
      expect(() => opened(file, keys)).toThrow(new KeyMissing(FIRST.id));
  });

  test('is refused where any one character of what it holds was changed, or its name', () => {
    const file = json(sealed('Ada Example', 'pupils/p1', KEYS));
    const other = (one: string) => (one === 'A' ? 'B' : 'A');
    for (const field of ['vector', 'tag', 'content'] as const) {
      const was = file[field] ?? '';
      // The last character before the padding has bits that mean nothing.
      for (let at = 0; at < was.replace(/=+$/, '').length - 1; at++) {
        const changed = was.slice(0, at) + other(was.charAt(at)) + was.slice(at + 1);
        expect(() => opened({ ...file, [field]: changed }, KEYS)).toThrow(Unreadable);
      }
    }
    expect(() => opened({ ...file, name: 'pupils/p2' }, KEYS)).toThrow('was changed');
    expect(() => opened({ ...file, tag: file.tag?.slice(0, 8) }, KEYS)).toThrow(Unreadable);
    const { tag: _, ...without } = file;
    expect(() => opened(without, KEYS)).toThrow('is encrypted, and not whole');
    expect(() => opened({ ...file, key: 'no key’s id' }, KEYS)).toThrow('is encrypted, and not whole');
  });

  test('without a key nothing is encrypted, and what is not is not opened', () => {
    expect(sealed('Ada', 'pupils/p1', { older: [] })).toBe('Ada');
    expect(opened({ id: 'p1' }, KEYS)).toBeUndefined();
    expect(opened(null, KEYS)).toBeUndefined();
  });
});

describe('a file that is encrypted anew', () => {
  const plain = Buffer.from('{"id": "p1"}');
  const old = Buffer.from(sealed(plain, 'pupils/p1', KEYS));
  const now: DataKeys = { current: SECOND, older: [FIRST] };
  const anewIn = (bytes: Uint8Array, which: 'plain' | 'plain-or-older', keys = now) => {
    const anew = writtenAnew(bytes, 'pupils/p1', keys, which);
    return 'needs' in anew ? anew.needs : anew.content && text(opened(json(anew.content), now)?.content);
  };

  test('is one that was plain, torn or not', () => {
    expect(anewIn(plain, 'plain')).toBe('{"id": "p1"}');
    expect(anewIn(Buffer.from('{"id": "p1'), 'plain')).toBe('{"id": "p1');
  });

  test('is one with an older key only where that is asked', () => {
    expect(anewIn(old, 'plain')).toBeUndefined();
    expect(anewIn(old, 'plain-or-older')).toBe('{"id": "p1"}');
    expect(anewIn(Buffer.from(sealed(plain, 'pupils/p1', now)), 'plain-or-older')).toBeUndefined();
  });

  test('is none whose key is not there, or that was changed', () => {
    expect(anewIn(old, 'plain-or-older', { current: SECOND, older: [] })).toBe(FIRST.id);
    expect(
      anewIn(Buffer.from(old.toString().replace('pupils/p1', 'pupils/p2')), 'plain-or-older'),
    ).toBeUndefined();
  });
});
