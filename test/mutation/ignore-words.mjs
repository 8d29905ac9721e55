// Tells the mutation run to leave alone what people read: labels, meanings and sources of the metrics.
const WORD_CALLS = new Set(['words', 'mode']);

// Written out as the plain object that Stryker takes, so that this file imports nothing that only its own packages have.
export const strykerPlugins = [
	{
		kind: 'Ignore',
		name: 'words',
		value: {
			shouldIgnore({ node }) {
				if (node.type === 'CallExpression' && WORD_CALLS.has(node.callee.name)) return 'words for people';
				if (node.type === 'ObjectProperty' && node.key.name === 'source') return 'words for people';
				return undefined;
			},
		},
	},
];
