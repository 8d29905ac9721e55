/** Words of languages with spaces between words that have no file of their own yet. */
import type { Language } from './language.ts';

export const restSpaced: Language = {
	name: 'rest',
	code: 'x',
	isSpaced: true,
	headings: {
		id: [
			'id|identifier|uuid|guid|编号|編號|单号|單號|案件番号|kennung|identifiant|identificador|идентификатор|식별자|identyfikator|identificativo|kenmerk',
			'number|no|nr|#|ref|reference|code|key|nummer|número|番号|case id|opportunityid|order id|序号|合同编号|项目编号|客户编号|numer|номер|번호|codice|numara|kod|ma|kode|codigo|№|folio|stt|lp|lfd nr|rif|管理番号|순번',
			'row|s/n|sn|序號',
		],
		name: [
			'name|title|topic|商机名称|商機名稱|项目名称|專案名稱|案件名|商談名|bezeichnung|titel|nom|titre|nombre|título|nome|deal|opportunity|potential|商机|商機|geschäft|affaire|opportunité|oportunidad|oportunidade|сделка|название|наименование|거래|기회명|영업기회|건명|딜|opportunità|trattativa|affare|naam|szansa sprzedaży|nazwa|fırsat|fırsat adı|nama|ten|取引名|negócio|название сделки',
			'subject|description|project|项目|項目|名称|名稱|名前|projekt|projet|proyecto|projeto|card name|task name|案件|客户名称|客戶名稱|lead|проект|описание|тема|프로젝트|이름|progetto|descrizione|oggetto|onderwerp|omschrijving|temat|opis|proje|konu|candidate|applicant|prospect|bewerber|candidato?|candidat|kandidaat|kandydat|кандидат|候选人|候選人|応募者|지원자|후보자|interessent|專案|du an|proyek|プロジェクト|건',
			'company|company name|account|account name|customer|customer name|client|client name|organization|organisation|organization name|客户|客戶|公司|kunde|firma|unternehmen|cliente|empresa|entreprise|société|会社名|顧客|取引先|contact|联系人|associated company|клиент|компания|организация|контрагент|고객|고객사|회사|업체|azienda|società|klant|bedrijf|organisatie|klient|kontrahent|müşteri|şirket|khach hang|cong ty|pelanggan|perusahaan|razon social|razao social|ragione sociale|raison sociale|企業|企业',
		],
		stage: [
			'stage|stage name|funnel stage|阶段|階段|銷售階段|フェーズ|ステージ|phase|vertriebsphase|verkaufsphase|verkaufsstufe|stufe|étape|étape du pipeline|etapa|etapa de venta|fase|fase de venta|estágio|etapa do funil|стадия|этап|этап воронки|этап продаж|단계|진행 단계|stadio|fase di vendita|verkoopfase|stadium|etap|etap sprzedaży|faza|aşama|satış aşaması|giai doan|tahap|tahapan|pipeline stage|стадия сделки|этап сделки|fase trattativa',
			'step|lifecycle stage|进度|進度|进展|跟进阶段|段階|進捗|funnel|life cycle stage|воронка|lead stage status|pipeline step',
			'status|state|状态|狀態|ステータス|statut|estado|situação|outcome|result|结果|kanban|column|list|group|lane|verkaufsstatus|статус|состояние|상태|진행상태|진행 상태|stato|stan|durum|trang thai|tinh trang',
		],
		status: [
			'status|outcome|state|状态|狀態|商机状态|商機狀態|结果|結果|ステータス|statut|estado|ergebnis|resultado|situação|won lost|win loss|win/loss|won / lost|статус|상태|진행상태|esito|stato|stan|wynik|durum|sonuç|trang thai|tinh trang',
			'result|outcome status|deal result|close status|赢单状态|成交状态|результат|исход|결과|resultaat|uitkomst',
		],
		amount: [
			'amount|value|金额|金額|预计金额|預計金額|预计成交金额|预估金额|交易金额|成交金额|合同金额|betrag|auftragswert|wert|volumen|montant|valeur|importe|monto|valor|受注金額|見込金額|total value|сумма|стоимость|예상 매출|금액|예상 금액|계약금액|수주금액|importo|valore|bedrag|waarde|kwota|wartość|tutar|değer|gia tri|nilai|jumlah|総額|合計金額|契約額|сумма сделки|예상매출',
			'close value|size|contract value|contract amount|acv|arr|tcv|mrr|amount requested|requested amount|total|total amount|price|sale price|sales amount|umsatz|preis|prix|precio|preço|预算|budget|价格|报价|报价金额|售价|chiffre d’affaires|ingresos|receita|売上|売上金額|価格|estimated value|estimated revenue|est revenue|sum|loan amount|order value|potential value|бюджет|цена|매출|예산|가격|prezzo|omzet|prijs|cena|fiyat|bütçe|worth|so tien|doanh so|doanh thu|presupuesto|orcamento|harga|合計費用|ca|ca previsionnel|summe',
			'revenue|expected revenue|expected amount|expected value|sales|umsatzerwartung|收入|营收|annual value|выручка|fatturato|przychód|gelir|opportunity',
		],
		currency: [
			'currency|currency code|currency iso code|币种|幣別|货币|貨幣|währung|devise|monnaie|moneda|divisa|moeda|通貨|валюта|통화|valuta|waluta|para birimi|tien te|loai tien|mata uang',
			'currency of value|curr|ccy|币别',
		],
		created: [
			'created|created date|create date|created time|created at|created on|creation date|creation time|date created|date added|added on|added|创建时间|创建日期|建立日期|建立時間|创建于|录入时间|录入日期|erstellt am|erstellt|erstellungsdatum|angelegt am|angelegt|anlagedatum|date de création|créé le|fecha de creación|fecha creación|creado|creado el|data de criação|criado em|作成日|作成日時|登録日|дата создания|создано|создана|создан|생성일|생성일자|등록일|등록일자|작성일|data creazione|data di creazione|creato il|data apertura|data di apertura|aangemaakt|aangemaakt op|aanmaakdatum|data utworzenia|utworzono|oluşturulma tarihi|oluşturma tarihi|kayıt tarihi|date create|erstelldatum|creado en|ngay tao|tanggal dibuat',
			'engage date|engagement date|date engaged|sourced|date sourced|sourced date|registered at|registered|registration date|acquisition date|lead date|start date|started|started at|start|opened|open date|date opened|opened at|entry date|date received|received|received date|first contact|first contact date|inquiry date|submitted at|submit date|application date|开始日期|开始时间|登记日期|立项日期|获取日期|首次接触|首次接触日期|startdatum|beginn|eingang|eingangsdatum|date de début|fecha de inicio|fecha de alta|fecha de entrada|data de início|data de entrada|開始日|受付日|初回接触日|дата начала|дата открытия|дата обращения|первый контакт|дата заявки|시작일|접수일|최초 접촉일|첫 접촉일|data inizio|data di inizio|data inserimento|primo contatto|eerste contact|data rozpoczęcia|data dodania|data otwarcia|başlangıç tarihi|applied on|applied at|applied|date applied|begin date|eingegangen am|ngay bat dau|tanggal masuk|tanggal mulai|投递日期|応募日|지원일',
			'first event|first stage date|date|日期|datum|fecha|data|日付|日時|timestamp|first seen|month|дата|날짜|일자|tarih',
		],
		closed: [
			'closed|closed date|close date|date closed|closed at|closed on|close time|closed time|closing date|actual close|closed won date|关闭日期|关闭时间|關閉日期|关单日期|结单日期|成交日期|成交时间|签约日期|实际成交日期|实际关闭日期|赢单日期|abschlussdatum|abgeschlossen am|geschlossen am|abschluss|date de clôture|date de fermeture|clôturé le|fecha de cierre|cerrado el|data de fechamento|fechado em|クローズ日|成約日|受注日|完了日|дата закрытия|закрыто|закрыта|фактическая дата закрытия|종료일|마감일|종결일|계약일|수주일|data chiusura|data di chiusura|chiuso il|sluitdatum|sluitingsdatum|afgesloten op|data zamknięcia|zamknięto|kapanış tarihi|kapanma tarihi|schlusstermin|cerrado en|gesloten op|ngay ket thuc|ngay dong|tanggal tutup|結案日期|结案日期|契約日|成約日時|受注日時',
			'end date|ended|ended at|end|won date|date won|won time|signed|signed date|signature date|completed|completed at|completion date|decision date|decided at|resolved at|结束日期|结束时间|結束日期|完成日期|完成时间|签单日期|enddatum|date de fin|fecha de fin|fecha fin|data de término|終了日|outcome date|closed lost date|дата завершения|дата окончания|완료일|data fine|data di fine|einddatum|data zakończenia|bitiş tarihi|entscheidungsdatum|date de signature|fecha de firma|data de assinatura|data firma|data podpisania|дата подписания|ngay ky|tanggal selesai|入职日期|採用日|입사일',
			'last event|stage date|last stage date|last stage change date|date entered current stage|stage changed|stage change date|stage changed at|stage updated',
		],
		expectedClose: [
			'expected close|expected close date|expected closing|expected closing date|estimated close date|estimated closing date|anticipated close date|forecast close date|projected close date|target close date|planned close date|est close date|预计成交日期|预计成交时间|预计关闭日期|预计结束日期|预计签约日期|预计签单日期|預計成交日期|預計關閉日期|预计结单日期|erwartetes abschlussdatum|voraussichtlicher abschluss|geplanter abschluss|voraussichtliches abschlussdatum|date de clôture prévue|clôture prévue|fecha de cierre prevista|fecha prevista de cierre|fecha estimada de cierre|data prevista de fechamento|previsão de fechamento|完了予定日|クローズ予定日|受注予定日|成約予定日|ожидаемая дата закрытия|планируемая дата закрытия|предполагаемая дата закрытия|예상 종료일|예상 마감일|예상 계약일|예상 수주일|data chiusura prevista|data di chiusura prevista|chiusura prevista|verwachte sluitdatum|verwachte sluitingsdatum|przewidywana data zamknięcia|planowana data zamknięcia|oczekiwana data zamknięcia|tahmini kapanış tarihi|beklenen kapanış tarihi|cierre previsto|data de fechamento esperada|契約予定日|見込み時期|ngay du kien',
			'due date|due|deadline|target date|forecast date|estimated date|到期日|截止日期|fällig am|date d’échéance|fecha de vencimiento|期限',
		],
		owner: [
			'owner|owner name|agent|rep|representative|sales person|account executive|account manager|assigned to|assignee|assigned|responsible|seller|负责人|負責人|销售|銷售|销售人员|销售员|业务员|業務員|归属人|跟进人|所有人|verantwortlich|verantwortliche|verantwortlicher|zuständig|besitzer|inhaber|vertriebsmitarbeiter|verkäufer|propriétaire|responsable|commercial|vendeur|propietario|vendedor|comercial|responsável|担当者|担当|所有者|ответственный|менеджер|владелец|продавец|담당자|담당|소유자|영업사원|venditore|agente|assegnato a|proprietario|commerciale|eigenaar|verkoper|verantwoordelijke|handlowiec|opiekun|właściciel|sprzedawca|sorumlu|satış temsilcisi|temsilci|responsabile|nguoi phu trach|phu trach|penanggung jawab|責任者|责任人|assigned by|titular|betreuer|bearbeiter|sachbearbeiter|vertriebler|aussendienst|asesor|asesora|ejecutivo|consultor|consultora|opiekun klienta|satisci|suivi par|charge d affaires|業務|営業',
			'owner id|manager|user|broker|opportunity owner|lead owner|客户经理|销售经理|сотрудник|titolare|recruiter|sdr|bdr|ae|advisor|consultant|nhan vien|nhan vien kinh doanh|am|pic|bd|closer|영업대표',
			'created by|team|sales',
		],
		source: [
			'source|original source|来源|來源|线索来源|客户来源|渠道|来源渠道|quelle|herkunft|origine|provenance|origen|fuente|origem|fonte|リードソース|流入元|流入経路|ソース|источник|유입 경로|출처|리드 소스|소스|provenienza|bron|herkomst|źródło|źródło leada|kaynak|nguon|sumber|유입채널|источник сделки|経路|チャネル|경로',
			'channel|origin|campaign|referral source|canal|marketing channel|канал|채널|canale|kanał|medio',
		],
		reason: [
			'reason|loss reason|lost reason|closed lost reason|close reason|reason lost|reason for loss|lost because|输单原因|失败原因|丢单原因|流失原因|原因|关闭原因|輸單原因|失敗原因|verlustgrund|grund|ablehnungsgrund|absagegrund|raison de perte|raison de la perte|motif de perte|motif|motivo de pérdida|razón de pérdida|motivo da perda|motivo de perda|motivo|失注理由|敗因|причина|причина отказа|причина проигрыша|실패 사유|실주 사유|사유|이유|motivo perdita|motivo della perdita|motivo di perdita|verliesreden|reden|reden verlies|reden van verlies|powód|powód utraty|powód przegranej|kayıp nedeni|kaybetme nedeni|neden|ly do|alasan|要因|raison|causa',
			'won reason|win reason|closed won reason|outcome reason|赢单原因|reject reason|decline reason|理由|причина потери|причина закрытия|przyczyna|rejection reason|why lost|why we lost',
		],
		probability: [
			'probability|win probability|probability of close|close probability|概率|赢率|赢单率|成交概率|成功率|可能性|機率|成交機率|wahrscheinlichkeit|abschlusswahrscheinlichkeit|probabilité|probabilidad|probabilidade|確度|受注確度|確率|prob|вероятность|확률|성공 확률|수주 확률|probabilità|waarschijnlijkheid|prawdopodobieństwo|olasılık|ty le thanh cong|xac suat|probabilitas',
			'chance|likelihood|win chance|chance of winning|win|odds|confidence|가능성|slagingskans|ihtimal',
		],
		lostFrom: [
			'lost from|lost at stage|lost in stage|lost stage|stage lost|stage lost from|stage before lost|last open stage|丢单阶段|输单阶段|失败阶段|流失阶段|输单时阶段',
			'last stage|previous stage|prior stage|最后阶段|上一阶段',
		],
	},
	parts: {},
	others: {
		date: 'last|latest|next|modif~|updat~|ultim[oa]|prossim[oa]|proxim[oa]|derniere?|prochaine?|letzt~|nachst~|laatste|volgende|ostatni~|nastepn~|последн~|следующ~|son|sonraki|terakhir|chang~|activity|follow~|stage|step|contract|project|policy|service|subscription|renew~|expir~|birth|dob|deliver~|invoice|payment|meeting|call',
		number:
			'weighted|probab~|tax|discount|commission|gewichtet|pondéré|annual (?:revenue|sales|turnover)|income|compan(?:y|ies)|account|customer|client|employees?|lifetime|declared|past|previous|last|list|unit|avg|average|per|cost|paid|balance|score|ratio|rate|percent|pct|count|quantity|qty|days?|number|code|type|currency|band|range|category|segment|id|date|time|name|officer',
		party: 'gewicht~|ponder~|взвешен~|klienta?|cliente|kunden?|клиента|iva|tva|mwst|ндс',
	},
	frame: {
		rows: 'deals?|opportunit(?:y|ies|e|a)|opp|oppty|potentials?|leads?|case|negocio|negociac[ai]on?|oportunidade?|transaction|affaire|trattativa|geschaft|verkaufschance|trato|registro|fiche(?: d informations)?|сделк[аиу]|лида?|szans[ay]|firsat|co hoi|peluang',
		of: 'de la|de l|d[aeo]s?|del|d|della|dell|der|des|de l|van de|van',
		current: 'huidige|текущ(?:ая|ии|ее)|mevcut',
		currentAfter: 'actuelle?|actual|atual|attuale|saat ini|hien tai|netto|brutto|net|gross|ht|ttc|totale?',
		nameOf: 'ten|nama|nom|nome|nombre|nazwa|naam|name|название|имя',
		nameAfter: 'adi',
		when: 'date|datum|fecha|data|дата|tarihi?|ngay|tanggal|time|hora',
		entered: '',
		step: 'etapa|etape',
		compounds: 'bedrag|waarde|omzet|eigenaar',
		customer: 'kunde|cliente|клиент',
	},
	stages: {
		won: 'won|closed[ -]?w[io]n|win|signed|sold|disbursed|funded|awarded|bound|leased|po received|deal done|sale made|closed[ -]+(?:deal|sale|success~|converted)|gewonnen|gagnée?|remportée?|ganad[oa]|ganh[oa]|vendid[oa]|hired|enrolled|vint[oa]|firmat[oa]|getekend|verkocht|wygran[aey]|sprzedan[aey]|podpisan[aey]|выигр~|успе~|продан[оа]?|kazanıl~|kazandı|satıldı|imzalandı|signee?|firmad[oa]|assinad[oa]|unterschrieben|unterzeichnet|erfolgreich|exito|exitos[oa]|sucesso|successo|reussie?|thanh cong|da ky|menang|berhasil|sukses|beauftragt|auftrag (?:erhalten|erteilt|gewonnen)|venta (?:cerrada|concretada)|vend[ao]s? (?:concluid|realizad|fechad)[oa]s?|acquisit[oa]|^opdracht$|da chot|satis (?:oldu|yapildi)|order (?:binnen|ontvangen)|chot don',
		weakWon:
			'approved|order received|purchased|paid|delivered|converted|success(?:ful(?:ly)?)?|booked|placed|activated|onboarded|subscribed|ordered|^(?:new |neuer )?(?:customer|client|kunde|cliente)$|genehmigt|approuvé|aprobad[oa]|aprovad[oa]|eingestellt|^(?:auftrag|abschluss|venta|venda|vente|vendita|verkauf|sprzedaz|deal|chot|thang)$|оплачен~|akkoord',
		lost: '(?:kazanil|satil|imzalan)ma~|kazan(?:il)?ama~|lost|lose|loss|closed ?lost|out[ -]?sold|no bid|bad (?:fit|lead)|spam|duplicate|invalid|fell through|regretted|opted out|do not contact|not taken(?: up)?|analy[sz]e failure|declined?|denied|cancell?ed|rejected|refused|(?:dis|un|not )qualified|disqualify|dead|churn(?:ed)?|withdrawn?|no deal|no sale|no decision|no[tn] (?:awarded|funded|enrolled|accepted|successful|interested|relevant|converted|pursued|approved|won|sold|hired|selected|proceeding|a fit)|unsuccessful|failed|dropped|ghosted|abandoned|junk|verloren|abgelehnt|abgesagt|storniert|perdue?s?|refusée?|annulée?|perdid[oa]s?|rechazad[oa]|cancelad[oa]|descartad[oa]|recusad[oa]|pers[oa]|rifiutat[oa]|annullat[oa]|scartat[oa]|afgewezen|geannuleerd|przegran[aey]|utracon[aey]|stracon[aey]|odrzucon[aey]|anulowan[aey]|проигр~|отказ~|потерян~|провал~|отмен[её]н~|отклон[её]н~|не реализован~|kaybedil~|kayıp|iptal|reddedil~|perte|perda|perdita|verlust|kein interesse|sin interes|sem interesse|desist~|renonc~|niezainteresowan~|не заинтересован~|that bai|thua|huy|tu choi|kalah|gagal|batal|ditolak|no[tn] (?:interested|relevant|converted|pursued|approved|won|sold|hired|selected|proceeding|a fit)|absage|kein bedarf|abgesprungen|abandonnee?|sans suite|no interesad[oa]|nao fech~|tidak jadi|rezygnacj~|non interessat[oa]|geen interesse|не дозвон~|olumsuz|odmowa|vazgec~|afgevallen|khong ~|^ng$',
		parked:
			'on[ -]?hold|onhold|hold|suspended|waitlist~|frozen|nurtur(?:e|ing)|parked|parking|paused?|postponed|deferred|stalled|dormant|snoozed|backlog|zurückgestellt|pausiert|en pause|en attente|en espera|pausad[oa]|aplazad[oa]|adiad[oa]|in attesa|sospes[oa]|gepauzeerd|wstrzyman[aey]|zawieszon[aey]|отложен~|приостановлен~|пауз~|beklemede|askıda|tam dung|tam hoan|ditunda|wiedervorlage|ruht|en pausa|stand ?by|думает',
		ending:
			'passed|pass|closed?|done|inactive|archived?|completed?|finished|ended|end|expired|terminated|deleted|resolved|geschlossen|abgeschlossen|erledigt|beendet|terminee?|fermee?|clos|cloturee?|cerrad[oa]|terminad[oa]|fechad[oa]|concluid[oa]|encerrad[oa]|chius[oa]|afgesloten|gesloten|zamkniet[aey]|закрыт[аоы]?|завершен[аоы]?|kapandi|kapali|tamamlandi|종료|완료|종결|마감|结束|結束|完成|已完成|关闭|關閉|已关闭|已结束|完了|終了|归档|歸檔',
		closing:
			'closed|done|completed?|finished|received|accepted|admitted|geschlossen|abgeschlossen|erledigt|terminée?|fermée?|cerrad[oa]|fechad[oa]|conclu[ií]d[oa]|chius[oa]|gesloten|afgesloten|zamknięt[aey]|закрыт[аоы]?|завершен[аоы]?|종료|완료|完成|已完成|完了|关闭|已关闭',
		open: 'em andamento|en curso|in bearbeitung|laufend|dang \\p{L}+(?: \\p{L}+)?|berjalan|proses|open|active|in progress|ongoing|pending|working|new|offen|aktiv|ouverte?|en cours|abiert[oa]|activ[oa]|abert[oa]|ativ[oa]|apert[oa]|in corso|lopend|otwart[aey]|w toku|открыт[аоы]?|в работе|активн\\p{L}*|acik|devam ediyor|진행 ?중|진행|进行中|進行中|跟进中|打开|開啟|商談中',
		uncontacted: '(?:sem |sin |sans |a )conta[ct]~',
		places: {
			lead: 'leads?|prospect~|new|open|unassigned|assigned|untouched|research|potential|cold|neue?r?|inbound|target|suspect|identif~|sourc~|prospecc~|nouveau|nuevo|novo|interest~|interessent|aware~|backlog|nuov[oa]|potenziale|nieuw~|now[aey]|нов~|лид~|заявк~|потенциал~|yeni|potansiyel|aday|tiem nang|prospek~|baru|sem contato|sin contactar|a contacter|eingegangen|recebid[oa]',
			contact:
				'contact~|engag~|working|in (?:progress|process)|outreach|submitted|partlysubmitted|attempted|connected|kontakt~|erstkontakt|contacté|contactad[oa]|contato|contatt~|applied|application|apply|inquiry|enquiry|call(?:ed)?|контакт~|обращени~|звон~|iletişim|temas|görüşme|接触|tiep can|lien he|hubungi|telefon~|prise de contact',
			qualified:
				'qualif~|mql|sql|sal|preaccepted|review~|screen~|triage|calificad[oa]|cualificad[oa]|kwal~|квалиф~|nitelikli|kualifikasi|danh gia|calificacion|cualificacion',
			needs:
				'accepted|scoping|opportunity|document~|processing|cultivation|needs?|discover~|require~|analysis|analyz~|meeting|appointment|scheduled|bedarf~|besoins?|necesidad~|reuni[óo]n|termin|value|analisi|esigenz~|bisogn~|incontro|appuntament~|behoefte~|afspraak|analiza|potrzeb~|spotkani~|потребност~|встреч~|анализ|выявлен~|ihtiyaç~|toplantı|khao sat|nhu cau|rendez vous|rdv|diagnostic~|agend~',
			demo: 'demo~|showing|viewing|tour|site visit|test drive|onsite|underwriting|present~|introduction|evaluat~|trial|poc|pilot|präsentation|présentation|presentaci[óo]n|apresenta~|interview~|assessment|prezentac~|демо~|презентац~|sunum|deneme|vorstellung~|demonstrac~',
			solution: 'indication|ioi|loi|term sheet|finalized|solution',
			proposal:
				'propos~|solicitation|bidding|estimat~|admitted|quot~|offers?|bid|estimate|pricing|angebot~|devis|offre|propuesta|cotizaci[óo]n|proposta|orçamento|price|offert~|preventiv~|voorstel|ofert~|wycen~|propozycj~|предложени~|кп|сч[её]т~|teklif~|bao gia|de xuat|penawaran',
			negotiation:
				'negotiat~|shortlist~|selected|approv~|best case|decision~|procurement|verhandl~|n[ée]goci~|negocia~|decider|buy-in|due diligence|trattativa|negozia~|onderhandel~|negocj~|decyzj~|переговор~|решени~|müzakere|pazarlık|karar|dam phan|thuong luong|negosiasi|decision~|relance',
			contract:
				'contracts?|deposit~|payment|commit~|verbal|legal|sign~|closing|checkout|vertrag~|contrat~|invoice|umow~|договор~|контракт~|оплат~|подписан~|sözleşme|hop dong|kontrak',
		},
	},
	negation: {
		before:
			'не|ни|нет|niet|geen|nooit|pas|jamais|aucune?|non|sans|nie|nigdy|nao|nunca|jamas|sem|sin|mai|nessun[ao]?|khong|tidak|bukan|gagal',
		notYetBefore:
			'pas encore|presque|bientot|en cours de|nog niet|bijna|binnenkort|jeszcze nie|prawie|wkrotce|ainda nao|quase|aun no|todavia no|casi|por|a punto de|non ancora|quasi|in attesa di|еще не|пока не|почти|скоро|ожида~|henuz|neredeyse|yakinda|chua|sap|belum|hampir|akan|segera|potenti?[ae]l~|potencia[il]~|potenz~|prospect~|prospek~|потенциальн~|tiem nang',
	},
	totals:
		'total general|somme|suma|total geral|soma|totale|subtotale|totaal|razem|toplam|tong(?: cong)?|jumlah|итого|всего',
	flags: { yes: 'oui|sí|si|sim|да', no: 'non|não|нет' },
	pipelines: [],
};
