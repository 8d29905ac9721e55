/** What the build puts in the place of markup; nothing imports it by hand. */
export { Fragment, h } from 'preact';
