import { unzlibSync, zlibSync } from 'fflate';

/*
 * A picture of a page is small with a palette: it has few colours, and the shades at the edges of letters are few as well.
 * Chromium writes three or four bytes for each pixel.
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_COLOURS = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel. */
  readonly rgb: Uint8Array;
}

/** What stands in a PNG's chunks of a kind, one after the other. */
function chunksOf(png: Buffer, kind: string): Buffer {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === kind) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(found);
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

const FORETOLD: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

/** The pixels of a PNG of eight bits a part, as Chromium writes it. */
function pixelsOf(png: Buffer): Pixels {
  const head = chunksOf(png, 'IHDR');
  const [width, height, bytes] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const lines = unzlibSync(chunksOf(png, 'IDAT'));
  const row = width * bytes;
  const all = new Uint8Array(row * height);
  const byte = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (all[y * row + x] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const foretold = FORETOLD[lines[y * (row + 1)] ?? 0] ?? (() => 0);
    for (let x = 0; x < row; x += 1) {
      const more = lines[y * (row + 1) + 1 + x] ?? 0;
      all[y * row + x] = more + foretold(byte(x - bytes, y), byte(x, y - 1), byte(x - bytes, y - 1));
    }
  }
  if (bytes === 3) return { width, height, rgb: all };
  return { width, height, rgb: all.filter((_, at) => at % 4 !== 3) };
}

const apart = (one: number, other: number) =>
  [16, 8, 0].reduce((sum, bits) => sum + (((one >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);

/** The commonest colours, and for each pixel which of them is nearest. */
function withPalette({ rgb }: Pixels): { palette: number[]; indexes: Uint8Array } {
  const colours = Array.from({ length: rgb.length / 3 }, (_, at) =>
    [0, 1, 2].reduce((colour, part) => (colour << 8) | (rgb[at * 3 + part] ?? 0), 0),
  );
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = sorted.slice(0, MOST_COLOURS);
  const index = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of sorted.slice(MOST_COLOURS)) {
    const distances = palette.map((one) => apart(one, colour));
    index.set(colour, distances.indexOf(Math.min(...distances)));
  }
  return { palette, indexes: Uint8Array.from(colours, (colour) => index.get(colour) ?? 0) };
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function chunk(kind: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  const crc = named.reduce((sum, byte) => (CRC[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff);
  whole.writeUInt32BE((crc ^ 0xffffffff) >>> 0, named.length + 4);
  return whole;
}

/** The same picture with at most 256 colours: a quarter as large. */
export function smallPng(png: Buffer): Buffer {
  const pixels = pixelsOf(png);
  const { width, height } = pixels;
  const { palette, indexes } = withPalette(pixels);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    lines.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
