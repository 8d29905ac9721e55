/** HtmlService: the project's HTML files as pages, through the same loss that Google's own serving has. */
import { stripTemplateLiteralComments } from './comment-stripper.ts';
import type { Page } from './front-end.ts';
import type { Host } from './host.ts';
import { service } from './service.ts';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlOutputMembers = Pick<
	HtmlOutput,
	'getContent' | 'getTitle' | 'setTitle' | 'setWidth' | 'setHeight' | 'getWidth' | 'getHeight' | 'append' | 'setContent'
>;

export class HtmlOutputImplementation implements HtmlOutputMembers {
	#host: Host;
	#content: string;
	#title = '';
	#width: number | null = null;
	#height: number | null = null;

	constructor(host: Host, content: string) {
		this.#host = host;
		this.#content = content;
	}

	getContent(): string {
		return this.#content;
	}

	setContent(content: string): HtmlOutput {
		this.#content = content;
		return this.#self();
	}

	append(addedContent: string): HtmlOutput {
		this.#content += addedContent;
		return this.#self();
	}

	getTitle(): string {
		return this.#title;
	}

	setTitle(title: string): HtmlOutput {
		this.#title = String(title);
		return this.#self();
	}

	getWidth(): number {
		return this.#width as number;
	}

	setWidth(width: number): HtmlOutput {
		this.#width = width;
		return this.#self();
	}

	getHeight(): number {
		return this.#height as number;
	}

	setHeight(height: number): HtmlOutput {
		this.#height = height;
		return this.#self();
	}

	/** For the front end: not one of Google's members. */
	page(): Page {
		return {
			title: this.#title,
			content: stripTemplateLiteralComments(
				this.#host.doubts.htmlAttributes === 'dropped'
					? this.#content.replace(/<html[^>]*>/u, '<html>')
					: this.#content,
			),
			width: this.#width,
			height: this.#height,
		};
	}

	#self(): HtmlOutput {
		return service(this.#host, 'HtmlOutput', this) as unknown as HtmlOutput;
	}
}

export class HtmlServiceImplementation
	implements Pick<GoogleAppsScript.HTML.HtmlService, 'createHtmlOutput' | 'createHtmlOutputFromFile'>
{
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	createHtmlOutput(html: unknown = ''): HtmlOutput {
		return service(
			this.#host,
			'HtmlOutput',
			new HtmlOutputImplementation(this.#host, String(html)),
		) as unknown as HtmlOutput;
	}

	createHtmlOutputFromFile(filename: string): HtmlOutput {
		const { htmlFile } = this.#host.options;
		if (htmlFile === undefined) throw this.#host.exception(`No HTML file named ${filename} was found.`);
		return this.createHtmlOutput(htmlFile(filename));
	}
}
