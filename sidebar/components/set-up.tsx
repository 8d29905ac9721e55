/**
 * First run, or setup again: what was found in the sheet, to be corrected and confirmed. Nothing is written before
 * that.
 */
import { useState } from 'preact/hooks';
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import type { Field } from '../../src/core/model/opportunity.ts';
import { useApp } from '../app-context.ts';
import { propose, setUp } from '../records.ts';
import { type StageFault, stageFault } from '../stage-check.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { HistoryChoice } from './history-choice.tsx';
import { OrderDoubts } from './order-doubts.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { PipelineChoice } from './pipeline-choice.tsx';
import { SampleButton } from './sample-button.tsx';
import { SheetChoice } from './sheet-choice.tsx';
import { StageEditor } from './stage-editor.tsx';
import { StageOffer } from './stage-offer.tsx';
import { TemplateStart } from './template-start.tsx';

/** The columns that make a difference at once; the others wait in a fold unless they were found. */
const MAIN: readonly Field[] = ['stage', 'amount', 'created', 'closed', 'owner', 'reason'];

export function SetUp() {
	const { proposal } = useApp().state;
	return proposal === null ? null : <Proposal key={proposalKey(proposal)} proposal={proposal} />;
}

/** Another sheet, or another reading of it, begins again. */
const proposalKey = ({ sheetId, outcomes }: SetUpProposal): string =>
	[sheetId, ...outcomes.map(({ evidence, column }) => `${evidence}${column}`)].join();

type StageSource = 'found' | 'b2b' | 'b2c' | 'sheet';

function stagesFrom({ stages, templates }: SetUpProposal, source: StageSource): SetUpProposal['stages'] {
	return source === 'found' ? stages : (templates.find(({ id }) => id === source)?.stages ?? []);
}

function Proposal({ proposal }: { proposal: SetUpProposal }) {
	const { session, words, state } = useApp();
	const { open } = state;
	const { t } = words;
	const { sheetId, headerRow, sheetName, rows, columns, obstacle, stageDates, templates, canStartEmpty } = proposal;
	const [edits, setEdits] = useState<Partial<Record<Field, number | null>>>({});
	const [source, setSource] = useState<StageSource>('found');
	const [draft, setDraft] = useState({ from: proposal.stages, stages: proposal.stages });
	const [outcomes, setOutcomes] = useState(proposal.outcomes);
	const [stageColors, setStageColors] = useState(open?.settings?.stageColors ?? false);
	const [pipeline, setPipeline] = useState<string | null>(null);
	const [takesHistory, setTakesHistory] = useState(false);
	const [fault, setFault] = useState<StageFault | null>(null);
	const offered = stagesFrom(proposal, source);
	// Another template, or the same sheet read again, begins a new list.
	const stages = draft.from === offered ? draft.stages : offered;
	const columnOf = (field: Field) => {
		const edit = edits[field];
		return edit === undefined ? (columns.find((found) => found.field === field)?.column ?? null) : edit;
	};
	const choose = (field: Field, column: number | null) => {
		setEdits({ ...edits, [field]: column });
		// Another stage column has other stages.
		if (field === 'stage' && column !== null) void propose(session, sheetId, headerRow, column);
	};
	const use = () => {
		const found = columnOf('stage') === null ? { key: 'needStage' as const, at: -1, stage: '' } : stageFault(stages);
		setFault(found);
		if (found !== null) return;
		const { outcomeStages } = proposal;
		const chosenColumns = Object.fromEntries(
			columns.map(({ field }) => [field, columnOf(field)] as const).filter(([, at]) => at !== null),
		) as Partial<Record<Field, number>>;
		const choice = {
			sheetId,
			headerRow,
			columns: chosenColumns,
			stageDates,
			outcomes,
			outcomeStages,
			stageColors,
			stages,
		};
		const shown = { headings: proposal.headings, stages: proposal.stagesFromSheet ? proposal.stages : [] };
		const isImporting = takesHistory && columnOf('id') !== null;
		const heading = proposal.pipelines?.heading;
		const first = heading === undefined || pipeline === null ? {} : { [heading]: pipeline };
		void setUp(session, choice, shown, isImporting ? (proposal.history?.sheetId ?? null) : null, first);
	};
	return (
		<>
			<p>
				{t('readRows', { n: rows, sheet: sheetName })} <strong>{t('nothingChanged')}</strong>
				{proposal.stagesFromSheet && <span class="gray"> {t('ownStages')}</span>}
			</p>
			{obstacle === null ? <FewDeals proposal={proposal} /> : <Obstacle obstacle={obstacle} />}
			<StageOffer proposal={proposal} />
			<SheetChoice proposal={proposal} />
			{canStartEmpty && <TemplateStart sheetId={sheetId} templates={templates} />}
			{proposal.headings.length > 0 && (
				<Columns
					proposal={proposal}
					columnOf={columnOf}
					isStageMissing={fault?.key === 'needStage'}
					onChoose={choose}
				/>
			)}
			{obstacle === null && (
				<>
					{outcomes.length > 0 && (
						<OutcomeChoice outcomes={outcomes} headings={proposal.headings} onChange={setOutcomes} />
					)}
					{proposal.pipelines !== null && (
						<PipelineChoice pipelines={proposal.pipelines} chosen={pipeline} onChange={setPipeline} />
					)}
					{proposal.history !== null && columnOf('id') !== null && (
						<HistoryChoice source={proposal.history} isTaken={takesHistory} onChange={setTakesHistory} />
					)}
					<section class="part">
						<h2>{t('stages')}</h2>
						<Source proposal={proposal} source={source} onChoose={setSource} />
						{stages.length === 0 && <p class="note">{t('noStages')}</p>}
						{source === 'found' && <OrderDoubts doubts={proposal.orderDoubts} />}
						<StageEditor
							key={source + proposal.stages.map(({ name }) => name).join()}
							stages={offered}
							fault={fault}
							onChange={(changed) => setDraft({ from: offered, stages: changed })}
						/>
						<ColorChoice isChosen={stageColors} onChange={setStageColors} />
					</section>
				</>
			)}
			{fault !== null && <Fault fault={fault} />}
			<Actions proposal={proposal} onUse={use} />
		</>
	);
}

function Actions({ proposal: { obstacle, sheetId }, onUse }: { proposal: SetUpProposal; onUse: () => void }) {
	const { state, session, words } = useApp();
	const { t } = words;
	return (
		<ActionBar>
			{obstacle === null ? (
				<Button class="action" action="set-up" onPress={onUse}>
					{t('useColumns')}
				</Button>
			) : (
				<Button class="action" action="propose" onPress={() => void propose(session, sheetId, null, null)}>
					{t('look')}
				</Button>
			)}
			{state.ready === null && <SampleButton />}
		</ActionBar>
	);
}

function ColorChoice({ isChosen, onChange }: { isChosen: boolean; onChange: (isChosen: boolean) => void }) {
	const { t } = useApp().words;
	return (
		<label class="tick">
			<input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.currentTarget.checked)} />
			<span>
				{t('stageColors')}
				<span class="secondary">{t('colorsHint')}</span>
			</span>
		</label>
	);
}

function Fault({ fault }: { fault: StageFault }) {
	const { t } = useApp().words;
	return (
		<p class="error" role="alert">
			{t(fault.key, { stage: fault.stage })}
		</p>
	);
}

/** Most rows are not deals: another table may be meant. */
function FewDeals({ proposal: { deals, rows } }: { proposal: SetUpProposal }) {
	const { t } = useApp().words;
	if (deals * 2 >= rows) return null;
	return (
		<p class="error" role="alert">
			{t('fewDeals', { n: deals, rows })}
		</p>
	);
}

function Obstacle({ obstacle }: { obstacle: string }) {
	const { t } = useApp().words;
	return (
		<section class="card error" role="alert">
			<p>{obstacle}</p>
			<p class="gray">{t('obstacleHelp')}</p>
		</section>
	);
}

interface ColumnsProps {
	proposal: SetUpProposal;
	columnOf: (field: Field) => number | null;
	isStageMissing: boolean;
	onChoose: (field: Field, column: number | null) => void;
}

/** What is unsure is asked first; what was not found and makes no difference at once waits in a fold. */
function Columns({ proposal, columnOf, isStageMissing, onChoose }: ColumnsProps) {
	const { t } = useApp().words;
	const { columns, headings, stageDates } = proposal;
	type Found = (typeof columns)[number];
	const choice = (found: Found) => (
		<ColumnChoice
			key={found.field}
			found={found}
			headings={headings}
			column={columnOf(found.field)}
			isInvalid={isStageMissing && found.field === 'stage'}
			onChoose={(column) => onChoose(found.field, column)}
		/>
	);
	const isMain = ({ field, column }: Found) => MAIN.includes(field) || column !== null;
	const rank = ({ field, confidence }: Found) => ((MAIN.indexOf(field) + 99) % 99) - (confidence === 'unsure' ? 99 : 0);
	const ordered = [...columns].sort((a, b) => rank(a) - rank(b));
	const others = ordered.filter((found) => !isMain(found));
	return (
		<section class="part">
			<h2>{t('columns')}</h2>
			{ordered.filter(isMain).map(choice)}
			{others.length > 0 && (
				<details>
					<summary>{t('moreColumns')}</summary>
					{others.map(choice)}
				</details>
			)}
			{stageDates.length > 0 && (
				<p class="note">{t('stageDates', { list: stageDates.map(({ stage }) => stage).join(', ') })}</p>
			)}
		</section>
	);
}

interface SourceProps {
	proposal: SetUpProposal;
	source: StageSource;
	onChoose: (source: StageSource) => void;
}

/** The stages of the sheet, of the list that is there, or of a template. */
function Source({ proposal: { sheetName, templates }, source, onChoose }: SourceProps) {
	const { t } = useApp().words;
	if (templates.length === 0) return null;
	return (
		<Choice label={t('stagesFrom')} value={source} onChoose={(value) => onChoose(value as StageSource)}>
			{!templates.some(({ id }) => id === 'sheet') && <option value="found">{sheetName}</option>}
			{templates.map(({ id, name }) => (
				<option key={id} value={id === 'sheet' ? 'found' : id}>
					{name}
				</option>
			))}
		</Choice>
	);
}
