/** A titled part that can be seen as a chart or as a table. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

interface Props {
	name: string;
	/** The finding in a few words, beside the title. */
	gist?: string;
	/** Folded away at first. */
	isFolded?: boolean;
	chart: ComponentChildren;
	table: ComponentChildren;
	children?: ComponentChildren;
}

export function Section({ name, gist, isFolded = false, chart, table, children }: Props) {
	const { t } = useApp().words;
	const [isTable, setTable] = useState(false);
	const [isShut, setShut] = useState(isFolded);
	const toggle = (
		<fieldset class="toggle">
			<legend class="hidden">{t('viewOf', { name })}</legend>
			{(['chart', 'table'] as const).map((kind) => (
				<button key={kind} type="button" aria-pressed={isTable === (kind === 'table')} onClick={() => setTable(kind === 'table')}>
					{t(kind)}
				</button>
			))}
		</fieldset>
	);
	return (
		<section class="part">
			<div class="part-head">
				{isFolded ? (
					<h2>
						<button type="button" class="fold" aria-expanded={!isShut} onClick={() => setShut(!isShut)}>
							<span class="name">{name}</span>
							{isShut && gist && <span class="secondary">{gist}</span>}
						</button>
					</h2>
				) : (
					<h2>{name}</h2>
				)}
				{!isShut && toggle}
			</div>
			{!isShut && (isTable ? table : chart)}
			{!isShut && children}
		</section>
	);
}
