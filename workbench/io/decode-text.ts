/**
 * Bytes of a text file to text: byte order mark, UTF-8, UTF-16 by its zeros, else the older encoding in which the text
 * makes sense.
 * Belongs here: UTF. Not here: telling the older encodings apart (legacy-encoding.ts).
 */
import { legacyEncoding, windows1252 } from './legacy-encoding.ts';

export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const half = zeroHalf(bytes);
	if (half !== null) return new TextDecoder(half === 0 ? 'utf-16be' : 'utf-16le').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const encoding = legacyEncoding(bytes);
		return encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
	}
}

/**
 * Separators and digits of UTF-16 have a zero in every second byte; null when zeros are in both halves or hardly
 * anywhere.
 */
function zeroHalf(bytes: Uint8Array): 0 | 1 | null {
	const zeros: [number, number] = [0, 0];
	const length = Math.min(bytes.length, 4096);
	for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[(i % 2) as 0 | 1]++;
	const [even, odd] = zeros;
	if (bytes.length % 2 !== 0 || even + odd < length / 20 || Math.min(even, odd) * 20 > even + odd) return null;
	return even > odd ? 0 : 1;
}
