/** Styles that a page around the sidebar may bring along, worse than any known: after all of ours, on every element and on names that ours have too. */
export const HOST_STYLES = `
html, body { margin: 20px; padding: 10px; border: 3px solid red; font: 18px/2 serif; letter-spacing: 2px; color: #000; background: #ff0; }
* { box-sizing: content-box; line-height: 3; }
div, main, nav, header, footer, section, article, aside, form, fieldset, span, strong, small { margin: 7px; padding: 5px; float: left; min-width: 90px; color: #111; text-indent: 9px; }
h1, h2, h3, h4, h5, h6 { color: #000; font: 700 40px/2 serif; margin: 30px; text-transform: uppercase; }
button, .button, .action, .create, .share, input[type="button"], input[type="submit"] { min-width: 172px; height: 60px; margin: 12px; padding: 20px; white-space: nowrap; text-transform: uppercase; background: #000; color: #111; border: 5px solid; opacity: 0.4; }
input, select, textarea { width: 400px; min-height: 50px; margin: 10px; border: 5px solid; float: right; }
label, p, ul, ol, li, dl, dt, dd, summary, details { margin: 15px; padding: 10px; list-style: square; white-space: nowrap; color: #222; }
table { width: 600px; border: 4px solid; } th, td { padding: 30px; white-space: nowrap; color: #000; }
a { color: #00f; } svg { width: 500px; margin: 20px; }
.top, .bottom { position: absolute; left: 0; right: 0; }
.block, .form-group, .inline, .block.form-group { display: block; width: 500px; margin: 30px; }
.error, .current, .secondary, .gray, .grey, .stage, .bar, .status, .figure, .tabs { color: #000; background: #333; position: static; display: block; }
[hidden] { display: block; }
`;
