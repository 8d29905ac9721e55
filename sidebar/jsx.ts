/** The functions that the build inserts for JSX; no source file imports them. */
export { Fragment, h } from 'preact';
