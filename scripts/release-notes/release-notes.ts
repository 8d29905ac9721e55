/** The section of a changelog that belongs to one version. */

/** The lines below `## <version>`, also with a date behind it; null when the version is not there or has no line. */
export function releaseNotes(changelog: string, version: string): string | null {
	const sections = changelog.split(/^## /mu).slice(1);
	const own = sections.find((section) => version !== '' && /^\S+/u.exec(section)?.[0] === version);
	const text = own?.slice(own.indexOf('\n') + 1).trim() ?? '';
	return text === '' ? null : text;
}
