/** Bytes of a text file to text: byte order mark, UTF-8, else GB18030 where it reads as Chinese, else Windows-1252. */

export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return decodeLegacy(bytes);
	}
}

/** Western files have single accented letters among ASCII; Chinese ones have pairs that decode to Han characters. */
function decodeLegacy(bytes: Uint8Array): string {
	try {
		const chinese = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
		const han = (chinese.match(/\p{Script=Han}/gu) ?? []).length;
		let high = 0;
		for (const byte of bytes) if (byte >= 0x80) high++;
		const isInWords = /\p{Script=Han}{2}/u.test(chinese);
		if (isInWords && han * 2 >= high * 0.7) return chinese;
	} catch {}
	return new TextDecoder('windows-1252').decode(bytes);
}
