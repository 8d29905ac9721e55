// Tells the mutation run to leave alone what people read: labels, meanings and sources of the metrics.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const WORD_CALLS = new Set(['words', 'mode']);

export const strykerPlugins = [
	declareValuePlugin(PluginKind.Ignore, 'words', {
		shouldIgnore({ node }) {
			if (node.type === 'CallExpression' && WORD_CALLS.has(node.callee.name)) return 'words for people';
			if (node.type === 'ObjectProperty' && node.key.name === 'source') return 'words for people';
			return undefined;
		},
	}),
];
