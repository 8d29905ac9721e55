/** The steps of README with the real clasp, from an empty folder up to the first call of the network. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { distFile } from '../support/dist.ts';

const CLASP = resolve('node_modules/@google/clasp/build/src/index.js');
const FILES = ['Code.js', 'appsscript.json', 'sidebar.html'];
const readme = readFileSync('README.md', 'utf8');
const section = readme.slice(readme.indexOf('## Put it into a real sheet'), readme.indexOf('## Functions'));
const commands = [...section.matchAll(/`npx clasp ([^`]+)`/gu)].map((found) => found[1] as string);

const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-'));
const home = join(folder, 'home');
const project = join(folder, 'project');
mkdirSync(home);
mkdirSync(project);
// Signed in, as far as clasp can tell without asking Google.
const user = { client_id: 'id', client_secret: 'secret', type: 'authorized_user', refresh_token: 'token' };
writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: user } }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that it prints. Nothing listens where it looks for the network. */
async function clasp(command: string): Promise<string> {
	const proxy = 'http://127.0.0.1:9';
	const env = {
		...process.env,
		HOME: home,
		USERPROFILE: home,
		HTTPS_PROXY: proxy,
		https_proxy: proxy,
		NO_PROXY: '',
		no_proxy: '',
	};
	return new Promise((done) => {
		execFile(process.execPath, [CLASP, ...command.split(' ')], { cwd: project, env, timeout: 50_000 }, (_, out, err) =>
			done(`${out}${err}`),
		);
	});
}

const NETWORK = /request to https:\/\/\S+ failed/u;

it('makes a script, as far as Google', async () => {
	const create = commands.find((command) => command.startsWith('create-script'));
	expect(existsSync('.clasp.json')).toBe(false);
	expect(await clasp(create ?? '')).toMatch(NETWORK);
});

it('lists the three files that are pushed and nothing else, and pushes them, as far as Google', async () => {
	const settings = /`(\{"scriptId"[^`]+\})`/u.exec(section)?.[1] ?? '';
	expect(JSON.parse(settings)).toMatchObject({ rootDir: 'dist' });
	writeFileSync(join(project, '.clasp.json'), settings);
	mkdirSync(join(project, 'dist'));
	distFile('Code.js');
	for (const file of FILES) cpSync(join('dist', file), join(project, 'dist', file));
	expect(commands).toContain('show-file-status');
	const listed = [...(await clasp('show-file-status')).matchAll(/dist\/(\S+)/gu)].map((found) => found[1]);
	expect(listed.sort()).toEqual(FILES);
	const { push } = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
	const pushed = /clasp (push .+)$/u.exec(push ?? '')?.[1] ?? '';
	// A changed manifest asks, and a script cannot answer.
	expect(pushed).toContain('--force');
	expect(await clasp(pushed)).toMatch(NETWORK);
});
