import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { reviewPage } from '../../../scripts/review/review-page.ts';

function picture(grey: number): Buffer {
	const png = new PNG({ width: 8, height: 8 });
	png.data.fill(grey);
	for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
	return PNG.sync.write(png);
}

it('shows kept, now and difference of what differs, and needs nothing beside itself', () => {
	const page = reviewPage(
		[{ name: 'funnel-en-light', flaw: '64 pixels differ', golden: picture(250), now: picture(20) }],
		150,
	);
	expect(page).toContain('1 of 150 pictures differ');
	expect(page).toContain('64 pixels differ');
	expect(
		[...page.matchAll(/<img alt="([a-z]+)" src="data:image\/png;base64,[\w+/=]+">/gu)].map(([, label]) => label),
	).toEqual(['kept', 'now', 'difference']);
	expect(page.match(/<img/gu)).toHaveLength(3);
	expect(page).not.toMatch(/https?:|<script|<link/u);
});

it('says which picture is new and which is no longer taken', () => {
	const page = reviewPage(
		[
			{ name: 'fresh', flaw: 'new', golden: null, now: picture(20) },
			{ name: 'old', flaw: 'no longer taken', golden: picture(20), now: null },
		],
		2,
	);
	expect(page.match(/<img/gu)).toHaveLength(2);
	expect(page.match(/<figcaption>difference<\/figcaption>none/gu)).toHaveLength(2);
});
