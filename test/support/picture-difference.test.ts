import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pictureDifference } from './picture-difference.ts';
import { smallPicture } from './small-picture.ts';

type Colour = readonly [number, number, number];
const PAPER: Colour = [250, 250, 252];

/** A page of 60 × 40 in one colour with these boxes on it. */
function page(
	boxes: readonly { x: number; y: number; width: number; height: number; colour: Colour }[],
	paper = PAPER,
	height = 40,
): Buffer {
	const picture = new PNG({ width: 60, height });
	for (let y = 0; y < height; y++)
		for (let x = 0; x < 60; x++) {
			const box = [...boxes]
				.reverse()
				.find((some) => x >= some.x && x < some.x + some.width && y >= some.y && y < some.y + some.height);
			picture.data.set([...(box?.colour ?? paper), 255], (y * 60 + x) * 4);
		}
	return PNG.sync.write(picture);
}

const box = { x: 10, y: 10, width: 20, height: 8, colour: [11, 87, 208] as Colour };
const golden = smallPicture(page([box]));

describe('two pictures', () => {
	it('are the same when only what the small one rounds away differs', () => {
		const shades = Array.from({ length: 60 }, (_, x) => ({
			x,
			y: 5,
			width: 1,
			height: 30,
			colour: [x * 4, 255 - x * 3, x * 2] as Colour,
		}));
		const many = page([
			...shades,
			...shades.map((shade) => ({ ...shade, y: 20, height: 3, colour: [7, shade.x * 4, 99] as Colour })),
		]);
		const small = smallPicture(many);
		expect(small.equals(many)).toBe(false);
		expect(pictureDifference(small, many)).toMatchObject({ pixels: 0, size: '' });
		expect(pictureDifference(golden, page([box])).pixels).toBe(0);
	});

	it('differ when a box moves by one pixel', () => {
		expect(pictureDifference(golden, page([{ ...box, y: 11 }])).pixels).toBeGreaterThan(25);
	});

	it('differ when a colour changes by a shade', () => {
		expect(pictureDifference(golden, page([{ ...box, colour: [26, 104, 219] }])).pixels).toBe(20 * 8);
		expect(pictureDifference(golden, page([box], [236, 236, 238])).pixels).toBeGreaterThan(2000);
	});

	it('differ when one is longer, and show the rest', () => {
		const { size, pixels, picture } = pictureDifference(golden, page([box], PAPER, 44));
		expect([size, picture.height]).toEqual(['60 × 44 instead of 60 × 40', 44]);
		expect(pixels).toBe(60 * 4);
	});
});
