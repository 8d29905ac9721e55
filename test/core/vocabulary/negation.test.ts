/** In every language: a word for won that is denied, or that is still to come, never means won. */
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/vocabulary/stage-places.ts';
import { stageMeaning } from '../../../src/core/vocabulary/stage-words.ts';

describe('a word for won', () => {
	it.each([
		'Non gagnée',
		'Pas gagné',
		'Non signé',
		'Niet gewonnen',
		'Non vinta',
		'Não ganho',
		'No ganado',
		'Nunca firmado',
		'Nie wygrana',
		'Kazanılmadı',
		'Kazanılamadı',
		'İmzalanmadı',
		'Не выиграна',
		'미수주',
		'수주 실패',
		'수주 못함',
		'受注ならず',
		'受注できず',
		'未受注',
		'Tidak menang',
		'Không thành công',
	])('is lost or asked in %s', (name) => expect(['lost', 'ending']).toContain(stageMeaning(name)));
	it.each([
		'Pas encore signé',
		'Nog niet getekend',
		'Bijna gewonnen',
		'Jeszcze nie podpisana',
		'Ainda não ganho',
		'Aún no firmado',
		'Casi ganado',
		'Non ancora firmato',
		'Quasi vinta',
		'Ещё не выиграна',
		'受注見込み',
		'受注予定',
		'수주 예정',
		'수주 유력',
		'Belum menang',
		'Chưa ký, sắp ký',
	])('is open or asked in %s', (name) => expect(['open', 'ending']).toContain(stageMeaning(name)));
	it.each([
		'Gagnée',
		'Gewonnen',
		'Vinta',
		'Ganho',
		'Ganado',
		'Wygrana',
		'Kazanıldı',
		'Выиграна',
		'수주',
		'수주 완료',
		'受注',
		'Menang',
		'Đã ký',
		'Un contrat signé',
		// Words of one language that mean "not yet" in another.
		'SAP won',
		'SAP-Projekt gewonnen',
		'Ganado por precio',
		'Zwischen Mai und Juni gewonnen',
		'Tak - wygrana',
	])('is won in %s', (name) => expect(stageMeaning(name)).toBe('won'));
});

it('prospecting stands before qualifying', () => {
	for (const [first, second] of [
		['Prospección', 'Calificación'],
		['Prospecção', 'Qualificação'],
		['Prospecting', 'Qualification'],
	] as const)
		expect(placeOf(first)?.place).toBeLessThan(placeOf(second)?.place ?? -1);
});

describe('a win that is denied for now', () => {
	it.each([
		'Not won yet',
		'No ganado aún',
		'No ganado todavía',
		'Não ganho ainda',
		'Non vinta ancora',
		'Ancora non vinta',
		'Pas gagné encore',
		'Nicht gewonnen bisher',
		'Nicht gewonnen (noch)',
		'Niet gewonnen nog',
		'Nie wygrana jeszcze',
		'Не выиграна ещё',
		'Не выиграна пока',
		'Inte vunnen ännu',
		'Kazanılmadı henüz',
	])('is open: %s', (name) => {
		expect(['open', 'ending']).toContain(stageMeaning(name));
	});
});
