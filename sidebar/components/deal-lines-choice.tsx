/** How rows with one id are read, beside the problem that says that there are such rows. */
import type { DealLines } from '../../src/core/model/settings.ts';
import { useApp } from '../app-context.ts';
import { readLines } from '../check.ts';
import { Button } from './button.tsx';

/** Ways to read them, by the problem that is shown; the other ways than the one in use. */
const WAYS: ReadonlyMap<string, readonly DealLines[]> = new Map([
	['dealLines', ['sum', 'once']],
	['dealLinesRead', ['sum', 'once', 'each']],
]);

/** Nothing for problems of another kind. */
export function DealLinesChoice({ code }: { code: string }) {
	const { state, session, words } = useApp();
	const { t } = words;
	const now = state.open?.settings?.dealLines ?? 'each';
	const ways = (WAYS.get(code) ?? []).filter((way) => way !== now);
	if (ways.length === 0) return null;
	return (
		<p class="row">
			{ways.map((way) => (
				<Button key={way} action={`lines:${way}`} onPress={() => void readLines(session, way, now)}>
					{t(`lines_${way}`)}
				</Button>
			))}
		</p>
	);
}
