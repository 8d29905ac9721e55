/** Words of languages with spaces between words that have no file of their own yet. */
import type { Language } from './language.ts';

export const restSpaced: Language = {
	name: 'rest',
	code: 'x',
	isSpaced: true,
	headings: {
		id: ['идентификатор|identyfikator|identificativo|kenmerk', 'numer|номер|codice|numara|kod|ma|kode|stt|lp|rif'],
		name: [
			'nome|oportunidade|сделка|название|наименование|opportunità|trattativa|affare|naam|szansa sprzedaży|nazwa|fırsat|fırsat adı|nama|ten|название сделки',
			'projeto|проект|описание|тема|progetto|descrizione|oggetto|onderwerp|omschrijving|temat|opis|proje|konu|kandidaat|kandydat|кандидат|du an|proyek',
			'клиент|компания|организация|контрагент|azienda|società|klant|bedrijf|organisatie|klient|kontrahent|müşteri|şirket|khach hang|cong ty|pelanggan|perusahaan|razao social|ragione sociale',
		],
		stage: [
			'estágio|etapa do funil|стадия|этап|этап воронки|этап продаж|stadio|fase di vendita|verkoopfase|stadium|etap|etap sprzedaży|faza|aşama|satış aşaması|giai doan|tahap|tahapan|стадия сделки|этап сделки|fase trattativa',
			'воронка',
			'situação|статус|состояние|stato|stan|durum|trang thai|tinh trang',
		],
		status: [
			'situação|статус|esito|stato|stan|wynik|durum|sonuç|trang thai|tinh trang',
			'результат|исход|resultaat|uitkomst',
		],
		amount: [
			'сумма|стоимость|importo|valore|bedrag|waarde|kwota|wartość|tutar|değer|gia tri|nilai|jumlah|сумма сделки',
			'preço|receita|бюджет|цена|prezzo|omzet|prijs|cena|fiyat|bütçe|so tien|doanh so|doanh thu|orcamento|harga',
			'выручка|fatturato|przychód|gelir',
		],
		currency: ['moeda|валюта|valuta|waluta|para birimi|tien te|loai tien|mata uang'],
		created: [
			'data de criação|criado em|дата создания|создано|создана|создан|data creazione|data di creazione|creato il|data apertura|data di apertura|aangemaakt|aangemaakt op|aanmaakdatum|data utworzenia|utworzono|oluşturulma tarihi|oluşturma tarihi|kayıt tarihi|ngay tao|tanggal dibuat',
			'data de início|data de entrada|дата начала|дата открытия|дата обращения|первый контакт|дата заявки|data inizio|data di inizio|data inserimento|primo contatto|eerste contact|data rozpoczęcia|data dodania|data otwarcia|başlangıç tarihi|ngay bat dau|tanggal masuk|tanggal mulai',
			'data|дата|tarih',
		],
		closed: [
			'data de fechamento|fechado em|дата закрытия|закрыто|закрыта|фактическая дата закрытия|data chiusura|data di chiusura|chiuso il|sluitdatum|sluitingsdatum|afgesloten op|data zamknięcia|zamknięto|kapanış tarihi|kapanma tarihi|gesloten op|ngay ket thuc|ngay dong|tanggal tutup',
			'data de término|дата завершения|дата окончания|data fine|data di fine|einddatum|data zakończenia|bitiş tarihi|data de assinatura|data firma|data podpisania|дата подписания|ngay ky|tanggal selesai',
		],
		expectedClose: [
			'data prevista de fechamento|previsão de fechamento|ожидаемая дата закрытия|планируемая дата закрытия|предполагаемая дата закрытия|data chiusura prevista|data di chiusura prevista|chiusura prevista|verwachte sluitdatum|verwachte sluitingsdatum|przewidywana data zamknięcia|planowana data zamknięcia|oczekiwana data zamknięcia|tahmini kapanış tarihi|beklenen kapanış tarihi|data de fechamento esperada|ngay du kien',
		],
		owner: [
			'responsável|ответственный|менеджер|владелец|продавец|venditore|assegnato a|proprietario|eigenaar|verkoper|verantwoordelijke|handlowiec|opiekun|właściciel|sprzedawca|sorumlu|satış temsilcisi|temsilci|responsabile|nguoi phu trach|phu trach|penanggung jawab|opiekun klienta|satisci',
			'сотрудник|titolare|nhan vien|nhan vien kinh doanh',
		],
		source: [
			'origem|fonte|источник|provenienza|bron|herkomst|źródło|źródło leada|kaynak|nguon|sumber|источник сделки',
			'канал|canale',
		],
		reason: [
			'motivo da perda|motivo de perda|причина|причина отказа|причина проигрыша|motivo perdita|motivo della perdita|motivo di perdita|verliesreden|reden|reden verlies|reden van verlies|powód|powód utraty|powód przegranej|kayıp nedeni|kaybetme nedeni|neden|ly do|alasan',
			'причина потери|причина закрытия|przyczyna',
		],
		probability: [
			'probabilidade|вероятность|probabilità|waarschijnlijkheid|prawdopodobieństwo|olasılık|ty le thanh cong|xac suat|probabilitas',
			'slagingskans|ihtimal',
		],
	},
	parts: {},
	others: {
		date: 'ultim[oa]|prossim[oa]|proxim[oa]|laatste|volgende|ostatni~|nastepn~|последн~|следующ~|son|sonraki|terakhir',
		party: 'взвешен~|klienta?|клиента|ндс',
	},
	frame: {
		rows: 'opportunit(?:y|ies|e|a)|negociac[ai]on?|oportunidade?|trattativa|сделк[аиу]|лида?|szans[ay]|firsat|co hoi|peluang',
		of: 'd[aeo]s?|della|dell|van de|van',
		current: 'huidige|текущ(?:ая|ии|ее)|mevcut',
		currentAfter: 'atual|attuale|saat ini|hien tai|totale?',
		nameOf: 'ten|nama|nome|nazwa|naam|название|имя',
		nameAfter: 'adi',
		when: 'data|дата|tarihi?|ngay|tanggal',
		compounds: 'bedrag|waarde|omzet|eigenaar',
		customer: 'клиент',
	},
	stages: {
		won: 'ganh[oa]|vint[oa]|firmat[oa]|getekend|verkocht|wygran[aey]|sprzedan[aey]|podpisan[aey]|выигр~|успе~|продан[оа]?|kazanıl~|kazandı|satıldı|imzalandı|assinad[oa]|sucesso|successo|thanh cong|da ky|menang|berhasil|sukses|vend[ao]s? (?:concluid|realizad|fechad)[oa]s?|acquisit[oa]|^opdracht$|da chot|satis (?:oldu|yapildi)|order (?:binnen|ontvangen)|chot don',
		weakWon:
			'aprovad[oa]|^(?:auftrag|abschluss|venta|venda|vente|vendita|verkauf|sprzedaz|deal|chot|thang)$|оплачен~|akkoord',
		lost: '(?:kazanil|satil|imzalan)ma~|kazan(?:il)?ama~|cancelad[oa]|recusad[oa]|pers[oa]|rifiutat[oa]|annullat[oa]|scartat[oa]|afgewezen|geannuleerd|przegran[aey]|utracon[aey]|stracon[aey]|odrzucon[aey]|anulowan[aey]|проигр~|отказ~|потерян~|провал~|отмен[её]н~|отклон[её]н~|не реализован~|kaybedil~|kayıp|iptal|reddedil~|perda|perdita|sem interesse|niezainteresowan~|не заинтересован~|that bai|thua|huy|tu choi|kalah|gagal|batal|ditolak|nao fech~|tidak jadi|rezygnacj~|non interessat[oa]|geen interesse|не дозвон~|olumsuz|odmowa|vazgec~|afgevallen|khong ~|^ng$',
		parked:
			'pausad[oa]|adiad[oa]|in attesa|sospes[oa]|gepauzeerd|wstrzyman[aey]|zawieszon[aey]|отложен~|приостановлен~|пауз~|beklemede|askıda|tam dung|tam hoan|ditunda|думает',
		ending:
			'fechad[oa]|concluid[oa]|encerrad[oa]|chius[oa]|afgesloten|gesloten|zamkniet[aey]|закрыт[аоы]?|завершен[аоы]?|kapandi|kapali|tamamlandi',
		closing: 'fechad[oa]|conclu[ií]d[oa]|chius[oa]|gesloten|afgesloten|zamknięt[aey]|закрыт[аоы]?|завершен[аоы]?',
		open: 'em andamento|dang \\p{L}+(?: \\p{L}+)?|berjalan|proses|activ[oa]|abert[oa]|ativ[oa]|apert[oa]|in corso|lopend|otwart[aey]|w toku|открыт[аоы]?|в работе|активн\\p{L}*|acik|devam ediyor',
		uncontacted: '(?:sem |sin |sans |a )conta[ct]~',
		places: {
			lead: 'novo|nuov[oa]|potenziale|nieuw~|now[aey]|нов~|лид~|заявк~|потенциал~|yeni|potansiyel|aday|tiem nang|prospek~|baru|sem contato|recebid[oa]',
			contact: 'contato|contatt~|контакт~|обращени~|звон~|iletişim|temas|görüşme|tiep can|lien he|hubungi',
			qualified: 'kwal~|квалиф~|nitelikli|kualifikasi|danh gia',
			needs:
				'analisi|esigenz~|bisogn~|incontro|appuntament~|behoefte~|afspraak|analiza|potrzeb~|spotkani~|потребност~|встреч~|анализ|выявлен~|ihtiyaç~|toplantı|khao sat|nhu cau',
			demo: 'apresenta~|prezentac~|демо~|презентац~|sunum|deneme|demonstrac~',
			proposal:
				'proposta|orçamento|offert~|preventiv~|voorstel|ofert~|wycen~|propozycj~|предложени~|кп|сч[её]т~|teklif~|bao gia|de xuat|penawaran',
			negotiation:
				'negocia~|trattativa|negozia~|onderhandel~|negocj~|decyzj~|переговор~|решени~|müzakere|pazarlık|karar|dam phan|thuong luong|negosiasi',
			contract: 'umow~|договор~|контракт~|оплат~|подписан~|sözleşme|hop dong|kontrak',
		},
	},
	negation: {
		before: 'не|ни|нет|niet|geen|nooit|nigdy|nao|sem|mai|nessun[ao]?|khong|tidak|bukan|gagal',
		notYetBefore:
			'nog niet|bijna|binnenkort|jeszcze nie|prawie|wkrotce|ainda nao|quase|non ancora|in attesa di|еще не|пока не|почти|скоро|ожида~|henuz|neredeyse|yakinda|chua|sap|belum|hampir|akan|segera|potenti?[ae]l~|potenz~|prospek~|потенциальн~|tiem nang',
	},
	totals: 'total geral|soma|totale|subtotale|totaal|razem|toplam|tong(?: cong)?|jumlah|итого|всего',
	flags: { yes: 'sim|да', no: 'não|нет' },
	pipelines: [],
};
