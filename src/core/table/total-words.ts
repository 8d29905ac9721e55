/** Words with which rows of sums are named, alone or beside the name of what they sum up. Not here: which rows are sums (row-kinds.ts). */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';

const SPACED =
	'grand total|sub[ -]?totals?|sous[ -]total|totals?|sum|summe|summa|gesamt|gesamtsumme|gesamtergebnis|teilergebnis|ergebnis|zwischensumme|total general|total global|total geral|somme|suma|suma koncowa|soma|totale|totale complessivo|subtotale|totaal|eindtotaal|subtotaal|razem|lacznie|toplam|genel toplam|ara toplam|tong(?: cong)?|jumlah|total keseluruhan|totalt|delsumma|итого|итог|всего|общий итог|промежуточный итог|average|count';
const UNSPACED =
	'合计|總計|总计|小计|小計|總和|总和|合計|計|共计|共計|汇总|彙總|平均|総計|総合計|集計|합계|총계|소계|총합계|요약';
const WORDS = `${SPACED}|${UNSPACED}`;
const ALONE = new RegExp(`^(?:${WORDS})\\s*[:：]?$`, 'u');
/** `Subtotal Q1`, `合计 2024`, `Итого: Анна`; a longer name is a deal's. */
const BEFORE = new RegExp(`^(?:${WORDS})(?:\\s*[:：]\\s*|\\s+)(\\S+(?: \\S+)?)$`, 'u');
const AFTER = new RegExp(`^(\\S.*?)(?:[\\s:：–-]+(?:${WORDS})|\\s*(?:${UNSPACED}))$`, 'u');
const LEADING = new RegExp(`^(?:(?:${WORDS})[\\s:：–-]+|(?:${UNSPACED}))(\\S.*)$`, 'u');

const LONGEST = 60;

export const totalKey = (text: string): string => withoutAccents(textKey(text));

/** `Total`, `合计：`. */
export const isTotalWord = (text: string): boolean => text.length < 30 && ALONE.test(totalKey(text));

/** `Subtotal Q1`: a word of sums and at most two words of what is summed up. */
export const isTotalOf = (text: string): boolean => text.length < 30 && BEFORE.test(totalKey(text));

/** What the text says that it sums up, as keys: `Lead Total` and `Total Lead` are those of `lead`. */
export function summedUp(text: string): string[] {
	if (text.length > LONGEST) return [];
	const key = totalKey(text);
	return [AFTER.exec(key)?.[1], LEADING.exec(key)?.[1]].filter((rest) => rest !== undefined);
}
