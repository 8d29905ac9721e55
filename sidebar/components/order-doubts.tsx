/** Which stages may belong in another order, with the evidence; asked before the setup. */
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { useApp } from '../app-context.ts';

/** More are no help: then the whole list is to be checked. */
const MOST_SHOWN = 5;

export function OrderDoubts({ doubts }: { doubts: SetUpProposal['orderDoubts'] }) {
	const { t } = useApp().words;
	if (doubts.length === 0) return null;
	const named = (reasons: (typeof doubts)[number]['reasons']): string =>
		reasons.map((reason) => t(`order_${reason}`)).join(', ');
	return (
		<section class="card">
			<h3>{t('orderDoubts')}</h3>
			<ul>
				{doubts.slice(0, MOST_SHOWN).map(({ first, second, reasons, against }) => (
					<li key={`${first}\n${second}`}>
						{t('orderPair', { first, second })}{' '}
						<span class="secondary">
							{against.length > 0
								? t('orderAgainst', { against: named(against) })
								: reasons.length > 0
									? t('orderFor', { reasons: named(reasons) })
									: t('orderNothing')}
						</span>
					</li>
				))}
			</ul>
			{doubts.length > MOST_SHOWN && <p class="note">{t('orderMore', { n: doubts.length - MOST_SHOWN })}</p>}
		</section>
	);
}
