import { describe, expect, it } from 'vitest';
import { distFile } from '../support/dist.ts';

/** The text between `<script>` and its end; the page has exactly one. */
function script(page: string): string {
	const parts = page.split('<script>');
	expect(parts).toHaveLength(2);
	return parts[1]?.split('</script>')[0] ?? '';
}

describe('sidebar.html', () => {
	it('has no backtick, because Google strips what looks like a comment between two of them', () => {
		expect(distFile('sidebar.html')).not.toContain('`');
	});

	it('has one script, which nothing in it ends early or turns into markup', () => {
		const page = distFile('sidebar.html');
		expect(script(page).length).toBeGreaterThan(1000);
		expect(page.match(/<\/script/giu)).toHaveLength(1);
		expect(page).not.toContain('<!--');
		expect(page).not.toContain('<?');
	});

	it('names nothing on another machine', () => {
		const addresses = distFile('sidebar.html').match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'<>)]*/giu) ?? [];
		// Names of XML languages look like addresses; nothing is fetched from them.
		expect(addresses.filter((address) => !/^https?:\/\/www\.w3\.org\//u.test(address))).toEqual([]);
		expect(distFile('sidebar.html')).not.toMatch(/@import|\bsrc=|<link/iu);
	});

	it('is still a script that parses', () => {
		expect(() => new Function(script(distFile('sidebar.html')))).not.toThrow();
	});
});
