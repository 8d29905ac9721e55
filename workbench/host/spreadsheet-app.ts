/** SpreadsheetApp: the way in, the builders and the enumerations. */
import { ConditionalFormatRuleBuilderImplementation } from './conditional-format.ts';
import { DataValidationBuilderImplementation } from './data-validation.ts';
import { FilterCriteriaImplementation } from './filter.ts';
import type { Host } from './host.ts';
import { enumeration, service } from './service.ts';
import { SpreadsheetImplementation } from './spreadsheet.ts';
import { UiImplementation } from './ui.ts';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Enums =
	| 'BooleanCriteria'
	| 'DataValidationCriteria'
	| 'WrapStrategy'
	| 'BorderStyle'
	| 'DeveloperMetadataVisibility'
	| 'DeveloperMetadataLocationType'
	| 'ProtectionType'
	| 'SheetType'
	| 'Dimension';
type Members =
	| Enums
	| 'getActive'
	| 'getActiveSpreadsheet'
	| 'getActiveSheet'
	| 'setActiveSheet'
	| 'getActiveRange'
	| 'setActiveRange'
	| 'getCurrentCell'
	| 'getUi'
	| 'flush'
	| 'newConditionalFormatRule'
	| 'newDataValidation'
	| 'newFilterCriteria';

export class SpreadsheetAppImplementation implements Pick<App, Members> {
	#host: Host;
	#ui: UiImplementation;

	constructor(host: Host) {
		this.#host = host;
		this.#ui = new UiImplementation(host);
	}

	get DataValidationCriteria(): App['DataValidationCriteria'] {
		return this.#enum(
			'DataValidationCriteria',
			'VALUE_IN_RANGE VALUE_IN_LIST CHECKBOX CUSTOM_FORMULA DATE_IS_VALID_DATE NUMBER_BETWEEN TEXT_CONTAINS',
		);
	}
	get BooleanCriteria(): App['BooleanCriteria'] {
		return this.#enum('BooleanCriteria', 'TEXT_EQUAL_TO TEXT_CONTAINS CELL_EMPTY CUSTOM_FORMULA');
	}
	get WrapStrategy(): App['WrapStrategy'] {
		return this.#enum('WrapStrategy', 'WRAP OVERFLOW CLIP');
	}
	get BorderStyle(): App['BorderStyle'] {
		return this.#enum('BorderStyle', 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE');
	}
	get DeveloperMetadataVisibility(): App['DeveloperMetadataVisibility'] {
		return this.#enum('DeveloperMetadataVisibility', 'DOCUMENT PROJECT');
	}
	get DeveloperMetadataLocationType(): App['DeveloperMetadataLocationType'] {
		return this.#enum('DeveloperMetadataLocationType', 'SPREADSHEET SHEET ROW COLUMN');
	}
	get ProtectionType(): App['ProtectionType'] {
		return this.#enum('ProtectionType', 'RANGE SHEET');
	}
	get SheetType(): App['SheetType'] {
		return this.#enum('SheetType', 'GRID OBJECT');
	}
	get Dimension(): App['Dimension'] {
		return this.#enum('Dimension', 'COLUMNS ROWS');
	}

	getActive(): GoogleAppsScript.Spreadsheet.Spreadsheet {
		return SpreadsheetImplementation.of(this.#host);
	}
	getActiveSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
		return SpreadsheetImplementation.of(this.#host);
	}
	getActiveSheet(): GoogleAppsScript.Spreadsheet.Sheet {
		return SpreadsheetImplementation.of(this.#host).getActiveSheet();
	}
	setActiveSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet): GoogleAppsScript.Spreadsheet.Sheet {
		return SpreadsheetImplementation.of(this.#host).setActiveSheet(sheet);
	}
	getActiveRange(): GoogleAppsScript.Spreadsheet.Range {
		return SpreadsheetImplementation.of(this.#host).getActiveRange() as GoogleAppsScript.Spreadsheet.Range;
	}
	setActiveRange(range: GoogleAppsScript.Spreadsheet.Range): GoogleAppsScript.Spreadsheet.Range {
		return SpreadsheetImplementation.of(this.#host).setActiveRange(range);
	}
	getCurrentCell(): GoogleAppsScript.Spreadsheet.Range {
		return SpreadsheetImplementation.of(this.#host).getActiveCell();
	}
	getUi(): GoogleAppsScript.Base.Ui {
		return service(this.#host, 'Ui', this.#ui) as unknown as GoogleAppsScript.Base.Ui;
	}
	/** Writes are applied at once here: nothing waits. */
	flush(): void {}
	newConditionalFormatRule(): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
		return service(
			this.#host,
			'ConditionalFormatRuleBuilder',
			new ConditionalFormatRuleBuilderImplementation(this.#host),
		) as unknown as GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
	}
	newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
		return service(
			this.#host,
			'DataValidationBuilder',
			new DataValidationBuilderImplementation(this.#host),
		) as unknown as GoogleAppsScript.Spreadsheet.DataValidationBuilder;
	}
	newFilterCriteria(): GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
		return service(
			this.#host,
			'FilterCriteriaBuilder',
			new FilterCriteriaImplementation(this.#host),
		) as unknown as GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;
	}

	#enum<T>(name: string, members: string): T {
		return enumeration<T>(this.#host, `SpreadsheetApp.${name}`, members.split(' '));
	}
}
