import { hash } from 'node:crypto';

/**
 * `check`, done once for what is the same to the letter, for as long as the tests run: the same screen is looked at by
 * hundreds of them. It may depend on nothing else; what it threw on is looked at again.
 */
export function onceEach<A extends readonly unknown[]>(check: (...given: A) => void): (...given: A) => void {
  const passed = new Set<string>();
  return (...given) => {
    const key = hash('sha1', JSON.stringify(given), 'base64');
    if (passed.has(key)) return;
    check(...given);
    passed.add(key);
  };
}
