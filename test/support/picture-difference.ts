/** How two pictures of a page differ for an eye: rounded shades and the smoothing of edges do not count. Not here: how many pixels are too many (test/sidebar/pictures.ts). */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface PictureDifference {
	/** Pixels that an eye would see as another colour. */
	readonly pixels: number;
	/** `300 × 1200 instead of 300 × 1180`, '' when both have one size. */
	readonly size: string;
	/** The new picture pale, with what differs in red. */
	readonly picture: PNG;
}

/** A little more than what `smallPicture` rounds away. */
const THRESHOLD = 0.05;

/** In the upper left corner of an area of this size; the rest is magenta, which no page has. */
function inside(picture: PNG, width: number, height: number): PNG {
	if (picture.width === width && picture.height === height) return picture;
	const area = new PNG({ width, height });
	for (let at = 0; at < area.data.length; at += 4) area.data.set([255, 0, 255, 255], at);
	PNG.bitblt(picture, area, 0, 0, picture.width, picture.height, 0, 0);
	return area;
}

export function pictureDifference(golden: Buffer, now: Buffer): PictureDifference {
	const [before, after] = [PNG.sync.read(golden), PNG.sync.read(now)];
	const [width, height] = [Math.max(before.width, after.width), Math.max(before.height, after.height)];
	const picture = new PNG({ width, height });
	const pixels = pixelmatch(
		inside(before, width, height).data,
		inside(after, width, height).data,
		picture.data,
		width,
		height,
		{
			threshold: THRESHOLD,
			alpha: 0.25,
		},
	);
	const isSame = before.width === after.width && before.height === after.height;
	return {
		pixels,
		size: isSame ? '' : `${after.width} × ${after.height} instead of ${before.width} × ${before.height}`,
		picture,
	};
}
