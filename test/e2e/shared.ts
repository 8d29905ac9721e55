/** The server and the browser that all files of this folder share. */
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

export const sharedServer = (): { readonly url: string } => ({ url: inject('workbenchUrl') });

/** A connection of its own: closing it closes the pages that it opened, and leaves the browser to the others. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'));
