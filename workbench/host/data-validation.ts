/** Drop-downs and checkboxes: SpreadsheetApp.newDataValidation() and the rules that ranges hand out. */
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { service, unwrap } from './service.ts';
import type { ValidationRule } from './store.ts';

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Criteria = GoogleAppsScript.Spreadsheet.DataValidationCriteria;
type ReadMembers = 'getAllowInvalid' | 'getCriteriaType' | 'getCriteriaValues' | 'getHelpText' | 'copy';

const CRITERIA = { 'list-of-range': 'VALUE_IN_RANGE', 'list-of-items': 'VALUE_IN_LIST', checkbox: 'CHECKBOX' } as const;
const EMPTY: ValidationRule = { type: 'list-of-items', source: null, items: [], isStrict: true, helpText: '' };

export class DataValidationImplementation implements Pick<Validation, ReadMembers> {
	#host: Host;
	#rule: ValidationRule;

	constructor(host: Host, rule: ValidationRule) {
		this.#host = host;
		this.#rule = rule;
	}

	getAllowInvalid(): boolean {
		return !this.#rule.isStrict;
	}

	getCriteriaType(): Criteria {
		return CRITERIA[this.#rule.type] as unknown as Criteria;
	}

	/** A range or a list, then whether the arrow is shown. */
	getCriteriaValues(): unknown[] {
		const { source, items, type } = this.#rule;
		const values = new this.#host.realm.Array<unknown>();
		if (type === 'checkbox') return values;
		values.push(
			source === null ? Array.from(items) : RangeImplementation.of(this.#host, source.sheetId, source.rect),
			true,
		);
		return values;
	}

	getHelpText(): string {
		return this.#rule.helpText;
	}

	copy(): Builder {
		return service(
			this.#host,
			'DataValidationBuilder',
			new DataValidationBuilderImplementation(this.#host, this.#rule),
		) as unknown as Builder;
	}

	/** The rule behind a validation that the bundle hands back. */
	static ruleOf(validation: Validation | null): ValidationRule | null {
		return validation === null ? null : (unwrap(validation) as unknown as DataValidationImplementation).#rule;
	}
}

type BuilderMembers =
	| ReadMembers
	| 'build'
	| 'requireCheckbox'
	| 'requireValueInList'
	| 'requireValueInRange'
	| 'setAllowInvalid'
	| 'setHelpText';

export class DataValidationBuilderImplementation implements Pick<Builder, BuilderMembers> {
	#host: Host;
	#rule: ValidationRule;

	constructor(host: Host, rule: ValidationRule = EMPTY) {
		this.#host = host;
		this.#rule = rule;
	}

	requireValueInList(values: string[]): Builder {
		if (values.length > 500) throw this.#host.exception('The list of values has more than the maximum of 500 items.');
		return this.#with({ type: 'list-of-items', items: Array.from(values, String), source: null });
	}

	requireValueInRange(range: GoogleAppsScript.Spreadsheet.Range): Builder {
		return this.#with({ type: 'list-of-range', items: [], source: RangeImplementation.placeOf(range) });
	}

	requireCheckbox(): Builder {
		return this.#with({ type: 'checkbox', items: [], source: null });
	}

	setAllowInvalid(allowInvalidData: boolean): Builder {
		return this.#with({ isStrict: !allowInvalidData });
	}

	setHelpText(helpText: string): Builder {
		return this.#with({ helpText });
	}

	build(): Validation {
		return service(
			this.#host,
			'DataValidation',
			new DataValidationImplementation(this.#host, this.#rule),
		) as unknown as Validation;
	}

	copy(): Builder {
		return this.build().copy();
	}

	getAllowInvalid(): boolean {
		return this.build().getAllowInvalid();
	}

	getCriteriaType(): Criteria {
		return this.build().getCriteriaType();
	}

	getCriteriaValues(): unknown[] {
		return this.build().getCriteriaValues();
	}

	getHelpText(): string {
		return this.build().getHelpText();
	}

	#with(change: Partial<ValidationRule>): Builder {
		this.#rule = { ...this.#rule, ...change };
		return service(this.#host, 'DataValidationBuilder', this) as unknown as Builder;
	}
}
