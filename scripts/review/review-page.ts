/** One page that holds everything: kept picture, picture of now, what differs. Not here: which pictures those are. */
import { PNG } from 'pngjs';
import { pictureDifference } from '../../test/support/picture-difference.ts';
import { smallPicture } from '../../test/support/small-picture.ts';

export interface Finding {
	readonly name: string;
	/** In words: new, no longer taken, how many pixels. */
	readonly flaw: string;
	readonly golden: Buffer | null;
	readonly now: Buffer | null;
}

const STYLES = `
	body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; background: #777; color: #fff; }
	section { margin: 2rem 0; border-top: 1px solid #aaa; }
	h2 { font-size: 1.1rem; }
	h2 small { font-weight: normal; }
	.row { display: flex; gap: 1rem; align-items: start; }
	figure { margin: 0; }
	img { display: block; border: 1px solid #222; }
	a { color: #fff; }
`;

const image = (label: string, png: Buffer | null): string =>
	png === null
		? `<figure><figcaption>${label}</figcaption>none</figure>`
		: `<figure><figcaption>${label}</figcaption><img alt="${label}" src="data:image/png;base64,${png.toString('base64')}"></figure>`;

const difference = ({ golden, now }: Finding): Buffer | null =>
	golden === null || now === null ? null : PNG.sync.write(pictureDifference(golden, now).picture);

/** @param taken number of pictures that were looked at */
export function reviewPage(findings: readonly Finding[], taken: number): string {
	const list = findings.map(({ name }) => `<a href="#${name}">${name}</a>`).join(' · ');
	const sections = findings.map(
		(finding) => `<section id="${finding.name}"><h2>${finding.name} <small>${finding.flaw}</small></h2><div class="row">
${image('kept', finding.golden)}
${image('now', finding.now === null ? null : smallPicture(finding.now))}
${image('difference', difference(finding))}
</div></section>`,
	);
	return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Pictures of the sidebar</title><style>${STYLES}</style></head>
<body><h1>${findings.length} of ${taken} pictures differ</h1>
<p>${findings.length === 0 ? 'Nothing to look at.' : list}</p>
${sections.join('\n')}
</body></html>
`;
}
