/** Files from before UTF-8, as older programs and other countries still write them. */
import { expect, it } from 'vitest';
import { decodeText } from '../../workbench/io/decode-text.ts';

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../gu) ?? [], (byte) => Number.parseInt(byte, 16));

it.each([
	[
		'Japanese in Shift-JIS',
		'案件名,フェーズ\n倉庫,提案中\n',
		'88c48c8f96bc2c83748346815b83590a91718cc92c92f188c492860a',
	],
	[
		'Japanese in Shift-JIS without kana',
		'案件名,金額\n倉庫改修,100\n',
		'88c48c8f96bc2c8be08a7a0a91718cc989fc8f432c3130300a',
	],
	['Japanese in EUC-JP', '案件名,フェーズ\n倉庫,提案中\n', 'b0c6b7efccbe2ca5d5a5a7a1bca5ba0ac1d2b8cb2cc4f3b0c6c3e60a'],
	['simplified Chinese in GB18030', '客户,阶段\n甲公司,报价\n', 'bfcdbba72cbdd7b6ce0abcd7b9abcbbe2cb1a8bcdb0a'],
	['traditional Chinese in Big5', '客戶,階段\n甲公司,報價\n', 'abc8a4e12cb6a5ac710aa5d2a4bda5712cb3f8bbf90a'],
	['Korean in EUC-KR', '고객,단계\n한빛,협상\n', 'b0edb0b42cb4dcb0e80ac7d1bafb2cc7f9bbf30a'],
	['Russian in Windows-1251', 'Этап;Сумма\nНовая;100\n', 'ddf2e0ef3bd1f3ecece00acdeee2e0ff3b3130300a'],
	['Russian in KOI8-R', 'Этап;Сумма\nНовая;100\n', 'fcd4c1d03bf3d5cdcdc10aeecfd7c1d13b3130300a'],
	['Polish in Windows-1250', 'Etap;Wartość\nWysłana;100\n', '457461703b576172746f9ce60a577973b3616e613b3130300a'],
	[
		'Turkish in Windows-1254',
		'Aşama;Değer\nİlk görüşme;100\n',
		'41fe616d613b4465f065720add6c6b2067f672fcfe6d653b3130300a',
	],
	[
		'Portuguese in Windows-1252',
		'Situação;Observação\nNegociação;não\n',
		'5369747561e7e36f3b4f627365727661e7e36f0a4e65676f636961e7e36f3b6ee36f0a',
	],
	['Spanish in Windows-1252', 'Etapa;¿Ganado?\nAño;5 m²\n', '45746170613bbf47616e61646f3f0a41f16f3b35206db20a'],
	[
		'German with a euro sign in Windows-1252',
		'Kunde;Betrag\nGröße;12 €\n',
		'4b756e64653b4265747261670a4772f6df653b313220800a',
	],
	['Icelandic in Windows-1252', 'Nafn;Staða\nÞór;Í æði\n', '4e61666e3b537461f0610adef3723bcd20e6f0690a'],
	['UTF-16 without a byte order mark', 'a,b\n1,2\n', '61002c0062000a0031002c0032000a00'],
	['UTF-16 with the high byte first', 'a,b\n1,2\n', '0061002c0062000a0031002c0032000a'],
])('reads %s', (_what, text, hex) => {
	expect(decodeText(bytesOf(hex))).toBe(text);
});
