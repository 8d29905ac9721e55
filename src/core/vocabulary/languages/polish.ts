/** What Polish tells about deal tables. */
import type { Language } from './language.ts';

export const polish: Language = {
	name: 'Polish',
	code: 'pl',
	isSpaced: true,
	headings: {
		id: [
			'identyfikator',
			'numer|kod|lp|numer szansy|numer oferty|numer transakcji|nr|id szansy|nr szansy|nr szansy sprzedaży|numer szansy sprzedaży|nr oferty|nr transakcji|nr sprawy|numer sprawy|nr zapytania|numer zapytania|nr leada|numer leada|nr projektu|sygnatura',
		],
		name: [
			'szansa sprzedaży|szansa|nazwa|nazwa szansy|nazwa szansy sprzedaży|transakcja|nazwa transakcji',
			'temat|opis|kandydat|projekt|tytuł|zapytanie|nazwa projektu',
			'klient|kontrahent|nazwa klienta|nazwa firmy|organizacja|nazwa kontrahenta',
		],
		stage: [
			'etap|etap sprzedaży|faza|etap szansy|faza sprzedaży|etap transakcji|etap procesu|etap lejka',
			'krok|postęp|estap',
			'stan|status szansy|status sprzedaży',
		],
		status: ['stan|wynik', 'rezultat|wynik sprzedaży|status szansy'],
		amount: [
			'kwota|wartość|wartość szansy|wartość oferty|wartość transakcji|wartość sprzedaży|wartość kontraktu|wartość umowy',
			'cena|budżet|szacowana wartość|wartość szacowana|oczekiwana wartość|obrót',
			'przychód|oczekiwany przychód|planowany przychód',
		],
		currency: ['waluta'],
		created: [
			'data utworzenia|utworzono|utworzony|utworzona|data wprowadzenia|data założenia',
			'data rozpoczęcia|data dodania|data otwarcia|pierwszy kontakt|data pierwszego kontaktu|data zapytania|data zgłoszenia|data wpływu|data kontaktu|data rejestracji|zarejestrowano|data wpisu|data zapisu|data pozyskania|dodano|otwarto|data powstania|wpłynęło|wprowadzono|data kontaktu z klientem|data rozmowy',
			'data|miesiąc',
		],
		closed: [
			'data zamknięcia|zamknięto|zamknięty|zamknięta|data finalizacji',
			'data zakończenia|data podpisania|data sprzedaży|data decyzji|data podpisania umowy|data zamówienia|data umowy',
		],
		expectedClose: [
			'przewidywana data zamknięcia|planowana data zamknięcia|oczekiwana data zamknięcia|spodziewana data zamknięcia|prognozowana data zamknięcia|planowane zamknięcie|przewidywane zamknięcie',
			'planowana data|data docelowa|termin zamknięcia',
		],
		owner: [
			'handlowiec|opiekun|właściciel|sprzedawca|opiekun klienta|osoba odpowiedzialna|odpowiedzialny|przypisany do|prowadzący|opiekun handlowy',
			'doradca|pracownik|użytkownik|przedstawiciel|przedstawiciel handlowy|rekruter',
		],
		source: ['źródło|źródło leada|źródło pozyskania|źródło kontaktu|pochodzenie|źródło klienta', 'kanał|kampania'],
		reason: [
			'powód|powód utraty|powód przegranej|powód odrzucenia|powód odmowy|powód rezygnacji|powód porażki|przyczyna utraty|przyczyna przegranej',
			'przyczyna|powód wygranej|powód zamknięcia',
		],
		probability: [
			'prawdopodobieństwo|prawdopodobieństwo wygranej|prawdopodobieństwo sukcesu|prawdopodobieństwo zamknięcia',
			'szansa powodzenia|szanse',
		],
		lostFrom: ['etap utraty|etap przegranej', 'ostatni etap|poprzedni etap'],
	},
	others: {
		date: 'ostatni~|następn~|kolejn~|modyfik~|aktualiz~|zmian~|dostaw~|faktur~|urodzeni~|płatno~|odnowieni~|rozpoczęci[ea] umowy|planowan[ey] (?:start|rozpoczęcie)',
		number: 'ważon[aey]|rabat|podatek|prowizja|koszt~|marża|ilość|liczba',
		party: 'klienta?|wazon~',
	},
	frame: {
		rows: 'szans[ay](?: sprzedazy)?|transakcj[ai]',
		current: 'obecn[ya]|aktualn[ya]|bieżąc[ya]',
		currentAfter: 'netto|brutto',
		nameOf: 'nazwa',
		when: 'data|czas',
		entered: 'data wejścia (?:w|do)|data przejścia (?:w|do)',
		sequence: 'kolejność|numer',
		step: 'etap|faza|krok',
		customer: 'klient',
	},
	stages: {
		won: 'wygran[aey]|sprzedan[aey]|sukces~|pozyskan[aey]|zdobyt[aey]|wygraliśmy|dobity|dobita',
		signed: 'podpisan[aey]',
		weakWon:
			'^(?:nowy )?klient$|^(?:sprzedaz|zamowienie)$|zaakceptowan[aey]|opłacon[aey]|zrealizowan[aey]|zatwierdzon[aey]|zamówion[aey]|zatrudnion[aey]|zafakturowan[aey]|akceptacja',
		lost: 'przegran[aey]|utracon[aey]|utrat[ay]|stracon[aey]|odrzucon[aey]|anulowan[aey]|rezygnacj~|odmowa|porażk~|niezainteresowan~|zrezygnowa~|wycofan[aey]|zaniechan[aey]|niepowodzeni~|nieudan[aey]|odwołan[aey]|brak zainteresowania|nie zainteresowan~|niezakwalifikowan~|zdyskwalifikowan~|dyskwalifik~',
		parked:
			'wstrzyman[aey]|zawieszon[aey]|odłożon[aey]|odroczon[aey]|przełożon[aey]|w zawieszeniu|zamrożon[aey]|uśpion[aey]',
		ending:
			'zamkniet[aey]|zamknieto|zakonczon[aey]|zakonczono|ukonczon[aey]|zarchiwizowan[aey]|nieaktywn[aey]|wygasł[aey]?',
		closing: 'zamknięt[aey]|zakończon[aey]|ukończon[aey]',
		open: 'otwart[aey]|w toku|w trakcie|aktywn[aey]|w realizacji',
		uncontacted: 'nie skontaktowan~|bez kontaktu|do kontaktu|brak kontaktu|niekontaktowan~',
		places: {
			lead: 'now[aey]|lead[ay]?|leadów|potencjaln~|namiar~|zapytani~|pozyskiwani~|identyfik~|zainteresowan[aey]|wstępn[aey]|prospekt~',
			contact: 'kontakt~|rozmow~|telefon~|skontaktowan~|nawiązan~',
			qualified: 'kwal~|zakwalif~|weryfik~',
			needs: 'analiz~|potrzeb~|spotkani~|wymaga~|umówion~|diagnoz~',
			demo: 'prezentac~|prezentacj~|demonstrac~|demo~|pilotaż|wizyta|próbn~|testowani~',
			solution:
				'rozwiązani~|koncepcj~|propozycj~ wartości|os[oó]b~ decyzyjn~|decydent~|analiz~ (?:percepcji|postrzegania)',
			proposal: 'ofert~|wycen~|propozycj~|kosztorys~|przetarg~',
			negotiation: 'negocj~|decyzj~|decyzyjn~|ustaleni~',
			contract: 'umow~|kontrakt~|podpisani~|zamówieni~|płatno~|zaliczk~|finalizacj~',
		},
	},
	negation: {
		before: 'nie|nigdy|bez|brak|ani',
		after: 'nie|nigdy',
		wins: 'sprzedaż[y]?|zakup~|kupi~|doszło do skutku',
		notYetBefore:
			'jeszcze nie|prawie|wkrotce|niemal|potencjaln~|prawdopodobn~|oczekiw~|planowan~|spodziewan~|przewidywan~|czeka na|bliski~|niedługo',
		notYetAfter: 'jeszcze|na razie|oczekuje|oczekiwan~|planowan~|wkrótce|prawdopodobn~|przewidywan~',
	},
	processes: 'lejek|lejek sprzedaży|proces sprzedaży|proces',
	totals: 'razem|suma|łącznie|ogółem|podsumowanie|średnia',
	pivots: 'liczba z|suma z|średnia z|etykiety wierszy|etykiety kolumn',
	flags: {
		yes: 'tak|prawda',
		no: 'nie|fałsz',
		own: 'czy|jest',
		won: 'wygran[aey]|sprzedan[aey]|podpisan[aey]',
		lost: 'przegran[aey]|utracon[aey]|odrzucon[aey]',
		closed: 'zamknięt[aey]|zakończon[aey]',
		active: 'aktywn[aey]|otwart[aey]',
		archived: 'zarchiwizowan[aey]|nieaktywn[aey]|usunięt[aey]',
	},
	units: {
		tys: 1e3,
		'tys.': 1e3,
		tysiąc: 1e3,
		tysiące: 1e3,
		tysięcy: 1e3,
		mln: 1e6,
		'mln.': 1e6,
		milion: 1e6,
		miliony: 1e6,
		milionów: 1e6,
		mld: 1e9,
		'mld.': 1e9,
		miliard: 1e9,
		miliardy: 1e9,
		miliardów: 1e9,
	},
	headingUnits: { 'w tys': 1e3, 'tys zł': 1e3, 'tys. zł': 1e3, 'w tysiącach': 1e3, 'mln zł': 1e6, 'w milionach': 1e6 },
	months: {
		whole:
			'sty|stycznia|styczeń lut|lutego|luty mar|marca|marzec kwi|kwietnia|kwiecień maj|maja cze|czerwca|czerwiec lip|lipca|lipiec sie|sierpnia|sierpień wrz|września|wrzesień paź|października|październik lis|listopada|listopad gru|grudnia|grudzień',
	},
	dateWords: {
		weekdays: 'poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pon|pn|wt|śr|czw|pt|sob|sb|niedz|ndz|nd',
		clock: 'o|godz',
		silent: 'r|roku',
	},
	history: {
		from: ['poprzedni etap|stara wartość|stary etap|poprzednia wartość'],
		to: ['nowy etap|nowa wartość', 'etap'],
		deal: ['id szansy|id transakcji', 'szansa|transakcja|numer'],
		at: ['data zmiany|zmieniono|data modyfikacji', 'data'],
		by: ['zmienione przez|zmienił'],
		field: ['pole'],
		before: 'poprzedni~|star[aey]',
		when: 'data|kiedy',
	},
	pipelines: [
		{
			crm: 'SugarCRM',
			open: 'Wstępna analiza > Kwalifikacje > Analiza wymagań > Propozycja wartości > Ident. osób decyzyjnych > Analiza oferty > Propozycja cenowa > Negocjacje/Ocena',
			won: 'Zakończone sukcesem',
			lost: 'Zakończone porażką',
		},
		{
			crm: 'EspoCRM',
			open: 'I Spotkanie > Kwalifikacja > Dodatkowa Analiza > Oferta Produktowa > Oferta przekazna do osoby decyzyjnej > Perception Analysis > Oferta Cenowa > Negocjacje',
			won: 'Zakończone Wygrane',
			lost: 'Zakończone Przegrane',
		},
		{ crm: 'Odoo', open: 'Nowy > Zakwalifikowane > Propozycja', won: 'Wygrana' },
	],
};
