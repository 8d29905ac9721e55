/** What Turkish tells about deal tables. */
import type { Language } from './language.ts';

export const turkish: Language = {
	name: 'Turkish',
	code: 'tr',
	isSpaced: true,
	headings: {
		id: [
			'kimlik no|fırsat no',
			'numara|kod|teklif no|sıra no|kayıt no|no|sıra|fırsat numarası|fırsat kodu|teklif numarası|teklif kodu|anlaşma no|anlaşma numarası|işlem no|dosya no|dosya numarası|talep no|proje no|referans|referans no|kayıt numarası',
		],
		name: [
			'fırsat|fırsat adı|anlaşma|anlaşma adı|isim',
			'proje|konu|aday|başlık|açıklama|tanım|proje adı',
			'müşteri|şirket|firma|müşteri adı|firma adı|hesap|hesap adı|kurum',
		],
		stage: [
			'aşama|satış aşaması|fırsat aşaması|anlaşma aşaması|evre|satış evresi',
			'adım|süreç|süreç aşaması',
			'durum|fırsat durumu|satış durumu',
		],
		status: ['durum|sonuç', 'satış sonucu|fırsat durumu'],
		amount: [
			'tutar|değer|toplam tutar|fırsat tutarı|fırsat değeri|anlaşma tutarı|sözleşme tutarı|satış tutarı|tahmini tutar|beklenen tutar',
			'fiyat|bütçe|teklif tutarı|ciro|bedel|sözleşme bedeli',
			'gelir|beklenen gelir|tahmini gelir',
		],
		currency: ['para birimi|döviz cinsi|döviz türü|döviz'],
		created: [
			'oluşturulma tarihi|oluşturma tarihi|kayıt tarihi|oluşturuldu|eklenme tarihi|açılış tarihi',
			'başlangıç tarihi|ilk temas|ilk temas tarihi|ilk görüşme tarihi|başvuru tarihi|talep tarihi|giriş tarihi|kayıt zamanı|oluşturulma zamanı|oluşturma zamanı|eklendiği tarih|kaydedildi|kaydedilme tarihi|ilk kayıt tarihi|geliş tarihi|fırsat tarihi|açıldığı tarih|giriş zamanı|ilk iletişim tarihi|talep alındı|sisteme giriş tarihi',
			'tarih|ay',
		],
		closed: [
			'kapanış tarihi|kapanma tarihi|kapatılma tarihi|kapatma tarihi|kapanış',
			'bitiş tarihi|imza tarihi|satış tarihi|sözleşme tarihi|karar tarihi|sipariş tarihi|sonuçlanma tarihi',
		],
		expectedClose: [
			'tahmini kapanış tarihi|beklenen kapanış tarihi|tahmini kapanış|beklenen kapanış|planlanan kapanış tarihi|öngörülen kapanış tarihi',
			'hedef tarih|son tarih|vade tarihi|tahmini tarih',
		],
		owner: [
			'sorumlu|satış temsilcisi|temsilci|satıcı|satışçı|fırsat sahibi|sahibi|atanan|atanan kişi|sorumlu kişi|müşteri temsilcisi|satış sorumlusu|satış uzmanı',
			'danışman|kullanıcı|personel|çalışan',
		],
		source: ['kaynak|müşteri kaynağı|potansiyel kaynağı|aday kaynağı|fırsat kaynağı', 'kanal|kampanya'],
		reason: [
			'kayıp nedeni|kaybetme nedeni|neden|kaybedilme nedeni|ret nedeni|red nedeni|iptal nedeni|kayıp sebebi|kaybetme sebebi|sebep',
			'kazanma nedeni|kapanış nedeni',
		],
		probability: [
			'olasılık|kazanma olasılığı|başarı olasılığı|kapanma olasılığı|gerçekleşme olasılığı',
			'ihtimal|kazanma ihtimali',
		],
		lostFrom: ['kaybedildiği aşama|kayıp aşaması', 'son aşama|önceki aşama'],
	},
	others: {
		date: 'son|sonraki|güncell~|değiş~|teslim~|fatura|doğum|ödeme|yenileme|sözleşme başlangıç|planlanan başlangıç',
		number: 'ağırlıklı|indirim|vergi|kdv|komisyon|maliyet|adet|miktar',
		party: 'ağırlıklı|kdv',
	},
	frame: {
		rows: 'firsat|anlasma',
		current: 'mevcut|güncel|şu anki',
		nameAfter: 'adi|ismi',
		when: 'tarihi?',
		sequence: 'sırası|sıra|no|numarası',
		step: 'aşama|adım',
		customer: 'müşteri',
	},
	stages: {
		won: '(?:kazanıl|satıl)(?:dı|mış)~|kazanılan|kazandı~|kazanıldı|kazanç|başarıyla|başarılı|satis (?:oldu|yapildi|gerceklesti|tamamlandi)|anlaşma sağlandı|anlaşıldı',
		signed: 'imzalandı|imzalanmış|imzalı',
		weakWon:
			'^(?:yeni )?müşteri$|^(?:satış|sipariş)$|onaylandı|ödendi|teslim edildi|faturalandı|kabul edildi|işe alındı|sipariş alındı',
		lost: '(?<!henuz )(?:kazanil|satil|imzalan)ma(?:di|mis|yan|yacak|z)~|(?<!henuz )kazan(?:il)?ama(?:di|mis|yan|yacak|z)~|kaybedil~|kaybetti~|kayip|iptal~|reddedil~|olumsuz|vazgec~|başarısız~|ilgilenmi?yor|ilgilenmedi|uygun değil|elendi|diskalifiye|geri çekildi|rakibe~',
		parked: 'beklemede|askıda|ertelendi|donduruldu|durduruldu|askıya alındı',
		ending: 'kapandi|kapali|tamamlandi|kapatıldı|bitti|sonuçlandı|arşivlendi|pasif|sona erdi|süresi doldu',
		closing: 'kapandı|kapalı|tamamlandı|kapatıldı|bitti|sonuçlandı',
		open: 'acik|devam ediyor|devam eden|aktif|işlemde|sürüyor',
		uncontacted: 'iletişime geçilmedi|görüşülmedi|aranmadı|aranacak',
		places: {
			lead: 'yeni|potansiyel|aday|araştırma|ilgileniyor|inceleme',
			contact: 'iletişim|temas|görüşme|arandı|arama|tanışma',
			qualified: 'nitelikli|yeterlilik|kalifik~|kalifiye|değerlendirme',
			needs: 'ihtiyaç~|toplantı|analiz|analizi|keşif|randevu|ziyaret',
			demo: 'sunum~|deneme|tanıtım|demo~|pilot',
			solution: 'çözüm|değer önerisi|tasarım|karar (?:veren~|verici~|alıcı~)|(?:algı|persepsiyon) analizi',
			proposal: 'teklif~|fiyatlandırma|fiyat verme|ihale',
			negotiation: 'müzakere|pazarlık|karar|anlaşma|onay~',
			contract: 'sözleşme|sözleşmesi|imza|sipariş|ödeme|kapora|fatura',
		},
	},
	negation: {
		before: 'hiç|asla|değil',
		after: 'değil|hayır|yok|olmadı|edilmedi',
		wins: 'satış|sipariş|anlaşma|kazanılmak|kazanılması|imzalanmak|imzalanması',
		notYetBefore: 'henuz|neredeyse|yakinda|muhtemel~|olası|beklenen|potansiyel|hemen hemen|az kaldı',
		notYetAfter: 'henüz|bekleniyor|üzere|yakın|yakında|muhtemel|bekliyor|olası|aşamasında',
	},
	processes: 'satış hattı|satış süreci|satış hunisi|huni|boru hattı',
	totals: 'toplam|ara toplam|genel toplam|ortalama|toplamı|genel toplamı',
	pivots: 'satır etiketleri|sütun etiketleri',
	flags: {
		yes: 'evet|doğru',
		no: 'hayır|yanlış',
		won: '(?:kazanıldı|satıldı|kazanılan)(?: mı)?',
		lost: '(?:kaybedildi|iptal edildi)(?: mi)?',
		closed: '(?:kapandı|kapalı|kapatıldı)(?: mı)?',
		active: '(?:aktif|açık)(?: mi)?',
		archived: '(?:arşivlendi|pasif|silindi)(?: mi)?',
	},
	units: { bin: 1e3, milyon: 1e6, mn: 1e6, milyar: 1e9, mr: 1e9 },
	headingUnits: { 'bin tl': 1e3, 'bin ₺': 1e3, 'milyon tl': 1e6, 'milyon ₺': 1e6 },
	months: {
		whole:
			'oca|ocak şub|şubat mart nis|nisan mayıs haz|haziran tem|temmuz ağu|ağustos eyl|eylül eki|ekim kas|kasım ara|aralık',
	},
	dateWords: {
		weekdays: 'pazartesi|salı|çarşamba|perşembe|cumartesi|cuma|pazar|pzt|sal|çar|per|cum|cmt|paz',
		clock: 'saat',
	},
	history: {
		from: ['önceki aşama|eski aşama|eski değer'],
		to: ['yeni aşama|yeni değer', 'aşama'],
		deal: ['fırsat no', 'fırsat|numara'],
		at: ['değişiklik tarihi|değiştirilme tarihi', 'tarih'],
		by: ['değiştiren'],
		field: ['alan'],
		before: 'onceki|eski',
		when: 'tarihi?',
	},
	pipelines: [
		{
			crm: 'SugarCRM',
			open: 'İnceleme > Kalifikasyon > İhtiyaç Analizi > Değer Önerisi > Karar Verenlerin Belirlenmesi > Persepsiyon Analizi > Teklif/Fiyat Verme > Anlaşma/İnceleme',
			won: 'Başarıyla Kapandı',
			lost: 'Başarısızlıkla Kapandı',
		},
		{
			crm: 'SuiteCRM',
			open: 'Aday > Ön Değerlendirme > İhtiyaç Analizi > Değer Önerisi > Karar Alıcılar Belirleniyor > Algı Analizi > Teklif/Fiyat Verme > Pazarlık/Gözden Geçirme',
			won: 'Kapandı Kazanıldı',
			lost: 'Kapandı Kaybedildi',
		},
		{
			crm: 'EspoCRM',
			open: 'Araştırma > Yeterlilik > Analiz Yapılmalı > Değer Önerisi > Id. Karar Vericiler > Algı Analizi > Proposal > Proposal/Price Quote > Görüşme > Görüşme/İnceleme',
			won: 'Kapalı Kazanç',
			lost: 'Kapalı Kayıp',
		},
		{ crm: 'Odoo', open: 'Yeni > Nitelikli > Teklif', won: 'Kazanıldı' },
	],
};
