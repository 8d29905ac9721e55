/** Words of languages with spaces between words that have no file of their own yet. */
import type { Language } from './language.ts';

export const restSpaced: Language = {
	name: 'rest',
	code: 'x',
	isSpaced: true,
	headings: {
		id: ['идентификатор|identyfikator|kenmerk', 'numer|номер|numara|kod|ma|kode|stt|lp'],
		name: [
			'сделка|название|наименование|naam|szansa sprzedaży|nazwa|fırsat|fırsat adı|nama|ten|название сделки',
			'проект|описание|тема|onderwerp|omschrijving|temat|opis|proje|konu|kandidaat|kandydat|кандидат|du an|proyek',
			'клиент|компания|организация|контрагент|klant|bedrijf|organisatie|klient|kontrahent|müşteri|şirket|khach hang|cong ty|pelanggan|perusahaan',
		],
		stage: [
			'стадия|этап|этап воронки|этап продаж|verkoopfase|stadium|etap|etap sprzedaży|faza|aşama|satış aşaması|giai doan|tahap|tahapan|стадия сделки|этап сделки',
			'воронка',
			'статус|состояние|stan|durum|trang thai|tinh trang',
		],
		status: ['статус|stan|wynik|durum|sonuç|trang thai|tinh trang', 'результат|исход|resultaat|uitkomst'],
		amount: [
			'сумма|стоимость|bedrag|waarde|kwota|wartość|tutar|değer|gia tri|nilai|jumlah|сумма сделки',
			'бюджет|цена|omzet|prijs|cena|fiyat|bütçe|so tien|doanh so|doanh thu|harga',
			'выручка|przychód|gelir',
		],
		currency: ['валюта|waluta|para birimi|tien te|loai tien|mata uang'],
		created: [
			'дата создания|создано|создана|создан|aangemaakt|aangemaakt op|aanmaakdatum|data utworzenia|utworzono|oluşturulma tarihi|oluşturma tarihi|kayıt tarihi|ngay tao|tanggal dibuat',
			'дата начала|дата открытия|дата обращения|первый контакт|дата заявки|eerste contact|data rozpoczęcia|data dodania|data otwarcia|başlangıç tarihi|ngay bat dau|tanggal masuk|tanggal mulai',
			'дата|tarih',
		],
		closed: [
			'дата закрытия|закрыто|закрыта|фактическая дата закрытия|sluitdatum|sluitingsdatum|afgesloten op|data zamknięcia|zamknięto|kapanış tarihi|kapanma tarihi|gesloten op|ngay ket thuc|ngay dong|tanggal tutup',
			'дата завершения|дата окончания|einddatum|data zakończenia|bitiş tarihi|data podpisania|дата подписания|ngay ky|tanggal selesai',
		],
		expectedClose: [
			'ожидаемая дата закрытия|планируемая дата закрытия|предполагаемая дата закрытия|verwachte sluitdatum|verwachte sluitingsdatum|przewidywana data zamknięcia|planowana data zamknięcia|oczekiwana data zamknięcia|tahmini kapanış tarihi|beklenen kapanış tarihi|ngay du kien',
		],
		owner: [
			'ответственный|менеджер|владелец|продавец|eigenaar|verkoper|verantwoordelijke|handlowiec|opiekun|właściciel|sprzedawca|sorumlu|satış temsilcisi|temsilci|nguoi phu trach|phu trach|penanggung jawab|opiekun klienta|satisci',
			'сотрудник|nhan vien|nhan vien kinh doanh',
		],
		source: ['источник|bron|herkomst|źródło|źródło leada|kaynak|nguon|sumber|источник сделки', 'канал'],
		reason: [
			'причина|причина отказа|причина проигрыша|verliesreden|reden|reden verlies|reden van verlies|powód|powód utraty|powód przegranej|kayıp nedeni|kaybetme nedeni|neden|ly do|alasan',
			'причина потери|причина закрытия|przyczyna',
		],
		probability: [
			'вероятность|waarschijnlijkheid|prawdopodobieństwo|olasılık|ty le thanh cong|xac suat|probabilitas',
			'slagingskans|ihtimal',
		],
	},
	parts: {},
	others: {
		date: 'proxim[oa]|laatste|volgende|ostatni~|nastepn~|последн~|следующ~|son|sonraki|terakhir',
		party: 'взвешен~|klienta?|клиента|ндс',
	},
	frame: {
		rows: 'сделк[аиу]|лида?|szans[ay]|firsat|co hoi|peluang',
		of: 'van de|van',
		current: 'huidige|текущ(?:ая|ии|ее)|mevcut',
		currentAfter: 'saat ini|hien tai',
		nameOf: 'ten|nama|nazwa|naam|название|имя',
		nameAfter: 'adi',
		when: 'дата|tarihi?|ngay|tanggal',
		compounds: 'bedrag|waarde|omzet|eigenaar',
		customer: 'клиент',
	},
	stages: {
		won: 'getekend|verkocht|wygran[aey]|sprzedan[aey]|podpisan[aey]|выигр~|успе~|продан[оа]?|kazanıl~|kazandı|satıldı|imzalandı|thanh cong|da ky|menang|berhasil|sukses|^opdracht$|da chot|satis (?:oldu|yapildi)|order (?:binnen|ontvangen)|chot don',
		weakWon: '^(?:sprzedaz|chot|thang)$|оплачен~|akkoord',
		lost: '(?:kazanil|satil|imzalan)ma~|kazan(?:il)?ama~|afgewezen|geannuleerd|przegran[aey]|utracon[aey]|stracon[aey]|odrzucon[aey]|anulowan[aey]|проигр~|отказ~|потерян~|провал~|отмен[её]н~|отклон[её]н~|не реализован~|kaybedil~|kayıp|iptal|reddedil~|niezainteresowan~|не заинтересован~|that bai|thua|huy|tu choi|kalah|gagal|batal|ditolak|tidak jadi|rezygnacj~|geen interesse|не дозвон~|olumsuz|odmowa|vazgec~|afgevallen|khong ~|^ng$',
		parked:
			'gepauzeerd|wstrzyman[aey]|zawieszon[aey]|отложен~|приостановлен~|пауз~|beklemede|askıda|tam dung|tam hoan|ditunda|думает',
		ending: 'afgesloten|gesloten|zamkniet[aey]|закрыт[аоы]?|завершен[аоы]?|kapandi|kapali|tamamlandi',
		closing: 'gesloten|afgesloten|zamknięt[aey]|закрыт[аоы]?|завершен[аоы]?',
		open: 'dang \\p{L}+(?: \\p{L}+)?|berjalan|proses|lopend|otwart[aey]|w toku|открыт[аоы]?|в работе|активн\\p{L}*|acik|devam ediyor',
		places: {
			lead: 'nieuw~|now[aey]|нов~|лид~|заявк~|потенциал~|yeni|potansiyel|aday|tiem nang|prospek~|baru',
			contact: 'контакт~|обращени~|звон~|iletişim|temas|görüşme|tiep can|lien he|hubungi',
			qualified: 'kwal~|квалиф~|nitelikli|kualifikasi|danh gia',
			needs:
				'behoefte~|afspraak|analiza|potrzeb~|spotkani~|потребност~|встреч~|анализ|выявлен~|ihtiyaç~|toplantı|khao sat|nhu cau',
			demo: 'prezentac~|демо~|презентац~|sunum|deneme|demonstrac~',
			proposal: 'voorstel|ofert~|wycen~|propozycj~|предложени~|кп|сч[её]т~|teklif~|bao gia|de xuat|penawaran',
			negotiation:
				'onderhandel~|negocj~|decyzj~|переговор~|решени~|müzakere|pazarlık|karar|dam phan|thuong luong|negosiasi',
			contract: 'umow~|договор~|контракт~|оплат~|подписан~|sözleşme|hop dong|kontrak',
		},
	},
	negation: {
		before: 'не|ни|нет|niet|geen|nooit|nigdy|khong|tidak|bukan|gagal',
		notYetBefore:
			'nog niet|bijna|binnenkort|jeszcze nie|prawie|wkrotce|еще не|пока не|почти|скоро|ожида~|henuz|neredeyse|yakinda|chua|sap|belum|hampir|akan|segera|potenti?[ae]l~|prospek~|потенциальн~|tiem nang',
	},
	totals: 'totale|totaal|razem|toplam|tong(?: cong)?|jumlah|итого|всего',
	flags: { yes: 'да', no: 'нет' },
	pipelines: [],
};
