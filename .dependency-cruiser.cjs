// Who may import whom: the picture of ARCHITECTURE.md as rules, one per room. Run by `npm run imports`.

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

/**
 * Rooms from the ground up, one row a floor: a room may import only rooms of the floors below its own.
 * `entries` stand on their own floor, they are files and not folders.
 */
const CORE_FLOORS = [
	['speed', 'vocabulary/languages'],
	['stats', 'time'],
	['cells'],
	['model'],
	['funnel', 'vocabulary'],
	['stage-list', 'statistics', 'table'],
	['detection', 'forecast', 'samples', 'statistics-table', 'validation'],
	['history', 'metrics'],
	['formula', 'report'],
];
const ADDON_FLOORS = [
	['contract'],
	['texts.ts'],
	['execution.ts', 'pipeline-source.ts'],
	['doors.ts', 'formula-revision.ts'],
	['formulas', 'recording'],
	['answers'],
	['actions'],
	['rpc', 'menu.ts'],
	['triggers.ts'],
	['main.ts'],
];

/** One rule a room: inside `folder` it sees itself and what stands on lower floors. */
function floorRules(folder, floors) {
	const place = (room) => (room.endsWith('.ts') ? `${room.replace('.', '\\.')}$` : `${room}/`);
	return floors.flatMap((rooms, floor) =>
		rooms.map((room) => ({
			name: `${folder}/${room}-sees-lower-floors-only`,
			severity: 'error',
			from: { path: `^${folder}/${place(room)}` },
			to: {
				path: `^${folder}/`,
				pathNot: [
					`^${folder}/${place(room)}`,
					...floors
						.slice(0, floor)
						.flat()
						.map((lower) => `^${folder}/${place(lower)}`),
				],
			},
		})),
	);
}

/** What stands on no floor has no order, so it may not stand there at all. */
function everythingHasAFloor(folder, floors) {
	const places = floors.flat().map((room) => `^${folder}/${room}`);
	return {
		name: `${folder}-holds-rooms-of-a-floor-only`,
		severity: 'error',
		from: { path: `^${folder}/`, pathNot: places },
		to: {},
	};
}

const PREACT = '^node_modules/preact/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...floorRules('src/core', CORE_FLOORS),
		...floorRules('src/addon', ADDON_FLOORS),
		everythingHasAFloor('src/core', CORE_FLOORS),
		everythingHasAFloor('src/addon', ADDON_FLOORS),
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
		room('warehouse-imports-core', '^warehouse/', ['^warehouse/', '^src/(core|messages)/', '^[^./]']),
		room('sidebar-imports-core-messages-and-the-contract', '^sidebar/', [
			'^sidebar/',
			'^src/(core|messages)/',
			'^src/addon/contract/',
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
			to: { path: '^(workbench|scripts|test|bench|warehouse)/' },
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
			comment: 'types count as well',
			severity: 'error',
			from: { path: '^(src|sidebar)/' },
			to: { circular: true },
		},
		{
			name: 'no-circle-of-code',
			severity: 'error',
			from: { path: '^scripts/' },
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
