/** Style sheets are imported for their effect; the page's bundler puts them into one file. */
declare module '*.css';
