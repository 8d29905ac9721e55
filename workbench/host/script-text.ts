/** The add-on's text as the script that the page runs: named, so that its errors say where they come from. */
export const scriptText = (code: string): string => `${code}\n//# sourceURL=Code.js`;
