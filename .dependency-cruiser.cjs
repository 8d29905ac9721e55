// Who may import whom: the table of ARCHITECTURE.md, one rule a room. Run by `npm run imports`.

/** A room may import only what `allowed` names; packages are named like node_modules/preact. */
function room(name, from, allowed) {
	return {
		name,
		severity: 'error',
		from: { path: from },
		to: { pathNot: allowed },
	};
}

/** What a room may use of another one as types only: the code must not arrive in the room's bundle. */
function typesOnly(name, from, to) {
	return {
		name,
		severity: 'error',
		from: { path: from },
		to: { path: to, dependencyTypesNot: ['type-only'] },
	};
}

const PREACT = '^node_modules/preact/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		room('core-imports-core', '^src/core/', ['^src/core/']),
		room('messages-import-messages-and-core-types', '^src/messages/', ['^src/messages/', '^src/core/']),
		typesOnly('messages-use-core-types-only', '^src/messages/', '^src/core/'),
		room('sheet-imports-core', '^src/sheet/', ['^src/core/', '^src/sheet/']),
		room('addon-imports-the-server-rooms', '^src/addon/', ['^src/(core|messages|sheet|addon)/']),
		{
			name: 'nobody-imports-the-entry-point',
			comment: 'main.ts lists the globals; a room that imports it would run in a circle',
			severity: 'error',
			from: { path: '^(src|sidebar|workbench)/' },
			to: { path: '^src/addon/main\\.ts$' },
		},
		room('sidebar-imports-core-messages-and-the-contract', '^sidebar/', [
			'^sidebar/',
			'^src/(core|messages)/',
			'^src/addon/rpc-contract[a-z-]*\\.ts$',
			PREACT,
		]),
		typesOnly('sidebar-uses-the-contract-as-types-only', '^sidebar/', '^src/addon/'),
		{
			name: 'workbench-loads-the-built-bundle',
			comment: 'it tries what ships: of the sources it sees the types of the core alone',
			severity: 'error',
			from: { path: '^workbench/' },
			to: { path: '^(src/(messages|sheet|addon)|sidebar|test|bench)/' },
		},
		typesOnly('workbench-uses-core-types-only', '^workbench/', '^src/core/'),
		{
			name: 'workbench-server-alone-builds',
			severity: 'error',
			from: { path: '^workbench/', pathNot: '^workbench/server(/|\\.ts$)' },
			to: { path: '^scripts/' },
		},
		{
			name: 'product-does-not-import-its-tools',
			severity: 'error',
			from: { path: '^(src|sidebar)/' },
			to: { path: '^(workbench|scripts|test|bench)/' },
		},
		{
			name: 'nothing-outside-the-project',
			comment: 'shared data are read by path where they exist, never imported',
			severity: 'error',
			from: {},
			to: { path: '^\\.\\./|(^|/)shared/data/', couldNotResolve: false },
		},
		{
			name: 'no-circle',
			comment: "Google's objects know each other (a range its sheet, a sheet its ranges), so the stand-in for them is left out",
			severity: 'error',
			from: { path: '^(src|sidebar|scripts)/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{ name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|coverage|reports)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.base.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
		},
	},
};
