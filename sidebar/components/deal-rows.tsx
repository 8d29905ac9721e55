/** Deals as buttons: name and amount, owner and row, age against the usual pace; a press opens the deal. */
import type { DealLine } from '../../src/addon/contract/deals.ts';
import { useApp } from '../app-context.ts';
import { openDeal } from '../deals.ts';
import { Arrow } from './arrow.tsx';
import { Button } from './button.tsx';

export function DealRows({ deals }: { deals: readonly DealLine[] }) {
	const { session, words } = useApp();
	const { t } = words;
	return (
		<ul class="deals">
			{deals.map(({ row, name, owner, amount, currency, ageDays, isStageAge, overdueDays, usualDays, isSlow }) => (
				<li key={row}>
					<Button
						id={`deal-${row}`}
						action={`deal-${row}`}
						class="stage"
						onPress={() => void openDeal(session, row, `deal-${row}`)}
					>
						<span class="line">
							<span class="name">{name || t('noName', { n: row })}</span>{' '}
							{amount !== null && <span class="money">{words.money(amount, currency)}</span>}
						</span>
						<span class="line secondary">
							<span class="name">
								{/* A name in the other direction of writing does not turn the number of the row round. */}
								{owner && (
									<>
										<bdi>{owner}</bdi>
										{' · '}
									</>
								)}
								{t('rowNumber', { n: row })}
							</span>{' '}
							{ageDays !== null && (
								<span>
									{isStageAge && usualDays !== null && `${t('usual', { n: Math.round(usualDays) })} · `}
									<b class={isSlow ? 'slow' : undefined}>
										{isSlow && <Arrow isUp />}
										{t(isStageAge ? 'daysInStage' : 'daysOld', { n: Math.round(ageDays) })}
										{isSlow && <span class="hidden"> {t('slowDeal')}</span>}
									</b>
								</span>
							)}
						</span>
						{overdueDays > 0 && <span class="slow secondary">{t('overdueBy', { n: overdueDays })}</span>}
					</Button>
				</li>
			))}
		</ul>
	);
}
