/** Period and owner at hand; every other column, and what the period counts by, under "More filters". */
import { useState } from 'preact/hooks';
import { textKey } from '../../src/core/cells/text-key.ts';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { Icon } from './icon.tsx';
import { PeriodFilter } from './period-filter.tsx';

export function Filters() {
	const { state, session, words } = useApp();
	const [isOpen, setOpen] = useState(false);
	const { ready, filter } = state;
	if (ready === null || filter === null || ready.report.rows === 0) return null;
	const { filters, pipelines, periods } = ready.choices;
	const owner = filters.find(({ field }) => field === 'owner');
	const pipeline = filters.find(({ heading }) => heading === pipelines?.heading && owner?.heading !== heading);
	const others = filters.filter((column) => column !== owner && column !== pipeline);
	if (ready.isCounted && filters.length + periods.length === 0) return null;
	const inUse =
		others.filter(({ heading }) => Object.hasOwn(filter.columns, heading)).length +
		(filter.cohort === 'closed' ? 1 : 0);

	const column = ({ heading, field, values }: (typeof filters)[number]) => {
		const chosen = Object.hasOwn(filter.columns, heading) ? filter.columns[heading] : undefined;
		const isChosen = ({ value }: { readonly value: string }): boolean =>
			chosen !== undefined && textKey(value) === textKey(chosen);
		const options = chosen === undefined || values.some(isChosen) ? values : [...values, { value: chosen, deals: 0 }];
		const choose = (index: string) => {
			const rest = ready.isCounted ? [] : Object.entries(filter.columns).filter(([name]) => name !== heading);
			const picked = options[Number(index)]?.value;
			session.filterBy({
				columns: Object.fromEntries(index === '' || picked === undefined ? rest : [...rest, [heading, picked]]),
			});
		};
		const index = options.findIndex(isChosen);
		return (
			<Choice
				key={heading}
				label={heading}
				isLabelHidden={field === 'owner'}
				value={index < 0 ? '' : String(index)}
				onChoose={choose}
			>
				<option value="">{words.t(field === 'owner' ? 'all_owner' : 'all_other')}</option>
				{options.map(({ value, deals }, position) => (
					<option key={value} value={String(position)}>
						{`${value === '' ? words.t('blank') : value.slice(0, 80)} (${words.number(deals)})`}
					</option>
				))}
			</Choice>
		);
	};

	return (
		<section class="filters" aria-label={words.t('filters')}>
			{/* The forecast has a period of its own. */}
			{state.view !== 'forecast' && <PeriodFilter />}
			{pipeline && column(pipeline)}
			{owner && column(owner)}
			{(!ready.isCounted || others.length > 0) && (
				<Button
					class="icon-button"
					aria-expanded={isOpen}
					title={words.t('moreFilters')}
					onPress={() => setOpen(!isOpen)}
				>
					<Icon name="filter" />
					<span class="hidden">{words.t('moreFilters')}</span>
					{inUse > 0 && <InUse count={inUse} />}
				</Button>
			)}
			{isOpen && (
				<div class="more-filters">
					{!ready.isCounted && (
						<Choice
							label={words.t('periodBy')}
							value={filter.cohort}
							onChoose={(cohort) => session.filterBy({ cohort: cohort === 'closed' ? 'closed' : 'created' })}
						>
							<option value="created">{words.t('created')}</option>
							<option value="closed">{words.t('closed')}</option>
						</Choice>
					)}
					{others.map(column)}
				</div>
			)}
		</section>
	);
}

function InUse({ count }: { count: number }) {
	const { words } = useApp();
	return (
		<span class="badge">
			{words.number(count)}
			<span class="hidden"> {words.t('activeFilters', { n: count })}</span>
		</span>
	);
}
