/**
 * Where to look: at most three tested findings as sentences, each with a way to its deals; or that there is nothing
 * beyond chance.
 */
import type { FunnelReport } from '../../src/core/report/report.ts';
import { useApp } from '../app-context.ts';
import { openStage } from '../deals.ts';
import { Button } from './button.tsx';

type Finding = FunnelReport['findings'][number];

export function FindingsSection() {
	const { state, session, words } = useApp();
	const { ready, filter } = state;
	if (ready === null || filter === null) return null;
	const { findings, deals, stages, currency } = ready.report;
	const { t } = words;
	const sentence = ({ kind, subject, heading, value, reference, deals: n, amount }: Finding): string => {
		const params = {
			subject,
			heading,
			n,
			percent: words.percent(value),
			reference: words.percent(reference),
		};
		const money =
			amount === null || amount === 0 ? '' : ` ${t('findingLost', { money: words.money(amount, currency) })}`;
		return t(`finding_${kind}`, params) + money;
	};
	const show = ({ stage, heading, subject }: Finding): void => {
		const at = stages[stage];
		if (at !== undefined) openStage(session, at.id, `finding-${stage}`, 'lost');
		else session.filterBy({ columns: { ...filter.columns, [heading]: subject } });
	};
	return (
		<section class="part">
			<h2>{t('whereToLook')}</h2>
			{findings.length === 0 ? (
				<p class="gray">{t('noFinding', { n: deals })}</p>
			) : (
				<ul class="findings">
					{findings.map((finding) => (
						<li key={finding.kind}>
							<p>{sentence(finding)}</p>
							<Button id={`finding-${finding.stage}`} class="link" onPress={() => show(finding)}>
								{t('showDeals')}
								<span class="hidden"> {finding.subject}</span>
							</Button>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
