/** Conditional formats that compare a text: rules are records of the host, nothing is drawn. */
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service, unwrap } from './service.ts';
import type { Rect } from './store.ts';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface FormatRule {
	readonly text: string;
	/** `#rrggbb`; null: another look than a ground. */
	readonly ground: string | null;
	readonly places: readonly { readonly sheetId: number; readonly rect: Rect }[];
}

class ConditionImplementation implements Pick<Condition, 'getBackground' | 'getCriteriaType' | 'getCriteriaValues'> {
	constructor(
		private readonly host: Host,
		private readonly rule: FormatRule,
	) {}
	/** With the opacity in front, as Google gives some colors. */
	getBackground(): string | null {
		const { ground } = this.rule;
		return ground === null ? null : `#ff${ground.slice(1)}`;
	}
	getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
		return 'TEXT_EQUAL_TO' as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
	}
	getCriteriaValues(): unknown[] {
		const values = new this.host.realm.Array<unknown>();
		values.push(this.rule.text);
		return values;
	}
}

class RuleImplementation implements Pick<Rule, 'getBooleanCondition' | 'getRanges'> {
	constructor(
		private readonly host: Host,
		readonly rule: FormatRule,
	) {}
	getBooleanCondition(): Condition | null {
		return service(
			this.host,
			'BooleanCondition',
			new ConditionImplementation(this.host, this.rule),
		) as unknown as Condition;
	}
	getRanges(): Range[] {
		const ranges = new this.host.realm.Array<Range>();
		for (const { sheetId, rect } of this.rule.places) ranges.push(RangeImplementation.of(this.host, sheetId, rect));
		return ranges;
	}
}

export class ConditionalFormatRuleBuilderImplementation
	implements Pick<Builder, 'build' | 'setBackground' | 'setRanges' | 'whenTextEqualTo'>
{
	#host: Host;
	#rule: FormatRule = { text: '', ground: null, places: [] };

	constructor(host: Host) {
		this.#host = host;
	}
	whenTextEqualTo(text: string): Builder {
		this.#rule = { ...this.#rule, text: String(text) };
		return this.#self();
	}
	setBackground(color: string | null): Builder {
		this.#rule = { ...this.#rule, ground: color };
		return this.#self();
	}
	setRanges(ranges: Range[]): Builder {
		this.#rule = { ...this.#rule, places: Array.from(ranges, (range) => RangeImplementation.placeOf(range)) };
		return this.#self();
	}
	build(): Rule {
		return ruleSkin(this.#host, this.#rule);
	}
	#self(): Builder {
		return service(this.#host, 'ConditionalFormatRuleBuilder', this) as unknown as Builder;
	}
}

function ruleSkin(host: Host, rule: FormatRule): Rule {
	return service(host, 'ConditionalFormatRule', new RuleImplementation(host, rule)) as unknown as Rule;
}

export function formatRulesOf(host: Host, sheetId: number): Rule[] {
	const rules = new host.realm.Array<Rule>();
	for (const rule of host.records.formatRules.get(sheetId) ?? []) rules.push(ruleSkin(host, rule));
	return rules;
}

export function setFormatRules(host: Host, sheetId: number, rules: Rule[]): void {
	host.records.formatRules.set(
		sheetId,
		Array.from(rules, (rule) => (unwrap(rule) as unknown as RuleImplementation).rule),
	);
}
