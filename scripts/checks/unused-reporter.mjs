// Reporter for knip: one JSON object with the findings and the number of files it read, which its own reporters omit.

export default function reporter({ issues, counters }) {
	const findings = [];
	for (const [type, files] of Object.entries(issues)) {
		if (type === '_files') continue;
		for (const [file, symbols] of Object.entries(files)) {
			for (const symbol of Object.keys(symbols)) findings.push(`${file}: ${type} ${symbol}`);
		}
	}
	process.stdout.write(`${JSON.stringify({ processed: counters.processed, findings })}\n`);
}
