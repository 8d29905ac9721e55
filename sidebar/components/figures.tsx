/** The key figures in a grid, each with what it counts below; pressing one shows how it is counted. */
import { useState } from 'preact/hooks';
import { isMostlyLeftOut } from '../../src/core/model/metric-result.ts';
import type { Figure } from '../../src/core/report/report.ts';
import type { SidebarKey } from '../../src/messages/sidebar.words.ts';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';
import { Definition } from './definition.tsx';
import { Delta } from './delta.tsx';

/** Below this many deals a figure says little. */
const FEW = 20;

export function Figures() {
	const { state, words } = useApp();
	const [opened, setOpened] = useState('');
	const { ready, open } = state;
	if (ready === null) return null;
	const { figures } = ready.report;
	const { t } = words;
	const shown = figures.find(({ id }) => id === opened);
	const labelOf = (id: string) => open?.metrics.find((help) => help.id === id)?.label ?? id;
	const basis = ({ id, mode, numerator, denominator, n, currency, deals }: Figure): string | null => {
		if (deals !== null) return t('basisPeriod', deals);
		if (id === 'salesVelocity') return t('basisOpen', { n });
		if (id !== 'winRate') return t('basisWon', { n });
		const print = (count: number | null) =>
			mode === 'value' ? words.money(count, currency) : words.number(count ?? 0);
		return t(`basis_${mode}` as SidebarKey, {
			won: print(numerator),
			n: print(denominator),
			open: ready.report.kinds.open,
		});
	};
	const under = (figure: Figure): string | null => {
		const { value, low, high, reason, unit } = figure;
		if (value === null) return reason && t(`why_${reason}` as SidebarKey);
		const isRange = unit === 'ratio' && low !== null && high !== null;
		const range = isRange ? `${t('range', { low: words.percent(low), high: words.percent(high) })} · ` : '';
		return range + basis(figure);
	};
	return (
		<section aria-label={t('keyFigures')}>
			<div class="figures">
				{figures.map((figure) => {
					const isFew = figure.value !== null && figure.n < FEW;
					const note = under(figure);
					const [amount, unit] = words.figure(figure.value, figure.unit, figure.currency).split('/');
					return (
						<Button
							key={figure.id}
							class={isFew ? 'figure is-few' : 'figure'}
							aria-expanded={opened === figure.id}
							title={open?.metrics.find((help) => help.id === figure.id)?.summary}
							onPress={() => setOpened(opened === figure.id ? '' : figure.id)}
						>
							<span class="label">{labelOf(figure.id)}</span>
							<strong>
								{amount}
								{unit && <small>/{unit}</small>}
							</strong>
							{note && <span class="secondary">{note}</span>}
							{isFew && <span class="few">{t('tooFew')}</span>}
							{isMostlyLeftOut(figure) && (
								<span class="few">{t('mostLeftOut', { n: figure.excluded, all: figure.excluded + figure.n })}</span>
							)}
							<Delta figure={figure} />
						</Button>
					);
				})}
			</div>
			{shown && <Definition figure={shown} label={labelOf(shown.id)} onClose={() => setOpened('')} />}
		</section>
	);
}
