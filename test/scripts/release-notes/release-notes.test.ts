import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { releaseNotes } from '../../../scripts/release-notes/release-notes.ts';

const CHANGELOG =
	'# Changelog\n\n## 0.2.0 – 2027-01-04\n\n- New.\n- More.\n\n## 0.1.0 – 2026-12-01\n\n- First.\n\n## 0.0.1\n';

it('are the lines of their version alone', () => {
	expect(releaseNotes(CHANGELOG, '0.2.0')).toBe('- New.\n- More.');
	expect(releaseNotes(CHANGELOG, '0.1.0')).toBe('- First.');
});
it.each(['0.2', '', '0.0.1', '1.0.0'])('are nothing for “%s”, which has no section or no line', (version) => {
	expect(releaseNotes(CHANGELOG, version)).toBeNull();
});
it('exist for the version of the package', () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	expect(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), version)).toMatch(/^- /u);
});
