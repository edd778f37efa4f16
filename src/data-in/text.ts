/** Why a file's bytes are not text we can read, and what to do about it. */
export class NotText extends Error {}

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, at) => bytes[at] === byte);

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so saved by Excel as "CSV (Comma delimited)", which is Windows-1252 on a British machine.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one ("Unicode Text" in Excel), else
 * Windows-1252. Line ends come out as \n.
 * @throws {NotText} it is a workbook or some other binary file.
 */
export function readText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new NotText('this is an Excel workbook; save it as "CSV UTF-8 (Comma delimited)"');
  }
  const text = decode(bytes);
  if (text.includes('\0'))
    throw new NotText('this is not a text file; save it as "CSV UTF-8 (Comma delimited)"');
  return text.replace(/\r\n?/g, '\n');
}
