/** The texts that Google's services throw, word for word. Not here: when they are thrown. */
export const GOOGLE_TEXT = {
	authorization: 'Authorization is required to perform that action. Please run the script again to authorize it.',
	uiContext: 'Cannot call SpreadsheetApp.getUi() from this context.',
	sheetNameTaken: 'A sheet with this name already exists. Please enter another name.',
	sheetNotFound: 'Sheet not found',
	rangeNotFound: 'Range not found',
	outside: 'The coordinates of the range are outside the dimensions of the sheet.',
	rowsMismatch: (data: number, range: number): string =>
		`The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
	columnsMismatch: (data: number, range: number): string =>
		`The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
	validation: (cell: string): string =>
		`The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
	typedColumn: 'This operation is not allowed on cells in typed columns.',
	protectedCell:
		'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
	cellLimit: 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
	textLimit: 'Your input contains more than the maximum of 50000 characters in a single cell.',
	lastSheet: "You can't remove all the sheets in a document.",
	allRows: 'Sorry, it is not possible to delete all non-frozen rows.',
	filterOnTable: 'You cannot create a filter in a table.',
	filterExists: "You can't create a filter in a sheet that already has a filter.",
	noPermission: (member: string): string => `You do not have permission to call ${member}`,
	missingScope: (member: string, scope: string): string =>
		`Specified permissions are not sufficient to call ${member}. Required permissions: ${scope}`,
	lockTimeout: 'Lock timeout: another process was holding the lock for too long.',
	quota: 'You have exceeded the property storage quota. Please remove some properties and try again.',
	valueTooLarge: 'Argument too large: value',
	executionTime: 'Exceeded maximum execution time',
} as const;

type PlainText = {
	[K in keyof typeof GOOGLE_TEXT]: (typeof GOOGLE_TEXT)[K] extends string ? K : never;
}[keyof typeof GOOGLE_TEXT];
type Translation = Readonly<Partial<Record<PlainText, string>>> & { readonly other: string };

/** Google words its exceptions in the user's language. Close to Google's own words; what has none here is `other`. */
const TRANSLATIONS: Readonly<Record<'zh-CN' | 'ja' | 'de' | 'fr' | 'pt-BR' | 'ar', Translation>> = {
	'zh-CN': {
		authorization: '执行该操作需要授权。请重新运行脚本以进行授权。',
		outside: '范围的坐标不在工作表的尺寸范围内。',
		sheetNotFound: '找不到工作表',
		sheetNameTaken: '已存在具有此名称的工作表。请输入其他名称。',
		typedColumn: '不能对类型化列中的单元格执行此操作。',
		protectedCell: '您正尝试修改受保护的单元格或对象。如果您需要修改，请与电子表格所有者联系以取消保护。',
		other: '抱歉，出现错误。请重试。',
	},
	ja: {
		authorization: 'その操作を実行するには承認が必要です。スクリプトを再実行して承認してください。',
		outside: '範囲の座標がシートの範囲外です。',
		sheetNotFound: 'シートが見つかりません',
		sheetNameTaken: 'この名前のシートは既に存在します。別の名前を入力してください。',
		typedColumn: '型付きの列のセルではこの操作は許可されていません。',
		protectedCell:
			'保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。',
		other: 'エラーが発生しました。もう一度お試しください。',
	},
	de: {
		authorization:
			'Für diese Aktion ist eine Autorisierung erforderlich. Führen Sie das Skript zur Autorisierung noch einmal aus.',
		outside: 'Die Koordinaten des Bereichs liegen außerhalb der Abmessungen des Tabellenblatts.',
		sheetNotFound: 'Tabellenblatt nicht gefunden',
		sheetNameTaken: 'Es ist bereits ein Tabellenblatt mit diesem Namen vorhanden. Geben Sie einen anderen Namen ein.',
		typedColumn: 'Dieser Vorgang ist für Zellen in typisierten Spalten nicht zulässig.',
		protectedCell:
			'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Bitten Sie den Eigentümer, den Schutz aufzuheben.',
		other: 'Es ist leider ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal.',
	},
	fr: {
		outside: 'Les coordonnées de la plage se trouvent hors des dimensions de la feuille.',
		typedColumn: "Cette opération n'est pas autorisée sur les cellules des colonnes typées.",
		protectedCell: 'Vous essayez de modifier une cellule ou un objet protégé.',
		other: "Une erreur s'est produite. Veuillez réessayer.",
	},
	'pt-BR': {
		outside: 'As coordenadas do intervalo estão fora das dimensões da página.',
		typedColumn: 'Esta operação não é permitida em células de colunas com tipo.',
		protectedCell: 'Você está tentando editar uma célula ou um objeto protegido.',
		other: 'Ocorreu um erro. Tente novamente.',
	},
	ar: {
		outside: 'إحداثيات النطاق خارج أبعاد ورقة البيانات.',
		typedColumn: 'هذه العملية غير مسموح بها على الخلايا في الأعمدة ذات النوع.',
		protectedCell: 'أنت تحاول تعديل خلية محمية أو عنصر محمي.',
		other: 'عذرًا، حدث خطأ. يُرجى المحاولة مرة أخرى.',
	},
};

export type ExceptionLanguage = 'en' | keyof typeof TRANSLATIONS;

/** The text that a user of this language gets instead of the English one. */
export function inLanguage(text: string, language: ExceptionLanguage): string {
	if (language === 'en') return text;
	const key = (Object.keys(GOOGLE_TEXT) as (keyof typeof GOOGLE_TEXT)[]).find((name) => GOOGLE_TEXT[name] === text);
	const words = TRANSLATIONS[language];
	return words[key as PlainText] ?? words.other;
}
