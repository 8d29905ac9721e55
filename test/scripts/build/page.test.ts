import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { safeInPage } from '../../../scripts/build/page.ts';

describe('safeInPage', () => {
	it('keeps what a script means while no sign is left that the page or Google would take for something else', () => {
		const script = String.raw`["${'`'} // not a comment", "<?xml", "<!-- note", "<\/script>", /<?${'`'}/u.source]`;
		const safe = safeInPage(script);
		for (const sign of ['`', '<?', '<!--', '</script']) expect(safe).not.toContain(sign);
		const strings = runInNewContext(safe) as string[];
		expect(strings.slice(0, 4)).toEqual(['` // not a comment', '<?xml', '<!-- note', '</script>']);
		expect(new RegExp(strings[4] ?? '', 'u').test('<`')).toBe(true);
	});
});
