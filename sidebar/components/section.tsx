/** A titled section that can be shown as a chart or as a table. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Button } from './button.tsx';
import { Toggle } from './toggle.tsx';

interface Props {
	name: string;
	/** The finding in a few words, beside the title. */
	gist?: string;
	/** Folded away at first. */
	isFolded?: boolean;
	chart: ComponentChildren;
	table: ComponentChildren;
	/** What chart and table show, to choose from. */
	choice?: ComponentChildren;
	children?: ComponentChildren;
}

export function Section({ name, gist, isFolded = false, chart, table, choice, children }: Props) {
	const { t } = useApp().words;
	const [isTable, setTable] = useState(false);
	const [isShut, setShut] = useState(isFolded);
	const toggle = (
		<Toggle
			legend={t('viewOf', { name })}
			value={isTable ? 'table' : 'chart'}
			onChoose={(kind) => setTable(kind === 'table')}
			choices={[
				['chart', t('chart')],
				['table', t('table')],
			]}
		/>
	);
	return (
		<section class="part">
			<div class="part-head">
				{isFolded ? (
					<h2>
						<Button class="fold" aria-expanded={!isShut} onPress={() => setShut(!isShut)}>
							<span class="name">{name}</span>
							{isShut && gist && <span class="secondary">{gist}</span>}
						</Button>
					</h2>
				) : (
					<h2>{name}</h2>
				)}
				{!isShut && toggle}
			</div>
			{!isShut && choice}
			{!isShut && (isTable ? table : chart)}
			{!isShut && children}
		</section>
	);
}
