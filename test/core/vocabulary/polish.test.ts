/** What the Polish words make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'Polish',
	headings: {
		id: ['Identyfikator', 'Lp.', 'Numer oferty'],
		name: ['Nazwa szansy', 'Szansa sprzedaży', 'Temat'],
		stage: ['Etap', 'Etap sprzedaży', 'Faza', 'Obecny etap'],
		status: ['Wynik', 'Stan'],
		amount: ['Kwota', 'Wartość', 'Wartość netto', 'Wartość oferty', 'Cena'],
		currency: ['Waluta'],
		created: ['Data utworzenia', 'Utworzono', 'Data zapytania'],
		closed: ['Data zamknięcia', 'Data podpisania umowy'],
		expectedClose: ['Przewidywana data zamknięcia', 'Planowane zamknięcie'],
		owner: ['Handlowiec', 'Opiekun', 'Osoba odpowiedzialna'],
		source: ['Źródło', 'Źródło pozyskania'],
		reason: ['Powód utraty', 'Powód porażki', 'Przyczyna'],
		probability: ['Prawdopodobieństwo'],
		lostFrom: ['Etap utraty'],
	},
	kinds: {
		won: ['Wygrana', 'Zakończone sukcesem', 'Sprzedane', 'Podpisana umowa', 'Pozyskany'],
		lost: ['Przegrana', 'Zakończone porażką', 'Utracony', 'Niezainteresowany', 'Brak zainteresowania', 'Odrzucona'],
		parked: ['Wstrzymane', 'Odłożona'],
		ending: ['Zamknięte', 'Zakończone', 'Nie podpisana'],
		open: ['Oferta wysłana', 'Negocjacje', 'Podpisanie umowy', 'W toku'],
	},
	order: [
		'Nowy',
		'Kontakt nawiązany',
		'Kwalifikacja',
		'Analiza potrzeb',
		'Prezentacja',
		'Koncepcja rozwiązania',
		'Oferta wysłana',
		'Negocjacje',
		'Umowa',
	],
	neverWon: ['Nie wygrana', 'Nigdy nie sprzedane', 'Bez sukcesu', 'Brak sprzedaży', 'Wygrana: nie'],
	notYet: [
		'Jeszcze nie podpisana',
		'Prawie wygrana',
		'Wkrótce podpisana',
		'Prawdopodobnie wygrana',
		'Wygrana (planowana)',
	],
	totals: ['Razem', 'Suma', 'Łącznie:'],
	totalsOf: [
		['Razem oferta', 'oferta'],
		['Oferta – razem', 'oferta'],
	],
	noTotals: ['Sumienny klient', 'Oferta'],
});
