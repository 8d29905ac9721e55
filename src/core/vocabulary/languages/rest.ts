/** Words of languages with spaces between words that have no file of their own yet. */
import type { Language } from './language.ts';

export const restSpaced: Language = {
	name: 'rest',
	code: 'x',
	isSpaced: true,
	headings: {
		id: ['идентификатор', 'номер|numara|ma|kode|stt'],
		name: [
			'сделка|название|наименование|fırsat|fırsat adı|nama|ten|название сделки',
			'проект|описание|тема|proje|konu|кандидат|du an|proyek',
			'клиент|компания|организация|контрагент|müşteri|şirket|khach hang|cong ty|pelanggan|perusahaan',
		],
		stage: [
			'стадия|этап|этап воронки|этап продаж|aşama|satış aşaması|giai doan|tahap|tahapan|стадия сделки|этап сделки',
			'воронка',
			'статус|состояние|durum|trang thai|tinh trang',
		],
		status: ['статус|durum|sonuç|trang thai|tinh trang', 'результат|исход'],
		amount: [
			'сумма|стоимость|tutar|değer|gia tri|nilai|jumlah|сумма сделки',
			'бюджет|цена|fiyat|bütçe|so tien|doanh so|doanh thu|harga',
			'выручка|gelir',
		],
		currency: ['валюта|para birimi|tien te|loai tien|mata uang'],
		created: [
			'дата создания|создано|создана|создан|oluşturulma tarihi|oluşturma tarihi|kayıt tarihi|ngay tao|tanggal dibuat',
			'дата начала|дата открытия|дата обращения|первый контакт|дата заявки|başlangıç tarihi|ngay bat dau|tanggal masuk|tanggal mulai',
			'дата|tarih',
		],
		closed: [
			'дата закрытия|закрыто|закрыта|фактическая дата закрытия|kapanış tarihi|kapanma tarihi|ngay ket thuc|ngay dong|tanggal tutup',
			'дата завершения|дата окончания|bitiş tarihi|дата подписания|ngay ky|tanggal selesai',
		],
		expectedClose: [
			'ожидаемая дата закрытия|планируемая дата закрытия|предполагаемая дата закрытия|tahmini kapanış tarihi|beklenen kapanış tarihi|ngay du kien',
		],
		owner: [
			'ответственный|менеджер|владелец|продавец|sorumlu|satış temsilcisi|temsilci|nguoi phu trach|phu trach|penanggung jawab|satisci',
			'сотрудник|nhan vien|nhan vien kinh doanh',
		],
		source: ['источник|kaynak|nguon|sumber|источник сделки', 'канал'],
		reason: [
			'причина|причина отказа|причина проигрыша|kayıp nedeni|kaybetme nedeni|neden|ly do|alasan',
			'причина потери|причина закрытия',
		],
		probability: ['вероятность|olasılık|ty le thanh cong|xac suat|probabilitas', 'ihtimal'],
	},
	parts: {},
	others: { date: 'proxim[oa]|последн~|следующ~|son|sonraki|terakhir', party: 'взвешен~|клиента|ндс' },
	frame: {
		rows: 'сделк[аиу]|лида?|szans[ay]|firsat|co hoi|peluang',
		current: 'текущ(?:ая|ии|ее)|mevcut',
		currentAfter: 'saat ini|hien tai',
		nameOf: 'ten|nama|название|имя',
		nameAfter: 'adi',
		when: 'дата|tarihi?|ngay|tanggal',
		customer: 'клиент',
	},
	stages: {
		won: 'выигр~|успе~|продан[оа]?|kazanıl~|kazandı|satıldı|imzalandı|thanh cong|da ky|menang|berhasil|sukses|da chot|satis (?:oldu|yapildi)|chot don',
		weakWon: '^(?:chot|thang)$|оплачен~',
		lost: '(?:kazanil|satil|imzalan)ma~|kazan(?:il)?ama~|проигр~|отказ~|потерян~|провал~|отмен[её]н~|отклон[её]н~|не реализован~|kaybedil~|kayıp|iptal|reddedil~|не заинтересован~|that bai|thua|huy|tu choi|kalah|gagal|batal|ditolak|tidak jadi|не дозвон~|olumsuz|vazgec~|khong ~|^ng$',
		parked: 'отложен~|приостановлен~|пауз~|beklemede|askıda|tam dung|tam hoan|ditunda|думает',
		ending: 'закрыт[аоы]?|завершен[аоы]?|kapandi|kapali|tamamlandi',
		closing: 'закрыт[аоы]?|завершен[аоы]?',
		open: 'dang \\p{L}+(?: \\p{L}+)?|berjalan|proses|открыт[аоы]?|в работе|активн\\p{L}*|acik|devam ediyor',
		places: {
			lead: 'нов~|лид~|заявк~|потенциал~|yeni|potansiyel|aday|tiem nang|prospek~|baru',
			contact: 'контакт~|обращени~|звон~|iletişim|temas|görüşme|tiep can|lien he|hubungi',
			qualified: 'квалиф~|nitelikli|kualifikasi|danh gia',
			needs: 'analiza|потребност~|встреч~|анализ|выявлен~|ihtiyaç~|toplantı|khao sat|nhu cau',
			demo: 'демо~|презентац~|sunum|deneme',
			proposal: 'предложени~|кп|сч[её]т~|teklif~|bao gia|de xuat|penawaran',
			negotiation: 'переговор~|решени~|müzakere|pazarlık|karar|dam phan|thuong luong|negosiasi',
			contract: 'договор~|контракт~|оплат~|подписан~|sözleşme|hop dong|kontrak',
		},
	},
	negation: {
		before: 'не|ни|нет|khong|tidak|bukan|gagal',
		notYetBefore:
			'еще не|пока не|почти|скоро|ожида~|henuz|neredeyse|yakinda|chua|sap|belum|hampir|akan|segera|prospek~|потенциальн~|tiem nang',
	},
	totals: 'totale|toplam|tong(?: cong)?|jumlah|итого|всего',
	flags: { yes: 'да', no: 'нет' },
	pipelines: [],
};
