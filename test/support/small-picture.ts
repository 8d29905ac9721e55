/** Writes a picture of a page as a small PNG with a palette: flat colours stay as they are, the shades along the edges of letters are rounded. Not here: comparing (picture-difference.ts). */
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const MOST_COLOURS = 256;
/** The colours of most pixels are those that somebody chose. */
const MOST_FLAT = 24;
/** Grid to which other shades are rounded, in each channel. */
const STEP = 17;

const rounded = (channel: number): number => Math.round(channel / STEP) * STEP;
const red = (colour: number): number => colour >> 16;
const green = (colour: number): number => (colour >> 8) & 255;
const blue = (colour: number): number => colour & 255;
const roundedColour = (colour: number): number =>
	(rounded(red(colour)) << 16) | (rounded(green(colour)) << 8) | rounded(blue(colour));

function nearest(colour: number, palette: readonly number[]): number {
	const distance = (at: number): number => {
		const other = palette[at] as number;
		return (red(colour) - red(other)) ** 2 + (green(colour) - green(other)) ** 2 + (blue(colour) - blue(other)) ** 2;
	};
	return palette.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
}

function counted(colours: Uint32Array): Map<number, number> {
	const counts = new Map<number, number>();
	for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	return counts;
}

const mostFirst = (counts: ReadonlyMap<number, number>): number[] =>
	[...counts].sort(([first, many], [second, few]) => few - many || first - second).map(([colour]) => colour);

/** Place in the palette for each colour of the picture. */
function paletteOf(colours: Uint32Array): { palette: readonly number[]; place: ReadonlyMap<number, number> } {
	const counts = counted(colours);
	const flat = new Set(mostFirst(counts).slice(0, MOST_FLAT));
	const kept = (colour: number): number => (flat.has(colour) ? colour : roundedColour(colour));
	const weights = new Map<number, number>();
	for (const [colour, count] of counts) weights.set(kept(colour), (weights.get(kept(colour)) ?? 0) + count);
	const palette = mostFirst(weights).slice(0, MOST_COLOURS);
	const places = new Map(palette.map((colour, at) => [colour, at]));
	return {
		palette,
		place: new Map([...counts.keys()].map((colour) => [colour, places.get(kept(colour)) ?? nearest(colour, palette)])),
	};
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}

/** @param png an opaque picture */
export function smallPicture(png: Buffer): Buffer {
	const { width, height, data } = PNG.sync.read(png);
	const colours = Uint32Array.from(
		{ length: width * height },
		(_, at) => ((data[at * 4] as number) << 16) | ((data[at * 4 + 1] as number) << 8) | (data[at * 4 + 2] as number),
	);
	const { palette, place } = paletteOf(colours);
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			rows[y * (width + 1) + 1 + x] = place.get(colours[y * width + x] as number) as number;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits a pixel, with a palette.
	header.set([8, 3], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap((colour) => [red(colour), green(colour), blue(colour)]))),
		chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
