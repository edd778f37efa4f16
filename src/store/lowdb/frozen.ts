/** Freezes a value made of plain JSON, all the way down, and returns it. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

/** A copy that nobody else can change, just as it would be read back from its file. Throws if it isn't JSON. */
export function frozenCopy<T>(value: T): T {
  return frozen(JSON.parse(JSON.stringify(value)) as T);
}
